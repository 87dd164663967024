import type { ComparisonResult, Cost, CostDifferences, Estimate, Result } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
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
    row(say.perMonth, (cost) => field(paidText(cost.perMonth, cost))),
    ...paidRows(scenarios, words),
    row(say.total(years), (cost) => field(...inCurrency(amountLines(cost.tcoPerYears, words), cost))),
    {
      label: words.compare.against,
      fields: differences.map(({ cost }, i) => {
        const priced = scenarios[i]!.cost;
        if (i === 0 || cost === null || priced === null) return NOTHING;
        const { lines, paint } = amountDifference(cost.tcoPerYears, words);
        return { lines: inCurrency(lines, priced), paint };
      }),
    },
    against(say.return, ({ returnPerYears }) => returned(returnPerYears, words)),
  ];
}

type InCurrency = Pick<Cost, 'currency'>;

const paidText = (amount: number, { currency }: InCurrency): string =>
  currency === null ? money(amount) : `${money(amount)} ${clean(currency)}`;

/** An amount, and its interval beneath: the currency stands with the first of them. */
const inCurrency = ([amount, ...interval]: readonly string[], { currency }: InCurrency): string[] =>
  amount === undefined ? [] : [currency === null ? amount : `${amount} ${clean(currency)}`, ...interval];

/** Of what any of them costs: once, for people, time to build, downtime. */
function paidRows(scenarios: readonly Result[], words: Words): GridRow[] {
  const say = words.cost;
  const row = (label: string, of: (cost: Cost) => number, text: (value: number, cost: Cost) => string): GridRow[] =>
    scenarios.some(({ cost }) => cost !== null && of(cost) > 0)
      ? [{ label, fields: scenarios.map(({ cost }) => (cost === null ? NOTHING : field(text(of(cost), cost)))) }]
      : [];
  const isDown = scenarios.some(({ cost }) => cost !== null && cost.downtimePerYear !== null);
  const down = (cost: Cost | null): Field =>
    cost === null || cost.downtimePerYear === null
      ? NOTHING
      : field(...inCurrency(amountLines(cost.downtimePerYear, words), cost));
  return [
    ...row(say.once, ({ once }) => once, paidText),
    ...row(
      say.staff,
      ({ staffPerYear }) => staffPerYear,
      (amount, cost) => say.aYear(paidText(amount, cost)),
    ),
    ...row(
      say.build,
      ({ buildSeconds }) => buildSeconds,
      (seconds) => span(seconds, words),
    ),
    ...(isDown ? [{ label: say.downtimeAYear, fields: scenarios.map(({ cost }) => down(cost)) }] : []),
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
