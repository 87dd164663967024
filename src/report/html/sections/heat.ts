import type { DrillResult, DrillRow } from '../../../experiment/index.ts';
import type { Heat, HeatField } from '../../../visual/index.ts';
import { portionBeside, shareBeside } from '../../beside.ts';
import { workloadsOf } from '../../drill-report.ts';
import { p95Text } from '../../spans.ts';
import { PARTS } from '../../words/page/parts.ts';
import { TOP } from '../../words/page/top.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { faultName } from '../names.ts';
import { both, texts } from '../voices.ts';

/** Recovery times below the first are the lightest, beyond the last the darkest: a minute, ten, an hour, four, a day. */
const STEPS: readonly number[] = [60, 600, 3_600, 14_400, 86_400];
const MOST = 60;

/** The drills that anybody noticed. */
export const heatRows = ({ rows }: DrillResult): DrillRow[] =>
  rows.filter((row) => row.workloads.some(({ masked }) => masked < row.times));

/** Faults down, workloads across; the longer a recovery takes, the darker its field. Every field says its figure too. */
export function heatMap(result: DrillResult): Html {
  const workloads = workloadsOf(result);
  const rows = heatRows(result);
  if (rows.length === 0) return NOTHING;
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="heat-c"><table class="heat"><caption id="heat-c">${both(PARTS.drills.heat)}</caption>
<thead><tr><th scope="col">${both(PARTS.fault)}</th>${workloads.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.slice(0, MOST).map((row) => line(row, workloads))}</tbody></table></div>`;
}

const line = (row: DrillRow, workloads: readonly string[]): Html =>
  html`<tr><th scope="row"><span class="dim">${both(({ words }) => words.classes[row.class])}</span> ${both(({ words }) => faultName(row, words))}</th>${workloads.map((name) => cell(heatField(row, name)))}</tr>`;

const cell = (field: HeatField | null): Html =>
  field === null
    ? html`<td></td>`
    : html`<td class="h${field.heat}">${field.lines.map((line, i) => html`${i === 0 ? NOTHING : html`<br>`}${both(line)}`)}</td>`;

/** What a fault does to a workload, with what bounds it, and how dark that is; null where it was not drilled. */
export function heatField(row: DrillRow, name: string): HeatField | null {
  const seen = row.workloads.find(({ workload }) => workload === name);
  if (seen === undefined) return null;
  const { rtoSeconds, failed, masked } = seen;
  if (masked === row.times)
    return {
      lines: [texts(({ language }) => PARTS.drills.masked[language](portionBeside(masked, row.times)))],
      heat: 0,
    };
  const lines = [
    ...(rtoSeconds.p95 === null ? [] : [texts(({ words }) => p95Text(rtoSeconds, words))]),
    ...(failed.share > 0 ? [texts(({ language }) => TOP.notBack[language](shareBeside(failed.share, failed)))] : []),
  ];
  return { lines, heat: rtoSeconds.p95 === null || failed.share > 0.05 ? 6 : heatOf(rtoSeconds.p95) };
}

const HEATS: readonly Heat[] = [1, 2, 3, 4, 5, 6];
const heatOf = (seconds: number): Heat => HEATS[STEPS.filter((step) => seconds >= step).length]!;
