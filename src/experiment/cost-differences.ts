import type { Paired } from '../measures/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { CostDifferences } from './comparison-result.ts';
import type { Estimate, YearsEstimate } from './result/index.ts';
import { COST_YEARS, isPriced, mapped, paid, withDowntime } from './summary/cost.ts';
import { difference } from './summary/estimates.ts';

/** What a scenario costs more than the first; downtime is paired by replication, in so many years altogether. */
export function costDifferences(
  first: Scenario,
  other: Scenario,
  downtimeCost: Paired,
  years: number,
): CostDifferences | null {
  if (!isPriced(first) || !isPriced(other) || first.currency !== other.currency) return null;
  const downtime = saysCosts(first) && saysCosts(other) ? difference(downtimeCost, 1, years) : null;
  const amount = paid(other) - paid(first);
  return {
    perMonth: monthly(other) - monthly(first),
    extra: { years: COST_YEARS, amount },
    downtimePerYear: downtime,
    tcoPerYears: withDowntime(amount, downtime),
    returnPerYears: downtime === null || amount <= 0 ? null : returnOn(amount, downtime),
  };
}

const saysCosts = ({ workloads }: Scenario): boolean =>
  workloads.some(({ downtimeCosts }) => downtimeCosts !== undefined);

const monthly = ({ prices }: Scenario): number => prices.reduce((sum, { perMonth }) => sum + perMonth, 0);

/** Less downtime is a gain: the more the difference is below 0, the higher the return. */
const returnOn = (extra: number, downtime: Estimate): YearsEstimate => ({
  years: COST_YEARS,
  ...mapped(downtime, (cost) => (-COST_YEARS * cost - extra) / extra, true),
});
