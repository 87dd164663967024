import { isMap, isPair, isScalar, isSeq, visit } from 'yaml';
import type { PathPart } from '../../language/index.ts';
import { keyText, parseSource, type Source } from '../source.ts';

/** What the place of a cursor in a text is: a key to be written in a map, or a value. */
export interface Cursor {
  /** Where the word that is being written begins, in UTF-16 units. */
  readonly from: number;
  readonly isKey: boolean;
  /** Of the map for a key, of the value for a value. */
  readonly path: readonly PathPart[];
  readonly source: Source;
}

/** Stands for the word being written while the text is parsed. */
export const MARK = 'hasimIsWritingHere';
const WORD_BEFORE = /[^\s,[\]{}:#'"]*$/u;
const ONLY_INDENT = /^\s*(?:- +)*$/u;

/** Finds out what is being written at `offset`; undefined within comments, texts and what cannot be parsed. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const from = offset - (WORD_BEFORE.exec(text.slice(0, offset))?.[0].length ?? 0);
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const before = text.slice(lineStart, from);
  if (/(?:^|\s)#/u.test(before)) return undefined;
  const rest = text.slice(offset);
  const followedByColon = /^[^\s,[\]{}:#'"]*\s*:/u.test(rest);
  const mark = ONLY_INDENT.test(before) && !followedByColon ? `${MARK}:` : MARK;
  const source = parseSource(text.slice(0, from) + mark + rest.replace(/^[^\s,[\]{}:#'"]*/u, ''));
  const found = markIn(source);
  return found && { from, source, ...found };
}

function markIn({ document }: Source): { isKey: boolean; path: readonly PathPart[] } | undefined {
  let found: { isKey: boolean; path: readonly PathPart[] } | undefined;
  visit(document, {
    Scalar(key, node, ancestors) {
      if (node.value !== MARK) return;
      found = { isKey: key === 'key', path: pathTo([...ancestors, node], key === 'key') };
      return visit.BREAK;
    },
  });
  return found;
}

/** Keys and indices along a line of nodes from the document down: to the last node, or to the map whose key that is. */
function pathTo(line: readonly unknown[], isKey: boolean): PathPart[] {
  return line.slice(0, -1).flatMap((node, i): PathPart[] => {
    const next = line[i + 1];
    if (isSeq(node)) return [node.items.indexOf(next)];
    const isItsKey = isKey && i === line.length - 2;
    return isPair(node) && !isItsKey ? [keyText(node.key) ?? ''] : [];
  });
}

/** The plain values that stand beside a key in the map at `path`. */
export function siblings({ document }: Source, path: readonly PathPart[]): ReadonlyMap<string, unknown> {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(node)) return new Map();
  const entries = node.items.map(
    ({ key, value }) => [keyText(key) ?? '', isScalar(value) ? value.value : value] as const,
  );
  return new Map(entries.filter(([key]) => key !== '' && key !== MARK));
}
