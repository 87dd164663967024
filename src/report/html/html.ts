import { printable } from '../cells.ts';
import { INTERVALS, kept } from '../kept.ts';

/** A piece of markup. Whatever else stands in a template is text and is escaped. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Piece = string | number | Html | readonly Piece[] | null;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Text as it stands in markup, in an element or in a quoted attribute. */
export const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (sign) => ENTITIES.get(sign)!);

/** Text for people as it stands in an element: lines break around its figures and intervals, not within them. */
export const readable = (text: string): Html =>
  new Html(kept(escaped(text)).replace(INTERVALS, '<span class="whole">$&</span>'));

function markupOf(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  return piece.map(markupOf).join('');
}

/** Markup from a template: the template is trusted, nothing that is filled in is. */
export function html(template: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(template.reduce((text, part, i) => text + markupOf(pieces[i - 1]!) + part));
}

/** A document of data inside a page: no text in it can end the element that holds it. */
export const embedded = (data: unknown): Html =>
  new Html(
    JSON.stringify(data).replace(
      /[<>&'\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

export const NOTHING = new Html('');
export const isNothing = ({ markup }: Html): boolean => markup === '';
