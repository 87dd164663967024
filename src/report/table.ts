import { cells, clean, PAGE_CELLS, padEnd, padStart, shorten, wrap } from './cells.ts';
import type { Lines, Page } from './page.ts';

export interface Column<Row> {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly cell: (row: Row) => string;
  /** Gives way when the table is too wide: names do, figures do not. */
  readonly shrinks?: boolean;
  /** The last column may go on beneath itself instead of being cut. */
  readonly wraps?: boolean;
  readonly paint?: (text: string, row: Row) => string;
}

const INDENT = 2;
const GAP = 2;
const NARROWEST = 8;

/** Rows in aligned columns beneath their titles, within the page. A column in which nothing stands is left out. */
export function table<Row>(rows: readonly Row[], all: readonly Column<Row>[], { ink }: Page): Lines {
  const columns = all.filter((column) => rows.some((row) => column.cell(row) !== ''));
  const texts = rows.map((row) => columns.map((column) => clean(column.cell(row))));
  const widths = squeezed(columns, natural(columns, texts));
  const titles = columns.map(({ title, align }, i) => placed(title, widths[i]!, align));
  const body = rows.flatMap((row, r) => rowLines(row, texts[r]!, columns, widths));
  return [ink.dim(joined(titles)), ...body];
}

const joined = (parts: readonly string[]): string => `${' '.repeat(INDENT)}${parts.join(' '.repeat(GAP))}`.trimEnd();

function rowLines<Row>(
  row: Row,
  texts: readonly string[],
  columns: readonly Column<Row>[],
  widths: readonly number[],
): string[] {
  const last = columns.length - 1;
  const parts = columns.map((column, i) => {
    const text = column.wraps === true ? wrap(texts[i]!, widths[i]!)[0]! : texts[i]!;
    return painted(column, row, placed(text, widths[i]!, column.align));
  });
  const left = PAGE_CELLS - (widths[last] ?? 0);
  const more = columns[last]?.wraps === true ? wrap(texts[last]!, widths[last]!).slice(1) : [];
  const indent = Math.min(left, INDENT + widths.slice(0, last).reduce((sum, width) => sum + width + GAP, 0));
  return [joined(parts), ...more.map((text) => ' '.repeat(indent) + text)];
}

const painted = <Row>({ paint }: Column<Row>, row: Row, text: string): string =>
  paint === undefined || text.trim() === '' ? text : paint(text, row);

function placed(text: string, width: number, align: 'left' | 'right'): string {
  const short = shorten(text, width);
  return align === 'left' ? padEnd(short, width) : padStart(short, width);
}

const natural = <Row>(columns: readonly Column<Row>[], texts: readonly (readonly string[])[]): number[] =>
  columns.map(({ title }, i) => texts.reduce((widest, row) => Math.max(widest, cells(row[i]!)), cells(title)));

/** Takes what is too wide off the widest column that may shrink, cell by cell, then off any column. */
function squeezed<Row>(columns: readonly Column<Row>[], widths: number[]): number[] {
  let excess = INDENT + GAP * (widths.length - 1) + widths.reduce((sum, width) => sum + width, 0) - PAGE_CELLS;
  for (; excess > 0; excess--) {
    const widest = widestOf(widths, (i) => columns[i]!.shrinks === true && widths[i]! > NARROWEST);
    widths[widest ?? widestOf(widths, () => true)!]! -= 1;
  }
  return widths;
}

function widestOf(widths: readonly number[], may: (i: number) => boolean): number | undefined {
  let widest: number | undefined;
  for (const [i, width] of widths.entries()) {
    if (may(i) && (widest === undefined || width > widths[widest]!)) widest = i;
  }
  return widest;
}
