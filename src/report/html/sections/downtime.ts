import { sortedEntries } from '../../../base/index.ts';
import {
  type Bounds,
  type Cause,
  dearestPhase,
  type PhaseName,
  type Result,
  type WorkloadResult,
} from '../../../experiment/index.ts';
import { minutesSpan, oftenBeside, shareBeside } from '../../beside.ts';
import { percent } from '../../figures.ts';
import { cutText } from '../../sections/causes.ts';
import { FRAME } from '../../words/page/frame.ts';
import { PARTS } from '../../words/page/parts.ts';
import { type Html, html, readable } from '../html.ts';
import type { Section } from '../parts.ts';
import { htmlTable } from '../table.ts';
import { both } from '../voices.ts';

/** Where the time of each workload went, and what caused it. */
export function downtimeSection({ workloads }: Result): Section {
  const hurt = sortedEntries(workloads).filter(
    ([, { downtimeMinutesPerYear }]) => (downtimeMinutesPerYear.mean ?? 0) > 0,
  );
  return {
    id: 'downtime',
    title: FRAME.nav.downtime,
    about: PARTS.downtime.about,
    body: html`${phases(hurt)}${hurt.map(([name, workload], i) => causes(name, workload, i))}`,
  };
}

interface PhaseRow {
  readonly workload: string;
  readonly phase: PhaseName | 'flap';
  readonly minutes: number;
  readonly share: number;
  readonly bounds: Bounds;
  readonly shareBounds: Bounds;
}

function phases(workloads: readonly (readonly [string, WorkloadResult])[]): Html {
  const rows = workloads.flatMap(([workload, { phases: all, intervals }]) => {
    const spent = Object.entries(all) as [PhaseName | 'flap', number][];
    const total = spent.reduce((sum, [phase, minutes]) => (phase === 'flap' ? sum : sum + minutes), 0);
    return spent
      .filter(([phase, minutes]) => minutes > 0 && phase !== 'flap')
      .map(
        ([phase, minutes]): PhaseRow => ({
          workload,
          phase,
          minutes,
          share: minutes / total,
          bounds: intervals.phases[phase],
          shareBounds: (phase === 'flap' ? undefined : intervals.phaseShares[phase]) ?? UNKNOWN,
        }),
      )
      .sort((a, b) => b.minutes - a.minutes);
  });
  return htmlTable<PhaseRow>({
    id: 'phases',
    caption: PARTS.downtime.phases,
    rows,
    shown: 24,
    fields: [
      { title: PARTS.workload, cell: ({ workload }) => workload },
      {
        title: ({ words }) => words.phases.phase,
        cell: ({ phase }) =>
          html`${both(({ words }) => words.phases.names[phase])} <span class="dim">${both(({ words }) => words.phases.about[phase])}</span>`,
      },
      {
        title: PARTS.aYear,
        cell: ({ minutes, bounds }) => minutesHtml(minutes, bounds),
        figure: ({ minutes }) => minutes,
      },
      {
        title: ({ words }) => words.phases.share,
        cell: ({ share, shareBounds }) => bar(share, shareBounds),
        figure: ({ share }) => share,
      },
    ],
  });
}

/** A share as a bar and a figure with what it lies between. */
export const bar = (share: number, bounds: Bounds = UNKNOWN): Html =>
  html`<span class="bit" style="width:${Math.max(0.1, 5 * share).toFixed(2)}rem"></span>${readable(shareBeside(share, bounds))}`;

/** Minutes a year as a span with what they lie between. */
const minutesHtml = (minutes: number, bounds: Bounds): Html => both(({ words }) => minutesSpan(minutes, bounds, words));

const UNKNOWN: Bounds = { low: null, high: null };

const causes = (name: string, { causes: rows }: WorkloadResult, index: number): Html =>
  htmlTable<Cause>({
    id: `causes-${index}`,
    caption: ({ language }) => `${name} · ${PARTS.downtime.causes[language]}`,
    rows,
    fields: [
      {
        title: ({ words }) => words.causes.trigger,
        cell: ({ trigger }) => both(({ words }) => words.names.fault(trigger)),
      },
      {
        title: PARTS.together,
        cell: ({ combination, cut }) => html`${together(combination)} ${kind(cut)}`,
      },
      {
        title: PARTS.aYear,
        cell: ({ minutesPerYear, intervals }) => minutesHtml(minutesPerYear, intervals.minutesPerYear),
        figure: ({ minutesPerYear }) => minutesPerYear,
      },
      {
        title: ({ words }) => words.causes.share,
        cell: ({ share, intervals }) => bar(share, intervals.share),
        figure: ({ share }) => share,
      },
      { title: ({ words }) => words.causes.mostly, cell: mostly },
      {
        title: ({ words }) => words.causes.incidentsPerYear,
        cell: ({ incidentsPerYear, intervals }) =>
          both(({ words }) => oftenBeside(incidentsPerYear, intervals.incidentsPerYear, words)),
        figure: ({ incidentsPerYear }) => incidentsPerYear,
      },
    ],
  });

function mostly(cause: Cause): Html | string {
  const dearest = dearestPhase(cause);
  if (dearest === undefined) return '';
  const { phase, share } = dearest;
  return html`${both(({ words }) => words.phases.names[phase])} <span class="dim">${readable(percent(share))}</span>`;
}

const together = (combination: readonly string[]): Html =>
  both(({ words }) => combination.map((one) => words.names.fault(one)).join(words.listSeparator));

const kind = (cut: Cause['cut']): Html | string =>
  cut === null
    ? ''
    : html`<span class="chip ${cut === 'pair' ? 'undecided' : 'missed'}">${both(({ words }) => cutText(cut, words))}</span>`;
