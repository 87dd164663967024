import { sortedEntries } from '../../base/index.ts';
import { PHASES, type WorkloadResult, worstWorkload } from '../../experiment/index.ts';
import { type ChartSpec, PHASE_COLOURS } from '../../visual/index.ts';
import type { PageParts } from '../html/parts.ts';
import { texts } from '../html/voices.ts';
import { CHARTS } from '../words/page/charts.ts';
import { intervalOf } from './intervals.ts';

const CAUSES = 10;

/** Downtime of each workload, by what its users were waiting for. */
export function phaseChart({ run }: PageParts): ChartSpec[] {
  const rows = sortedEntries(run?.workloads ?? {}).filter(
    ([, { downtimeMinutesPerYear }]) => (downtimeMinutesPerYear.mean ?? 0) > 0,
  );
  const phases = PHASES.filter((phase) => rows.some(([, { phases: minutes }]) => minutes[phase] > 0));
  if (phases.length === 0) return [];
  return [
    {
      id: 'phases',
      title: CHARTS.phases,
      about: CHARTS.phasesAbout,
      body: {
        kind: 'bars',
        lying: true,
        stacked: true,
        categories: rows.map(([name]) => texts(() => name)),
        series: phases.map((phase) => ({
          label: texts(({ words }) => words.phases.names[phase]),
          colour: PHASE_COLOURS[phase]!,
          values: rows.map(([, { phases: minutes }]) => minutes[phase]),
          intervals: rows.map(([, { phases: minutes, intervals }]) =>
            minutes[phase] > 0 ? intervalOf(intervals.phases[phase]) : null,
          ),
        })),
        axis: { title: CHARTS.minutes, measure: 'minutes', min: 0 },
      },
      limits: [],
    },
  ];
}

/** What costs the workload that is down the longest its downtime. */
export function causeChart({ run }: PageParts): ChartSpec[] {
  const worst = worstWorkload(run?.workloads ?? {});
  if (worst === undefined) return [];
  const [name, { causes }] = worst;
  const shown = causes.slice(0, CAUSES);
  return [
    {
      id: 'causes',
      title: texts(({ language }) => CHARTS.causes[language](name)),
      about: CHARTS.causesAbout,
      body: {
        kind: 'bars',
        lying: true,
        stacked: false,
        categories: shown.map(({ combination }) =>
          texts(({ words }) => combination.map((one) => words.names.fault(one)).join(' + ')),
        ),
        series: [
          {
            label: CHARTS.minutes,
            colour: 'red',
            values: shown.map(({ minutesPerYear }) => minutesPerYear),
            intervals: shown.map(({ intervals }) => intervalOf(intervals.minutesPerYear)),
          },
        ],
        axis: { title: CHARTS.minutes, measure: 'minutes', min: 0 },
      },
      limits: [],
    },
  ];
}

const LOSSES = 16;
/** A pool that nobody gave a capacity counts as ample. */
const AMPLE = 3;

/** What is left after each single loss for the workload with the least. */
export function headroomChart({ run }: PageParts): ChartSpec[] {
  const least = ([, { headroom }]: readonly [string, WorkloadResult]): number =>
    headroom.filter(({ share }) => share < 1).length;
  const [worst] = sortedEntries(run?.workloads ?? {}).sort((a, b) => least(b) - least(a));
  if (worst === undefined || worst[1].headroom.length === 0) return [];
  const [name, { headroom }] = worst;
  const shown = headroom.slice(0, LOSSES);
  return [
    {
      id: 'headroom',
      title: texts(({ language }) => CHARTS.headroom[language](name)),
      about: CHARTS.headroomAbout,
      body: {
        kind: 'bars',
        lying: true,
        stacked: false,
        categories: shown.map(({ loss }) => texts(() => loss)),
        series: [{ label: CHARTS.ratio, colour: 'green', values: shown.map(({ share }) => Math.min(AMPLE, share)) }],
        axis: { title: CHARTS.ratio, measure: 'number', min: 0 },
      },
      limits: [{ at: 1, label: CHARTS.enough }],
    },
  ];
}
