import { footOf } from './foot.ts';
import { pageData } from './page-data.ts';
import type { PageParts, Section } from './parts.ts';
import { replaySection } from './replay/section.ts';
import { type Story, storiesOf } from './replay/story.ts';
import { assumptionsSection } from './sections/assumptions.ts';
import { availabilitySection } from './sections/availability.ts';
import { downtimeSection } from './sections/downtime.ts';
import { drillSection } from './sections/drills.ts';
import { recoverySection } from './sections/recovery.ts';
import { capacitySection, costSection, dataSection, slaSection } from './sections/rest.ts';
import { type PageOptions, skeleton } from './skeleton.ts';
import { nameOfPage } from './top/about.ts';
import { lead } from './top/lead.ts';
import { topologySection } from './topology/section.ts';

/** What was measured as one page that needs nothing else: a file to open from a disk, to send, or to print. */
export function htmlReport(parts: PageParts, options: PageOptions = {}): string {
  const { run, drill } = parts;
  const stories = storiesOf(parts);
  return skeleton(
    {
      title: nameOfPage(parts),
      version: (run ?? drill)?.hasim ?? '',
      lead: lead(parts),
      sections: sectionsOf(parts, stories),
      foot: footOf(parts),
      data: pageData(parts, stories, []),
    },
    options,
  );
}

function sectionsOf(parts: PageParts, stories: readonly Story[]): Section[] {
  const { run, drill } = parts;
  return [
    ...topologySection(parts),
    replaySection(stories),
    ...(drill === undefined ? [] : [drillSection(drill)]),
    ...(run === undefined
      ? []
      : [
          availabilitySection(run),
          recoverySection(run),
          downtimeSection(run),
          dataSection(run),
          capacitySection(run),
          costSection(run),
          slaSection(run),
        ]),
    assumptionsSection((run ?? drill)?.assumptions ?? []),
  ];
}
