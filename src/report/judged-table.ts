import type { JudgedObjective } from '../experiment/index.ts';
import { availabilityText, brief, decimalsFor, money, percentBeside } from './figures.ts';
import { type Lines, type Page, paragraph } from './page.ts';
import { INK, measureOf, nameOf, target } from './sections/objectives.ts';
import { span } from './spans.ts';
import { table } from './table.ts';
import type { Words } from './words/index.ts';

/** Objectives that were measured on purpose: target, figure and the bounds that decide. */
export function judgedTable(rows: readonly JudgedObjective[], page: Page): Lines {
  const { words, ink } = page;
  const say = words.objectives;
  return [
    ...table(
      rows,
      [
        {
          title: say.verdict,
          align: 'left',
          cell: ({ verdict }) => say.verdicts[verdict],
          paint: (text, { verdict }) => ink[INK[verdict]](text),
        },
        { title: say.objective, align: 'left', cell: (row) => nameOf(row, words), shrinks: true, wraps: true },
        { title: say.of, align: 'left', cell: (row) => subject(row, words), shrinks: true, wraps: true },
        { title: say.target, align: 'right', cell: (row) => target(row, words) },
        { title: say.measured, align: 'right', cell: (row) => measured(row, words) },
        { title: words.drill.bounds, align: 'right', cell: (row) => bounds(row, words), shrinks: true, wraps: true },
      ],
      page,
    ),
    ...discardedNotes(rows, words).flatMap((note) => paragraph(note)),
  ];
}

/** What a recovery point of damaged data does not count: good writes after the damage that going back has thrown away. */
export const discardedNotes = (
  rows: readonly Pick<JudgedObjective, 'domain' | 'discarded'>[],
  words: Words,
): string[] =>
  rows.flatMap(({ domain, discarded }) =>
    discarded === undefined || domain === null ? [] : [words.objectives.discarded(domain, brief(discarded))],
  );

export const subject = ({ objective, workload, domain, scope }: JudgedObjective, { classes }: Words): string =>
  [objective.startsWith('data-damaged') ? classes.damage : null, domain ?? scope, workload]
    .filter((part) => part !== null)
    .join(' ');

/** An availability, or the 95 % quantile of a time. */
function figure(value: number, row: JudgedObjective, words: Words): string {
  const { low, high } = row;
  const measure = measureOf(row);
  if (measure === 'tier') return String(value);
  if (measure === 'cost') return money(value);
  if (measure === 'reserve') return percentBeside(value, row.target);
  if (measure !== 'availability') return span(value, words);
  const decimals = low === null || high === null ? undefined : decimalsFor(100 * value, 100 * low, 100 * high);
  return `${availabilityText(value, decimals)} %`;
}

export function measured(row: JudgedObjective, words: Words): string {
  if (measureOf(row) === 'profile') return '';
  if (row.measured !== null) return figure(row.measured, row, words);
  return row.domain === null ? words.noneSeen : words.drill.notBack;
}

/** What can be known without an interval. */
const EXACT: ReadonlySet<string> = new Set(['cost', 'reserve']);

export function bounds(row: JudgedObjective, words: Words): string {
  const { low, high } = row;
  if (low === null && high === null) return '';
  if (low === high && EXACT.has(measureOf(row))) return '';
  const from = low === null ? '0' : figure(low, row, words);
  // The unit is said once.
  return words.range(high === null ? from : from.replace(/ %$/, ''), high === null ? '∞' : figure(high, row, words));
}
