import { byCodeUnit, sortedEntries } from '../../../base/index.ts';
import {
  type ComparisonResult,
  type Result,
  type Topology,
  type TopologyEdge,
  worstWorkload,
} from '../../../experiment/index.ts';
import type { PageData } from '../../../visual/index.ts';
import { comparisonCharts } from '../../charts/comparison.ts';
import { caveats } from '../../comparison/caveats.ts';
import { letterOf } from '../../comparison/letters.ts';
import { comparisonVerdict } from '../../comparison/verdict.ts';
import { comparisonCommand, comparisonGrid, cutText } from '../../comparison-report.ts';
import { count, stated } from '../../figures.ts';
import { downtime } from '../../sections/availability.ts';
import { yearsText } from '../../seen.ts';
import { sentence } from '../../sentence.ts';
import { wordsOf } from '../../words/index.ts';
import { FRAME } from '../../words/page/frame.ts';
import { TOPOLOGY } from '../../words/page/topology.ts';
import { availabilitySaid, intervalSaid, ninesSaid } from '../figures.ts';
import { footHtml } from '../foot.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { dataOf } from '../page-data.ts';
import type { PageParts, Section } from '../parts.ts';
import { plots } from '../plots.ts';
import { laterEdges } from '../replay/edges.ts';
import { replayOf } from '../replay/replays.ts';
import { replaySection } from '../replay/section.ts';
import { type Story, storiesOf } from '../replay/story.ts';
import { type PageOptions, skeleton } from '../skeleton.ts';

import { drawing, withLater } from '../topology/draw.ts';
import { weakPoints } from '../topology/weak.ts';
import { both, texts } from '../voices.ts';
import { gridTable } from './grid.ts';

/** Scenarios side by side under the same disasters, as one page that needs nothing else. */
export function htmlComparison(
  comparison: ComparisonResult,
  variants: readonly Variant[],
  options: PageOptions = {},
): string {
  const charts = comparisonCharts(comparison);
  const stories = variants.flatMap((variant, of) =>
    storiesOf(variant, MOST).map((story) => ({ of, story: named(story, letterOf(of)) })),
  );
  const later = variants.map(({ topology }, i) =>
    laterEdges(
      stories.filter(({ of }) => of === i).map(({ story }) => story),
      topology,
    ),
  );
  const data: PageData = dataOf(
    stories.map(({ of, story }) => replayOf(story, withLater(variants[of]!.topology, later[of]!), of)),
    charts,
  );
  return skeleton(
    {
      title: comparison.scenarios.map(({ scenario }) => scenario.name).join(' · '),
      version: comparison.hasim,
      lead: lead(comparison),
      sections: [
        figures(comparison, plots(charts, 'downtime', 'costs', 'cost-parts')),
        ...drawings(
          comparison,
          variants.map(({ topology }) => topology),
          later,
        ),
        replaySection(stories.map(({ story }) => story)),
      ],
      foot: footHtml(
        [
          [FRAME.footer.version, `hasim ${comparison.hasim}`],
          [FRAME.footer.seed, comparison.seed],
          ...comparison.scenarios.map(
            ({ scenario }, i) => [FRAME.footer.scenario, `${letterOf(i)} ${scenario.sha256}`] as const,
          ),
        ],
        [comparisonCommand(comparison)],
      ),
      data,
    },
    options,
  );
}

/** One of those compared: how it is drawn, and what is played on that. */
export interface Variant extends PageParts {
  readonly topology: Topology;
}

/** Of each variant: several of them are on one page. */
const MOST = { drills: 8, incidents: 6 };

const named = (story: Story, letter: string): Story => ({
  ...story,
  title: ({ language }) => `${letter} · ${texts(story.title)[language]}`,
});

function lead(comparison: ComparisonResult): Html {
  const { scenarios, runs, yearsPerRun, seed } = comparison;
  return html`<div class="lead"><h1>${both(({ words }) => sentence(words.compare.title))}</h1>
<p class="verdict">${both(({ words }) => comparisonVerdict(comparison, words))}</p>
<p class="facts">${both(({ words }) => [words.header.simulated(count(runs), stated(yearsPerRun), yearsText(runs * yearsPerRun)), words.header.seed(seed), words.compare.paired].join(' · '))}</p>
${cutText(comparison, wordsOf('en')) === '' ? null : html`<p class="warn">${both(({ words }) => cutText(comparison, words))}</p>`}
${caveats(comparison, wordsOf('en')).map((_, i) => html`<p class="facts">${both(({ words }) => caveats(comparison, words)[i]!)}</p>`)}
<div class="cards">${scenarios.map(card)}</div></div>`;
}

/** The workload that fares worst of each. */
function card({ scenario, workloads, runs, yearsPerRun }: Result, i: number): Html {
  const [name, workload] = worstWorkload(workloads) ?? sortedEntries(workloads)[0] ?? [];
  if (workload === undefined) return NOTHING;
  const { availability, downtimeMinutesPerYear } = workload;
  return html`<div class="card"><h2>${letterOf(i)} · ${scenario.name} · ${name!}</h2><div class="big">${both(availabilitySaid(availability.time))}</div>
<div class="under">${both(intervalSaid(availability.time))}</div><div><strong>${both(ninesSaid(availability.time))}</strong></div>
<div>${both(({ words }) => downtime(downtimeMinutesPerYear, runs * yearsPerRun, words))}</div></div>`;
}

function figures(comparison: ComparisonResult, charts: Html): Section {
  const names = [...new Set(comparison.scenarios.flatMap(({ workloads }) => Object.keys(workloads)))].sort(byCodeUnit);
  const heads = comparison.scenarios.map(({ scenario }, i) => `${letterOf(i)}  ${scenario.name}`);
  return {
    id: 'compare',
    title: FRAME.nav.compare,
    body: html`${charts}${gridTable(heads, (words) =>
      comparisonGrid(comparison, names, words).map(([title, rows]) => [
        names.includes(title) ? title : sentence(title),
        rows,
      ]),
    )}`,
  };
}

/** Each architecture; what is drawn of one is what is drawn alone. */
const drawings = (
  { scenarios }: ComparisonResult,
  topologies: readonly Topology[],
  later: readonly (readonly TopologyEdge[])[],
): Section[] =>
  topologies.map((topology, i) => ({
    id: `architecture-${i}`,
    title: ({ language }) => `${FRAME.nav.architecture[language]} ${letterOf(i)}`,
    about: () => scenarios[i]!.scenario.name,
    body: html`<figure class="drawing"><div class="canvas" tabindex="0" role="group" aria-label="${letterOf(i)}">${drawing(topology, weakPoints({ run: scenarios[i]!, topology }), `architecture-${i}-h`, later[i]!)}</div><figcaption class="legend"><span><b class="k-spof">${both(TOPOLOGY.spofShort)}</b>${both(TOPOLOGY.spof)}</span></figcaption></figure>`,
  }));
