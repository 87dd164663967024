import { cells, clean, PAGE_CELLS, padEnd, padStart, shorten, widestPiece, wrap } from './cells.ts';
import type { Lines, Page } from './page.ts';

export interface Column<Row> {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly cell: (row: Row) => string;
  /** Gives way when the table is too wide: names do, figures do not. */
  readonly shrinks?: boolean;
  /** Goes on beneath itself instead of being cut. */
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
  const titles = columns.map(({ title }) => title);
  const widths = fittedTo(columns, texts);
  const heads = stacked(
    titles.map((title, i) => wrap(title, widths[i]!)),
    columns,
    widths,
    (_, text) => text,
  );
  const body = rows.flatMap((row, r) => rowLines(row, texts[r]!, columns, widths));
  return [...heads.map(ink.dim), ...body];
}

/**
 * The same in as many tables as it takes for nothing to be cut: the first column names the rows of each. One column that is by
 * itself too wide is cut.
 */
export function tables<Row>(rows: readonly Row[], all: readonly Column<Row>[], page: Page): Lines {
  const columns = all.filter((column) => rows.some((row) => column.cell(row) !== ''));
  const texts = rows.map((row) => columns.map((column) => clean(column.cell(row))));
  const narrowest = unbroken(columns, texts).map((width, i) =>
    columns[i]!.wraps === true ? width : Math.max(inTwoLines(columns[i]!.title), widestOf(texts, i)),
  );
  const parts: number[][] = [[]];
  for (let i = 1; i < columns.length; i++) {
    const part = parts.at(-1)!;
    if (part.length > 0 && excessOf([0, ...part, i].map((at) => narrowest[at]!)) > 0) parts.push([i]);
    else part.push(i);
  }
  return parts.flatMap((part, i) => [
    ...(i === 0 ? [] : ['']),
    ...table(
      rows,
      [0, ...part].flatMap((at) => columns[at] ?? []),
      page,
    ),
  ]);
}

const joined = (parts: readonly string[]): string => `${' '.repeat(INDENT)}${parts.join(' '.repeat(GAP))}`.trimEnd();

const rowLines = <Row>(
  row: Row,
  texts: readonly string[],
  columns: readonly Column<Row>[],
  widths: readonly number[],
): string[] =>
  stacked(
    texts.map((text, i) => (columns[i]!.wraps === true ? wrap(text, widths[i]!) : [text])),
    columns,
    widths,
    (column, text) => painted(column, row, text),
  );

/** As many lines as the text of a column needs that has the most. */
function stacked<Row>(
  lines: readonly (readonly string[])[],
  columns: readonly Column<Row>[],
  widths: readonly number[],
  paint: (column: Column<Row>, text: string) => string,
): string[] {
  const height = lines.reduce((most, { length }) => Math.max(most, length), 1);
  return Array.from({ length: height }, (_, line) =>
    joined(columns.map((column, i) => paint(column, placed(lines[i]![line] ?? '', widths[i]!, column.align)))),
  );
}

const painted = <Row>({ paint }: Column<Row>, row: Row, text: string): string =>
  paint === undefined || text.trim() === '' ? text : paint(text, row);

function placed(text: string, width: number, align: 'left' | 'right'): string {
  const short = shorten(text, width);
  return align === 'left' ? padEnd(short, width) : padStart(short, width);
}

type Texts = readonly (readonly string[])[];

/** The widest of what stands in a column beneath its title. */
const widestOf = (texts: Texts, column: number): number =>
  texts.reduce((most, row) => Math.max(most, cells(row[column]!)), 0);

const natural = (titles: readonly string[], texts: Texts): number[] =>
  titles.map((title, i) => Math.max(cells(title), widestOf(texts, i)));

const excessOf = (widths: readonly number[]): number =>
  INDENT + GAP * (widths.length - 1) + widths.reduce((sum, width) => sum + width, 0) - PAGE_CELLS;

/**
 * Widths with which the table fits: titles go on in a second line, then columns that may shrink give way down to whole words,
 * then titles take as many lines as they need, and only then anything is cut.
 */
function fittedTo<Row>(columns: readonly Column<Row>[], texts: Texts): number[] {
  const titles = columns.map(({ title }) => title);
  const beneath = (least: (title: string) => number): number[] =>
    titles.map((title, i) => Math.max(least(title), widestOf(texts, i)));
  const whole = unbroken(columns, texts);
  const widths = natural(titles, texts);
  relieved(widths, beneath(inTwoLines));
  relieved(
    widths,
    whole.map((width, i) => (columns[i]!.shrinks === true ? width : Number.POSITIVE_INFINITY)),
  );
  relieved(widths, beneath(widestPiece));
  return squeezed(columns, widths);
}

/** The least width at which a title takes no more than two lines: one of single Chinese letters beneath each other is not read. */
function inTwoLines(title: string): number {
  let width = widestPiece(title);
  while (wrap(title, width).length > 2) width += 1;
  return width;
}

/** Takes what is too wide off the widest column, cell by cell, none becoming narrower than its least width. */
function relieved(widths: number[], least: readonly number[]): void {
  for (let excess = excessOf(widths); excess > 0; excess--) {
    const loose = widest(widths, (i) => widths[i]! > least[i]!);
    if (loose === undefined) return;
    widths[loose]! -= 1;
  }
}

/** The longest word of each column that wraps: no narrower, and none of its words is broken. */
const unbroken = <Row>(columns: readonly Column<Row>[], texts: Texts): number[] =>
  columns.map(({ title, wraps }, i) => {
    if (wraps !== true) return NARROWEST;
    return [title, ...texts.map((row) => row[i]!)].reduce((most, text) => Math.max(most, widestPiece(text)), NARROWEST);
  });

/** The same off columns that may shrink, and where none of them can, off any. */
function squeezed<Row>(columns: readonly Column<Row>[], widths: number[]): number[] {
  for (let excess = excessOf(widths); excess > 0; excess--) {
    const rough = widest(widths, (i) => columns[i]!.shrinks === true && widths[i]! > NARROWEST);
    widths[rough ?? widest(widths, () => true)!]! -= 1;
  }
  return widths;
}

function widest(widths: readonly number[], may: (i: number) => boolean): number | undefined {
  let found: number | undefined;
  for (const [i, width] of widths.entries()) {
    if (may(i) && (found === undefined || width > widths[found]!)) found = i;
  }
  return found;
}
