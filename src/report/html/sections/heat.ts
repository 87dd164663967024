import type { DrillResult, DrillRow } from '../../../experiment/index.ts';
import { workloadsOf } from '../../drill-report.ts';
import { percent } from '../../figures.ts';
import { PARTS } from '../../words/page/parts.ts';
import { TOP } from '../../words/page/top.ts';
import { spanHtml } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { faultName } from '../names.ts';
import { both } from '../voices.ts';

/** Recovery times below the first are the lightest, beyond the last the darkest: a minute, ten, an hour, four, a day. */
const STEPS: readonly number[] = [60, 600, 3_600, 14_400, 86_400];
const MOST = 60;

/** Faults down, workloads across; the longer a recovery takes, the darker its field. Every field says its figure too. */
export function heatMap(result: DrillResult): Html {
  const workloads = workloadsOf(result);
  const rows = result.rows.filter((row) => row.workloads.some(({ masked }) => masked < row.times));
  if (rows.length === 0) return NOTHING;
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="heat-c"><table class="heat"><caption id="heat-c">${both(PARTS.drills.heat)}</caption>
<thead><tr><th scope="col">${both(PARTS.fault)}</th>${workloads.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.slice(0, MOST).map((row) => line(row, workloads))}</tbody></table></div>`;
}

const line = (row: DrillRow, workloads: readonly string[]): Html =>
  html`<tr><th scope="row"><span class="dim">${both(({ words }) => words.classes[row.class])}</span> ${both(({ words }) => faultName(row, words))}</th>${workloads.map((name) => field(row, name))}</tr>`;

function field(row: DrillRow, name: string): Html {
  const seen = row.workloads.find(({ workload }) => workload === name);
  if (seen === undefined) return html`<td></td>`;
  if (seen.masked === row.times) return html`<td class="h0"><span class="dim">${both(PARTS.drills.masked)}</span></td>`;
  const { rtoSeconds, failed } = seen;
  const lost =
    failed.share > 0 ? html` <b>${both(({ language }) => TOP.notBack[language](percent(failed.share)))}</b>` : NOTHING;
  if (rtoSeconds.p95 === null) return html`<td class="h6">${lost}</td>`;
  const level = failed.share > 0.05 ? 6 : STEPS.filter((step) => rtoSeconds.p95! >= step).length + 1;
  return html`<td class="h${Math.min(6, level)}">${spanHtml(rtoSeconds.p95)}${lost}</td>`;
}
