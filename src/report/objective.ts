import type { JudgedObjective, ObjectiveResult, ObjectiveVerdict } from '../experiment/index.ts';
import { clean } from './cells.ts';
import { availabilityText, decimalsFor, money, percentBeside, stated } from './figures.ts';
import type { Ink } from './ink.ts';
import type { Page } from './page.ts';
import { boundsBeside, span, statedSpan } from './spans.ts';
import type { Column } from './table.ts';
import type { Words } from './words/index.ts';

/** An objective, run or drilled. */
type Objective = ObjectiveResult | JudgedObjective;
/** What a name and a target take of it. */
type Asked = Pick<Objective, 'objective' | 'target' | 'currency'>;
type Measure = 'availability' | 'rto' | 'rpo' | 'tier' | 'profile' | 'reserve' | 'cost';

/** How a verdict is painted. */
export const INK: Readonly<Record<ObjectiveVerdict, keyof Ink>> = {
  met: 'good',
  missed: 'bad',
  undecided: 'doubtful',
  'needs-drill': 'doubtful',
};

/** What was asked for, of what, and what was measured: as every table tells it. */
export function objectiveColumns<Row extends Objective>(
  { words, ink }: Page,
  measured: (row: Row, words: Words) => string,
): Column<Row>[] {
  const say = words.objectives;
  return [
    {
      title: say.verdict,
      align: 'left',
      cell: ({ verdict }) => say.verdicts[verdict],
      paint: (text, { verdict }) => ink[INK[verdict]](text),
    },
    { title: say.objective, align: 'left', cell: (row) => nameOf(row, words), shrinks: true, wraps: true },
    { title: say.of, align: 'left', cell: (row) => subjectOf(row, words), shrinks: true, wraps: true },
    { title: say.target, align: 'right', cell: (row) => target(row, words) },
    { title: say.measured, align: 'right', cell: (row) => measured(row, words), shrinks: true, wraps: true },
  ];
}

export function measureOf({ objective }: Pick<Asked, 'objective'>): Measure {
  const [first, second] = objective.split(' ');
  for (const measure of ['tier', 'profile', 'availability', 'reserve', 'cost'] as const)
    if (first === measure) return measure;
  return second === 'rpo' ? 'rpo' : 'rto';
}

export function nameOf(row: Pick<Asked, 'objective'>, words: Words): string {
  const measure = measureOf(row);
  if (measure === 'profile') return row.objective.slice('profile '.length);
  if (row.objective === 'data-damaged rpo') return words.objectives.rpoOfDamage;
  return measure === 'cost' ? budgetName(row.objective, words) : words.objectives[measure];
}

function budgetName(objective: string, { objectives: { cost } }: Words): string {
  const item = objective.slice('cost '.length);
  return new Map<string, string>(Object.entries(cost)).get(item) ?? item;
}

/** Whose it is: a workload, and a place or what of a place is lost. */
export const subjectOf = ({ objective, workload, scope, domain }: Objective, { classes }: Words): string =>
  [
    objective.startsWith('data-damaged') ? classes.damage : null,
    workload,
    scope === null ? null : (new Map<string, string>(Object.entries(classes)).get(scope) ?? scope),
    domain,
  ]
    .filter((part) => part !== null)
    .join(' ');

/** What an objective asks for; a profile asks for many things at once. */
export function target(row: Asked, words: Words): string {
  switch (measureOf(row)) {
    case 'availability':
    case 'reserve':
      return `≥ ${stated(100 * row.target)} %`;
    case 'tier':
      return `≥ ${row.target}`;
    case 'profile':
      return '';
    case 'cost':
      return `≤ ${amount(row.target, row)}`;
    default:
      return `≤ ${statedSpan(row.target, words)}`;
  }
}

/** What a budget is about. */
const amount = (value: number, { currency }: Asked): string =>
  `${money(value)}${currency === undefined ? '' : ` ${clean(currency)}`}`;

/** A figure of what is measured: of times their 95 % quantile. */
export function figure(value: number, row: Objective, words: Words): string {
  const { low, high } = row;
  switch (measureOf(row)) {
    case 'tier':
      return String(value);
    case 'cost':
      return amount(value, row);
    case 'reserve':
      return percentBeside(value, row.target);
    case 'availability': {
      const decimals = low === null || high === null ? undefined : decimalsFor(100 * value, 100 * low, 100 * high);
      return `${availabilityText(value, decimals)} %`;
    }
    default:
      return span(value, words);
  }
}

/** What a figure surely lies between, in brackets and in its unit, each side 95 % sure; nothing where it is known exactly. */
export function beside(value: number, row: Objective, words: Words): string {
  const { low, high } = row;
  switch (measureOf(row)) {
    case 'rto':
    case 'rpo':
      return boundsBeside(value, row);
    case 'availability':
    case 'cost': {
      if (low === null || high === null || low === high) return '';
      const [from, to] = [low, high].map((end) => withoutUnit(figure(end, row, words), row));
      return ` (${from}–${to})`;
    }
    default:
      return '';
  }
}

/** What is told of one end alone: the other one has the unit. */
export const withoutUnit = (text: string, { currency }: Asked): string =>
  text.replace(/ %$/, '').replace(currency === undefined ? '' : ` ${clean(currency)}`, '');

/** A figure with what it surely lies between. */
export const bounded = (value: number, row: Objective, words: Words): string =>
  `${figure(value, row, words)}${beside(value, row, words)}`;
