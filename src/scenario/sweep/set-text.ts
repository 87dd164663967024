import { readValueText } from '../variants/index.ts';
import {
  problemAt,
  type Stretch,
  type SweepProblem,
  type Text,
  type WrittenParameter,
  type WrittenValue,
} from './written.ts';

export type Read<T> = { readonly read: T } | { readonly problems: readonly SweepProblem[] };

const EXPECTED = 'a path and its values such as www.ttl=1s,60s,600s, or a range such as www.ttl=1s..600s';

/** Reads `www.ttl=1s,60s,600s`, what `--set` is given. */
export function readSetText(text: string, name = '--set'): Read<WrittenParameter> {
  const origin: Text = { name, text };
  const equals = text.indexOf('=');
  if (equals < 0) return wrong(origin, { from: 0, to: text.length }, 'no values are given');
  const path = trimmed(text, 0, equals);
  if (path.text === '') return wrong(origin, { from: 0, to: equals }, 'no path is given');
  const stretches = pieces(text, equals + 1);
  const values = stretches.map((stretch) => valueIn(stretch, origin));
  const problems = values.flatMap((value) => ('problem' in value ? [value] : []));
  if (problems.length > 0) return { problems };
  return { read: { origin, path, values: values.filter((value) => 'value' in value) } };
}

const wrong = (origin: Text, at: Stretch, message: string): Read<never> => ({
  problems: [problemAt(origin, at, { code: 'bad-set', message, expected: EXPECTED })],
});

type Piece = Stretch & { readonly text: string };

function valueIn(piece: Piece, origin: Text): WrittenValue | SweepProblem {
  const read = readValueText(piece.text);
  if ('value' in read) return { ...piece, value: read.value };
  return problemAt(origin, piece, { code: 'bad-value', message: read.wrong, expected: EXPECTED });
}

function trimmed(text: string, from: number, to: number): Piece {
  const inner = text.slice(from, to);
  const start = from + (inner.length - inner.trimStart().length);
  return { text: inner.trim(), from: start, to: start + inner.trim().length };
}

const DEEPER: Readonly<Record<string, number>> = { '[': 1, '{': 1, ']': -1, '}': -1 };

/** Cuts at the commas that stand in no bracket and no quotes. */
function pieces(text: string, start: number): Piece[] {
  const out: Piece[] = [];
  let from = start;
  let depth = 0;
  let quote = '';
  for (let i = start; i < text.length; i++) {
    const char = text[i]!;
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === ',' && depth === 0) {
      out.push(trimmed(text, from, i));
      from = i + 1;
    } else depth += DEEPER[char] ?? 0;
  }
  return [...out, trimmed(text, from, text.length)];
}
