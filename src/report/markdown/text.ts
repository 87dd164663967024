import { clean } from '../cells.ts';

/** Characters that Markdown or HTML would read as more than themselves. */
const ACTIVE = /[\\`*_[\]<>#|~&]/g;

/** Words of a scenario as Markdown shows them: themselves, and nothing that acts. */
export const plain = (text: string): string => clean(text).replace(ACTIVE, (mark) => `\\${mark}`);

/** A command or a hash. */
export function code(text: string): string {
  const fence = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)));
  return fence.length === 1 ? `\`${clean(text)}\`` : `${fence} ${clean(text)} ${fence}`;
}

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  /** Figures stand to the right. */
  readonly figure?: boolean;
}

/** A table in the manner of GitHub; nothing without rows. Cells come escaped. */
export function markdownTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => plain(title))),
    line(columns.map(({ figure }) => (figure ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map(({ cell }) => cell(row)))),
    '',
  ];
}
