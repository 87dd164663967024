import type { Result } from '../../experiment/index.ts';
import type { ChartSpec } from '../../visual/index.ts';
import { chartsOf } from '../charts/charts.ts';
import { footOf } from './foot.ts';
import { html } from './html.ts';
import { pageData } from './page-data.ts';
import type { PageParts, Section } from './parts.ts';
import { plots } from './plots.ts';
import { replaySection } from './replay/section.ts';
import { playedOf, type Story, storiesOf } from './replay/story.ts';
import { assumptionsSection } from './sections/assumptions.ts';
import { availabilitySection } from './sections/availability.ts';
import { downtimeSection } from './sections/downtime.ts';
import { drillSection } from './sections/drills.ts';
import { recoverySection } from './sections/recovery.ts';
import { capacitySection, costSection, dataSection, slaSection } from './sections/rest.ts';
import { standardSection } from './sections/standard.ts';
import { type PageOptions, skeleton } from './skeleton.ts';
import { nameOfPage } from './top/about.ts';
import { lead } from './top/lead.ts';
import { topologySection } from './topology/section.ts';

/** What was measured as one page that needs nothing else: a file to open from a disk, to send, or to print. */
export function htmlReport(parts: PageParts, options: PageOptions = {}): string {
  const { run, drill, explanation } = parts;
  const stories = storiesOf(parts);
  const charts = chartsOf(parts);
  return skeleton(
    {
      title: nameOfPage(parts),
      version: (run ?? drill ?? explanation)?.hasim ?? '',
      lead: lead(parts),
      sections: sectionsOf(parts, stories, charts),
      foot: footOf(parts),
      data: pageData(parts, stories, charts),
    },
    options,
  );
}

function sectionsOf(parts: PageParts, stories: readonly Story[], charts: readonly ChartSpec[]): Section[] {
  const { run, drill } = parts;
  const drawn = ({ body, ...section }: Section, ...ids: readonly string[]): Section => ({
    ...section,
    body: html`${plots(charts, ...ids)}${body}`,
  });
  return [
    ...topologySection(parts, stories),
    replaySection(stories, playedOf(parts, stories)),
    ...(drill === undefined
      ? []
      : [
          drawn(drillSection(drill), 'rto', 'rto-shares', 'rpo', 'rpo-shares', 'restored', 'budget'),
          standardSection(drill),
        ]),
    ...(run === undefined ? [] : runSections(run, drill === undefined, drawn)),
    assumptionsSection((run ?? drill)?.assumptions ?? [], run),
  ];
}

type Drawn = (section: Section, ...ids: readonly string[]) => Section;

const runSections = (run: Result, alone: boolean, drawn: Drawn): Section[] => [
  drawn(availabilitySection(run), 'spread', 'convergence'),
  alone ? drawn(recoverySection(run), 'rto', 'rpo') : recoverySection(run),
  drawn(downtimeSection(run), 'phases', 'causes'),
  drawn(dataSection(run), 'exposure'),
  drawn(capacitySection(run), 'headroom'),
  drawn(costSection(run), 'cost-parts'),
  slaSection(run),
];
