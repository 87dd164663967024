import type { SweepResult, Topology } from '../../../experiment/index.ts';
import { clean } from '../../cells.ts';
import { sweepCharts } from '../../charts/sweep/charts.ts';
import { sweepCommand } from '../../sweep-report.ts';
import { FRAME } from '../../words/page/frame.ts';
import { SWEEP } from '../../words/page/sweep.ts';
import { footHtml } from '../foot.ts';
import { html } from '../html.ts';
import { pageData } from '../page-data.ts';
import type { Section } from '../parts.ts';
import { plots } from '../plots.ts';
import { assumptionsSection } from '../sections/assumptions.ts';
import { type PageOptions, skeleton } from '../skeleton.ts';
import { drawing } from '../topology/draw.ts';
import { sweepLead } from './lead.ts';
import { movesTables } from './moves.ts';
import { pointsTable } from './points.ts';

/** A sweep as one page that needs nothing else: what can be had for what, what moves what, and every point. */
export function htmlSweep(result: SweepResult, topology: Topology | undefined, options: PageOptions = {}): string {
  const charts = sweepCharts(result);
  const drawn = (beginning: string) =>
    plots(charts, ...charts.map(({ id }) => id).filter((id) => id.startsWith(beginning)));
  const sections: Section[] = [
    { id: 'front', title: SWEEP.front, body: drawn('front') },
    { id: 'moves', title: SWEEP.moves, body: html`${drawn('tornado')}${movesTables(result)}` },
    { id: 'curves', title: SWEEP.curves, body: drawn('lines') },
    { id: 'points', title: SWEEP.points, body: pointsTable(result) },
    ...(topology === undefined ? [] : [architecture(topology)]),
    assumptionsSection(result.assumptions),
  ];
  return skeleton(
    {
      title: clean(result.scenario.name),
      version: result.hasim,
      lead: sweepLead(result),
      sections,
      foot: footHtml(
        [
          [FRAME.footer.version, `hasim ${result.hasim}`],
          [FRAME.footer.seed, result.seed],
          [FRAME.footer.scenario, result.scenario.sha256],
          [() => 'id', result.id],
        ],
        [sweepCommand(result)],
      ),
      data: pageData({}, [], charts),
    },
    options,
  );
}

const architecture = (topology: Topology): Section => ({
  id: 'architecture',
  title: FRAME.nav.architecture,
  about: SWEEP.architecture,
  body: html`<figure class="drawing"><div class="canvas" tabindex="0" role="group" aria-labelledby="architecture-h">${drawing(topology, new Set())}</div></figure>`,
});
