import { sortedEntries } from '../../base/index.ts';
import type { ComparisonResult, Estimate } from '../../experiment/index.ts';
import { type CsvColumn, csvText } from './text.ts';
import { inCurrency } from './units.ts';

/** One figure of a scenario less the same of the first. */
interface Difference {
  readonly scenario: string;
  /** Empty where it is of all workloads or stores together. */
  readonly workload: string;
  readonly what: string;
  readonly unit: string;
  readonly of: Estimate;
}

/** What is measured, and in what. */
type Measured = readonly [what: string, unit: string];

/** What every other scenario has more, or less, than the first: a line a figure, with its interval and what is to be said of that. */
export const differencesCsv = (comparison: ComparisonResult): string => csvText(differencesOf(comparison), COLUMNS);

const COLUMNS: readonly CsvColumn<Difference>[] = [
  { name: 'scenario', of: ({ scenario }) => scenario },
  { name: 'workload', of: ({ workload }) => workload },
  { name: 'what', of: ({ what }) => what },
  { name: 'unit', of: ({ unit }) => unit },
  { name: 'difference', of: ({ of }) => of.mean },
  { name: 'low', of: ({ of }) => of.low },
  { name: 'high', of: ({ of }) => of.high },
  { name: 'note', of: ({ of }) => of.note },
];

function differencesOf({ scenarios, differences }: ComparisonResult): Difference[] {
  return differences.slice(1).flatMap(({ workloads, data, cost }, i) => {
    const { name: scenario } = scenarios[i + 1]!.scenario;
    const currency = inCurrency(scenarios[i + 1]!.cost?.currency);
    const row = (workload: string, [what, unit]: Measured, of: Estimate): Difference => ({
      ...{ scenario, workload, what, unit, of },
    });
    return [
      ...sortedEntries(workloads).flatMap(([name, own]) => [
        row(name, ['availability by requests', 'share'], own.availability.requests),
        row(name, ['availability by time', 'share'], own.availability.time),
        row(name, ['downtime', 'min/year'], own.downtimeMinutesPerYear),
        row(name, ['planned', 'min/year'], own.plannedMinutesPerYear),
        row(name, ['incidents', 'incidents/year'], own.incidentsPerYear),
      ]),
      row('', ['lost writes', 'writes/year'], data.writesLostPerYear),
      row('', ['split brain', 'min/year'], data.splitBrainMinutesPerYear),
      ...(cost === null
        ? []
        : [
            ...(cost.downtimePerYear === null
              ? []
              : [row('', ['cost of downtime', `${currency}/year`], cost.downtimePerYear)]),
            row('', [`cost in ${cost.tcoPerYears.years} years`, currency], cost.tcoPerYears),
          ]),
    ];
  });
}
