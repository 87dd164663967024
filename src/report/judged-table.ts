import type { JudgedObjective } from '../experiment/index.ts';
import { amountBeside } from './beside.ts';
import { figure, measureOf, objectiveColumns, withoutUnit } from './objective.ts';
import { type Lines, type Page, paragraph } from './page.ts';
import { table } from './table.ts';
import type { Words } from './words/index.ts';

/** Objectives that were measured on purpose: target, figure and the bounds that decide. */
export function judgedTable(rows: readonly JudgedObjective[], page: Page): Lines {
  const { words } = page;
  return [
    ...table(
      rows,
      [
        ...objectiveColumns(page, measured),
        { title: words.drill.bounds, align: 'right', cell: (row) => bounds(row, words), shrinks: true, wraps: true },
      ],
      page,
    ),
    ...pointNotes(rows, words).flatMap((note) => paragraph(note)),
  ];
}

/** What is to be said of recovery points beyond their figures. */
export type Noted = Pick<JudgedObjective, 'domain' | 'discarded' | 'intervals' | 'leftBehind'>;

/** Good writes after a damage that going back has thrown away, which no recovery point counts; and stores that were left behind with all they had. */
export const pointNotes = (rows: readonly Noted[], words: Words): string[] =>
  rows.flatMap(({ domain, discarded, intervals, leftBehind }) => [
    ...(discarded === undefined || domain === null
      ? []
      : [words.objectives.discarded(domain, thrownAway(discarded, intervals))]),
    ...(leftBehind === undefined || domain === null ? [] : [words.objectives.leftBehind(leftBehind, domain)]),
  ]);

/** Good writes that were thrown away, a drill. */
export const thrownAway = (writes: number, intervals: Noted['intervals']): string =>
  amountBeside(writes, intervals?.discarded ?? { low: null, high: null });

/** What was measured, alone or with its bounds beside it. */
export function measured(row: JudgedObjective, words: Words, told: typeof figure = figure): string {
  if (measureOf(row) === 'profile') return '';
  if (row.measured !== null) return told(row.measured, row, words);
  return unmeasured(row, words);
}

/** Why there is no figure. */
export function unmeasured({ unmeasured: why }: Pick<JudgedObjective, 'unmeasured'>, words: Words): string {
  if (why === 'not-back') return words.drill.notBack;
  return why === 'open' ? words.notKnown : words.noneSeen;
}

/** What can be known without an interval. */
const EXACT: ReadonlySet<string> = new Set(['cost', 'reserve']);

export function bounds(row: JudgedObjective, words: Words): string {
  const { low, high } = row;
  if (low === null && high === null) return '';
  if (low === high && EXACT.has(measureOf(row))) return '';
  const from = low === null ? '0' : figure(low, row, words);
  // The unit is said once.
  return words.range(high === null ? from : withoutUnit(from, row), high === null ? '∞' : figure(high, row, words));
}
