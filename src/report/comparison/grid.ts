import { cells, clean, PAGE_CELLS, padEnd, shorten, wrap } from '../cells.ts';
import type { Ink } from '../ink.ts';
import type { Lines, Page } from '../page.ts';

/** What stands in one field: lines beneath one another, and how they are painted. */
export interface Field {
  readonly lines: readonly string[];
  readonly paint?: keyof Ink | undefined;
}

/** A figure of every scenario side by side. */
export interface GridRow {
  readonly label: string;
  /** In the order of the scenarios. */
  readonly fields: readonly Field[];
}

/** Scenarios side by side; more stand in further blocks, each beginning with the first. */
export const MOST_COLUMNS = 3;
const LABEL = 22;
const GAP = 2;

/** A row in which no scenario has anything to say is left out. */
export const isFilled = ({ fields }: GridRow): boolean =>
  fields.some(({ lines }) => lines.some((line) => clean(line) !== ''));

/** Titles above columns. */
export const heads = (titles: readonly string[], { ink }: Page): string =>
  joined(
    '',
    titles.map((text) => ink.strong(padEnd(shorten(clean(text), widthOf(titles)), widthOf(titles)))),
  );

/** A row of fields under such titles, each field wrapped within its column. */
export function gridLines({ label, fields }: GridRow, page: Page): Lines {
  const width = widthOf(fields);
  const texts = fields.map(({ lines }) => lines.flatMap((line) => wrap(clean(line), width)));
  const labels = wrap(clean(label), LABEL - 4);
  const height = Math.max(labels.length, ...texts.map((lines) => lines.length));
  return Array.from({ length: height }, (_, i) =>
    joined(
      page.ink.dim(`  ${labels[i] ?? ''}`),
      fields.map(({ paint }, f) => padEnd(painted(texts[f]![i] ?? '', paint, page), width)),
    ),
  );
}

const painted = (text: string, paint: keyof Ink | undefined, { ink }: Page): string =>
  text === '' || paint === undefined ? text : ink[paint](text);

const widthOf = ({ length }: readonly unknown[]): number => Math.floor((PAGE_CELLS - LABEL) / length) - GAP;

const joined = (label: string, fields: readonly string[]): string =>
  `${label}${' '.repeat(Math.max(0, LABEL - cells(label)))}${fields.join(' '.repeat(GAP))}`.trimEnd();
