import { Html, html, NOTHING, type Piece, readable } from './html.ts';
import { both, type Said } from './voices.ts';

/** A column of a table: its head, its cells, and by what it is sorted where that is not its text. */
export interface Field<Row> {
  readonly title: Said;
  readonly cell: (row: Row) => Piece;
  /** Figures stand at the right and are sorted as such; null comes last. */
  readonly figure?: (row: Row) => number | null;
  /** A figure that has room for several lines. */
  readonly wraps?: boolean;
  /** Room that it gets at the least: for long text, for names of two or three words, which would stand in as many lines, or for one line. */
  readonly room?: keyof typeof ROOMS;
}

export interface TableOf<Row> {
  /** Unlike that of any other table of the page. */
  readonly id: string;
  readonly caption: Said;
  readonly rows: readonly Row[];
  readonly fields: readonly Field<Row>[];
  /** Of many figures: what each lies between stands beneath it, so that all columns have room beside each other. */
  readonly beneath?: boolean;
  /** The rest is folded away until asked for. */
  readonly shown?: number;
}

const SHOWN = 12;

/** A table whose rows the reader can sort; columns in which nothing stands are left out. */
export function htmlTable<Row>({ id, caption, rows, fields, beneath = false, shown = SHOWN }: TableOf<Row>): Html {
  if (rows.length === 0) return NOTHING;
  const kept = fields.filter(({ cell }) => rows.some((row) => !isEmpty(cell(row))));
  const folded = rows.length > shown;
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="${id}-c">
<table id="${id}" class="sorts${beneath ? ' beneath' : ''}"${folded ? new Html(` data-shown="${shown}"`) : null}><caption id="${id}-c">${both(caption)}</caption>
<thead><tr>${kept.map(head)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${kept.map((field, i) => cellOf(field, row, i))}</tr>\n`)}</tbody></table></div>`;
}

const isEmpty = (piece: Piece): boolean =>
  piece === null ||
  piece === '' ||
  (piece instanceof Html && piece.markup === '') ||
  (Array.isArray(piece) && piece.every(isEmpty));

const head = <Row>({ title, figure }: Field<Row>): Html =>
  html`<th scope="col"${figure === undefined ? null : new Html(' class="n"')}><button type="button">${both(title)}</button></th>`;

function cellOf<Row>({ cell, figure, wraps, room }: Field<Row>, row: Row, column: number): Html {
  const value = figure?.(row);
  const sorts =
    value === undefined
      ? NOTHING
      : html` class="${wraps === true ? 'n wraps' : 'n'}" data-v="${value === null ? '' : value}"`;
  const said = cell(row);
  const text = typeof said === 'string' ? readable(said) : said;
  if (column === 0) return html`<th scope="row"${sorts}>${text}</th>`;
  return html`<td${room === undefined ? sorts : ROOMS[room]}>${text}</td>`;
}

/** How a cell asks for room. */
const ROOMS = { text: new Html(' class="w"'), names: new Html(' class="names"'), line: new Html(' class="line"') };
