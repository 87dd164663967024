import type { ComparisonResult, Cost, CostDifferences, Estimate, Result } from '../../experiment/index.ts';
import { decimalsFor, fixedDecimals, money } from '../figures.ts';
import { amountLines } from '../sections/cost.ts';
import { span } from '../spans.ts';
import type { Words } from '../words/index.ts';
import { amountDifference, field, NOTHING, paintOf, signed } from './fields.ts';
import type { Field, GridRow } from './grid.ts';

/** What each scenario costs where prices are given, and what the extra cost against the first brings. */
export function costRows({ scenarios, differences }: ComparisonResult, words: Words): GridRow[] {
  const say = words.cost;
  const row = (label: string, of: (cost: Cost) => Field): GridRow => ({
    label,
    fields: scenarios.map(({ cost }) => (cost === null ? NOTHING : of(cost))),
  });
  const against = (label: string, of: (cost: CostDifferences) => Field): GridRow => ({
    label,
    fields: differences.map(({ cost }, i) => (i === 0 || cost === null ? NOTHING : of(cost))),
  });
  const years = String(scenarios.find(({ cost }) => cost !== null)?.cost?.tcoPerYears.years ?? '');
  return [
    row(say.perMonth, ({ perMonth, currency }) => field([money(perMonth), currency ?? ''].join(' '))),
    ...paidRows(scenarios, words),
    row(say.total(years), ({ tcoPerYears }) => field(...amountLines(tcoPerYears, words))),
    against(words.compare.against, ({ tcoPerYears }) => amountDifference(tcoPerYears, words)),
    against(say.return, ({ returnPerYears }) => returned(returnPerYears, words)),
  ];
}

/** Of what any of them costs: once, for people, time to build, downtime. */
function paidRows(scenarios: readonly Result[], words: Words): GridRow[] {
  const say = words.cost;
  const row = (label: string, of: (cost: Cost) => number, text: (value: number) => string): GridRow[] =>
    scenarios.some(({ cost }) => cost !== null && of(cost) > 0)
      ? [{ label, fields: scenarios.map(({ cost }) => (cost === null ? NOTHING : field(text(of(cost))))) }]
      : [];
  const downtimes = scenarios.map(({ cost }) => cost?.downtimePerYear ?? null);
  return [
    ...row(say.once, ({ once }) => once, money),
    ...row(
      say.staff,
      ({ staffPerYear }) => staffPerYear,
      (amount) => say.aYear(money(amount)),
    ),
    ...row(
      say.build,
      ({ buildSeconds }) => buildSeconds,
      (seconds) => span(seconds, words),
    ),
    ...(downtimes.every((one) => one === null)
      ? []
      : [
          {
            label: say.downtimeAYear,
            fields: downtimes.map((one) => (one === null ? NOTHING : field(...amountLines(one, words)))),
          },
        ]),
  ];
}

/** `+340 %` of what is paid more; below 0 it does not come back. */
function returned(estimate: Estimate | null, words: Words): Field {
  if (estimate === null || estimate.mean === null) return NOTHING;
  const { mean, low, high } = estimate;
  const decimals = decimalsFor(100 * mean, low && 100 * low, high && 100 * high);
  const text = (share: number): string => signed(fixedDecimals(100 * share, decimals));
  const interval = low === null || high === null || low === high ? [] : [words.range(text(low), text(high))];
  return { lines: [`${text(mean)} %`, ...interval], paint: paintOf(estimate, 'more') };
}
