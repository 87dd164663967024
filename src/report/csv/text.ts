import { printable } from '../cells.ts';

/** A column of a table of plain figures: seconds, shares, counts, names. */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly of: (row: Row) => string | number | null | undefined;
}

/** Rows as CSV (RFC 4180), in English, figures bare and their units in the heads, for programs: what is not known is empty. */
export function csvText<Row>(rows: readonly Row[], columns: readonly CsvColumn<Row>[]): string {
  const lines = rows.map((row) => columns.map(({ of }) => String(of(row) ?? '')));
  return csvLines([columns.map(({ name }) => name), ...lines]);
}

/** Lines of cells as CSV. */
export const csvLines = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');

/** What a spreadsheet would take for a formula is kept from being one, and what steers a reader is left out. */
function quoted(raw: string): string {
  const text = printable(raw);
  const safe = /^\s*(?:[=+@]|-(?![\d.]))/.test(text) ? `'${text}` : text;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
