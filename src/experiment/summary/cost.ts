import { toSeconds } from '../../base/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Cost, Estimate, Result, YearsEstimate } from '../result/index.ts';

/** Over how many years the total is taken. */
export const COST_YEARS = 3;

/** Whether a scenario says anything about money. */
export const isPriced = ({ prices, workloads }: Scenario): boolean =>
  prices.length > 0 || workloads.some(({ downtimeCosts }) => downtimeCosts !== undefined);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What is paid whether it serves or not, over {@link COST_YEARS}. */
export function paid({ prices }: Scenario): number {
  return sum(prices.map((price) => price.once + COST_YEARS * (12 * price.perMonth + price.staffPerYear)));
}

/** What a scenario costs; null where it says nothing about money. */
export function costOf(scenario: Scenario, workloads: Result['workloads']): Cost | null {
  if (!isPriced(scenario)) return null;
  const { prices, currency } = scenario;
  const downtime = downtimeCost(scenario, workloads);
  return {
    currency: currency ?? null,
    perMonth: sum(prices.map(({ perMonth }) => perMonth)),
    once: sum(prices.map(({ once }) => once)),
    staffPerYear: sum(prices.map(({ staffPerYear }) => staffPerYear)),
    buildSeconds: sum(prices.map(({ build }) => toSeconds(build))),
    downtimePerYear: downtime,
    tcoPerYears: withDowntime(paid(scenario), downtime),
  };
}

/** An amount that is known, and {@link COST_YEARS} of downtime. */
export function withDowntime(amount: number, downtime: Estimate | null): YearsEstimate {
  const years = COST_YEARS;
  if (downtime === null) return { years, mean: amount, low: amount, high: amount };
  return { years, ...mapped(downtime, (cost) => amount + years * cost) };
}

/** Of each figure of an estimate; where it falls as they rise, say so. */
export function mapped({ mean, low, high, note }: Estimate, of: (value: number) => number, falling = false): Estimate {
  const at = (value: number | null): number | null => (value === null ? null : of(value));
  const [from, to] = falling ? [high, low] : [low, high];
  return { mean: at(mean), low: at(from), high: at(to), ...(note === undefined ? {} : { note }) };
}

/**
 * What the downtime of all workloads costs a year. Bounds of several are added, as if all were bad at once: the interval is
 * rather too wide than too narrow.
 */
function downtimeCost({ workloads: specs }: Scenario, workloads: Result['workloads']): Estimate | null {
  const costs = specs.flatMap(({ name, downtimeCosts }) =>
    downtimeCosts === undefined
      ? []
      : mapped(workloads[name]!.downtimeMinutesPerYear, (minutes) => (minutes * downtimeCosts) / 60),
  );
  return costs.length === 0 ? null : costs.reduce(added);
}

/** A sum in which nothing that was only not seen counts as 0 for sure: then nothing bounds it above. */
function added(a: Estimate, b: Estimate): Estimate {
  const both = (x: number | null, y: number | null): number | null => (x === null || y === null ? null : x + y);
  const note = a.note ?? b.note;
  return {
    mean: a.mean === null ? b.mean : a.mean + (b.mean ?? 0),
    low: both(a.low, b.low),
    high: both(a.high, b.high),
    ...(note === undefined ? {} : { note }),
  };
}
