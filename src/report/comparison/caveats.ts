import type { ComparisonResult, Estimate } from '../../experiment/index.ts';
import { neverSeen } from '../seen.ts';
import type { Words } from '../words/index.ts';

/** What is to be said once of all figures: how seldom what was not seen may be, and that intervals of few replications are rough. */
export function caveats(comparison: ComparisonResult, words: Words): string[] {
  const all = estimatesOf(comparison);
  const { runs, yearsPerRun } = comparison;
  const isUnseen = all.some(({ mean, high }) => mean === null && high === null);
  const isRough = all.some(({ mean, low, note }) => mean !== null && low !== null && note !== undefined);
  return [
    ...(isUnseen ? [`${words.noneSeen}: ${neverSeen(runs * yearsPerRun, words)}`] : []),
    ...(isRough ? [words.compare.rough] : []),
  ];
}

/** Those that are told. */
const estimatesOf = ({ scenarios, totals, differences }: ComparisonResult): Estimate[] => [
  ...scenarios.flatMap(({ workloads }) =>
    Object.values(workloads).map(({ downtimeMinutesPerYear }) => downtimeMinutesPerYear),
  ),
  ...scenarios.flatMap(({ stores }, i) => (Object.keys(stores).length === 0 ? [] : Object.values(totals[i]!.data))),
  ...differences.flatMap(({ workloads, data }) => [
    ...Object.values(workloads).flatMap(({ availability, downtimeMinutesPerYear }) => [
      availability.requests,
      downtimeMinutesPerYear,
    ]),
    ...Object.values(data),
  ]),
];
