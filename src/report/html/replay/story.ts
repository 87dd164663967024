import {
  type DrillResult,
  type DrillRow,
  type Explanation,
  isNoticed,
  type Timeline,
  type TimelineLine,
  worstOfEach,
} from '../../../experiment/index.ts';
import { span } from '../../spans.ts';
import type { Language } from '../../words/index.ts';
import { REPLAY } from '../../words/page/replay.ts';
import { byClass, faultName } from '../names.ts';
import type { PageParts } from '../parts.ts';
import type { Said } from '../voices.ts';

/** Something that happened, to be played: told the same way whether it was drilled or came by chance. */
export interface Story {
  readonly title: Said;
  /** The workload that it is about. */
  readonly workload: string;
  readonly lines: readonly TimelineLine[];
  readonly until: number;
  readonly leftOut: number;
  readonly drill: DrillTimeline | undefined;
  /** What of the requests of each workload was served: of an incident, of the one that it is about. */
  readonly served: readonly { readonly workload: string; readonly served: Timeline['served'] }[];
  /** Whether it is printed: the first typical and the first worst of its sort. */
  readonly onPaper: boolean;
  readonly flows: DrillTimeline['flows'];
  readonly exposures: DrillTimeline['exposures'];
}

type DrillTimeline = NonNullable<DrillRow['timelines']>[number];

/** So many of each are kept: the page is to stay small. */
export interface Most {
  readonly drills: number;
  readonly incidents: number;
}
const USUAL: Most = { drills: 24, incidents: 16 };
/** Of a large drawing: each tells of hundreds of ways what goes along them. */
const FEW: Most = { drills: 12, incidents: 8 };
/** Nodes of a drawing from which on it is large. */
const LARGE = 100;

const mostOf = (topology: PageParts['topology']): Most => ((topology?.nodes.length ?? 0) < LARGE ? USUAL : FEW);

/** Drills, what plans are for first; then incidents. */
export function storiesOf(parts: PageParts, most: Most = mostOf(parts.topology)): Story[] {
  const { drill, explanation } = parts;
  const { drills, incidents } = most;
  const seen = new Set<string>();
  const isFirst = (sort: string): boolean => seen.size < seen.add(sort).size;
  return [
    ...(drill === undefined ? [] : ofDrills(drill, drills, isFirst)),
    ...(explanation === undefined ? [] : ofIncidents(explanation, incidents, isFirst)),
  ];
}

/** Whether nothing of a sort has been told yet. */
type IsFirst = (sort: string) => boolean;

/** Of each class the worst, then the next of each, as long as there is room. */
function ofDrills({ rows }: DrillResult, most: number, isFirst: IsFirst): Story[] {
  return worstOfEach(rows, rows.length)
    .flatMap((row) => (row.timelines ?? []).filter(isHurt).map((timeline) => ({ row, timeline })))
    .slice(0, most)
    .sort((a, b) => byClass(a.row, b.row))
    .map(({ row, timeline }) => ofDrill(row, timeline, isFirst));
}

/** A drill that nobody noticed has nothing to play. */
const isHurt = ({ workloads }: DrillTimeline): boolean => workloads.some(({ lostAt }) => lostAt !== null);

function ofDrill(row: DrillRow, timeline: DrillTimeline, isFirst: IsFirst): Story {
  const [told] = timeline.of;
  const seen = timeline.workloads.find(({ workload }) => workload === told?.workload) ?? timeline.workloads[0];
  return {
    title: ({ words, language }) => {
      const time = seen?.rtoSeconds;
      const lost =
        time === null || time === undefined
          ? REPLAY.never[language]
          : time === 0
            ? REPLAY.masked[language]
            : REPLAY.lost[language](span(time, words));
      const which = told === undefined ? '' : whichSaid(told.workload, told.which, language);
      return `${REPLAY.drill[language](`${words.classes[row.class]} ${faultName(row, words)}`)} · ${which}${lost}`;
    },
    workload: seen?.workload ?? '',
    lines: timeline.lines,
    until: timeline.until,
    leftOut: timeline.leftOut,
    drill: timeline,
    served: timeline.workloads,
    onPaper: isFirst(`${row.class} ${told?.which}`),
    flows: timeline.flows,
    exposures: timeline.exposures,
  };
}

const whichSaid = (workload: string, which: 'typical' | 'worst', language: Language): string =>
  REPLAY.whose[language](workload, REPLAY.which[which][language]);

function ofIncidents(explanation: Explanation, most: number, isFirst: IsFirst): Story[] {
  return incidentsIn(explanation)
    .slice(0, most)
    .map((timeline) => ofIncident(timeline, isFirst));
}

/** One that several workloads suffered from is told once. */
function incidentsIn({ timelines }: Explanation): Timeline[] {
  const told = new Map<string, Timeline>();
  for (const timeline of timelines) {
    const key = JSON.stringify([timeline.replication, Math.round(timeline.began)]);
    if (!told.has(key)) told.set(key, timeline);
  }
  return [...told.values()];
}

/** What a page plays of what there is: faults that users noticed, and incidents of a sort that a run showed. */
export interface Played {
  readonly faults: number;
  readonly ofFaults: number;
  readonly incidents: number;
  readonly ofIncidents: number;
}

export function playedOf({ drill, explanation }: PageParts, stories: readonly Story[]): Played {
  const drills = new Set(stories.map((story) => story.drill));
  const noticed = (drill?.rows ?? []).filter(isNoticed);
  return {
    faults: noticed.filter(({ timelines }) => timelines?.some((one) => drills.has(one)) === true).length,
    ofFaults: noticed.length,
    incidents: stories.filter((story) => story.drill === undefined).length,
    ofIncidents: explanation === undefined ? 0 : incidentsIn(explanation).length,
  };
}

const ofIncident = (
  { which, workload, trigger, downSeconds, until, served, lines, flows, exposures }: Timeline,
  isFirst: IsFirst,
): Story => ({
  title: ({ words, language }) => {
    const cause = trigger === null ? '–' : words.names.fault(trigger);
    return `${REPLAY.incident[language](cause)} · ${whichSaid(workload, which, language)}${REPLAY.lost[language](span(downSeconds, words))}`;
  },
  workload,
  lines,
  until,
  leftOut: 0,
  drill: undefined,
  served: [{ workload, served }],
  onPaper: isFirst(`incident ${workload} ${which}`),
  flows,
  exposures,
});
