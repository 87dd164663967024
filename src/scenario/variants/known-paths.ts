import type { Assumption, PathPart } from '../../language/index.ts';
import { isRawMap, type RawRecord } from '../raw.ts';

const SECTION = 'components';

/** A path without `components.`, as people write it. */
export const shortPath = (path: string): string =>
  path.startsWith(`${SECTION}.`) ? path.slice(SECTION.length + 1) : path;

/** Every path at which a value is written or a default stands: what a slip of the pen may have meant. */
export function knownPaths(raw: RawRecord, assumptions: readonly Assumption[]): ReadonlySet<string> {
  const known = new Set(assumptions.map(({ path }) => path));
  walk(raw, '', known);
  return known;
}

function walk(value: unknown, path: string, known: Set<string>): void {
  if (!isRawMap(value) && !Array.isArray(value)) {
    known.add(path);
    return;
  }
  for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`, known);
}

/** A part of a path as it was written, and where it begins in its text. */
export interface WrittenPart {
  readonly part: PathPart;
  /** UTF-16 code units from the start of the path's text; the whole path begins at 0. */
  readonly at: number;
}

/**
 * A path as a person writes it: the component first (`www.ttl`), or the section (`components.www.ttl`, `plans.move.steps.2`).
 * Names may hold dots: the longest name that is there is meant.
 */
export function partsOf(text: string, raw: RawRecord): readonly WrittenPart[] {
  const words = wordsOf(text);
  const components = raw[SECTION];
  const isComponent = isRawMap(components) && nameAt(words, 0, components) !== undefined;
  const implied: WrittenPart[] = isComponent ? [{ part: SECTION, at: 0 }] : [];
  return [...implied, ...follow(words, isComponent ? components : raw)];
}

interface Word {
  readonly text: string;
  readonly at: number;
}

function wordsOf(text: string): readonly Word[] {
  let at = 0;
  return text.split('.').map((word) => {
    const here = at;
    at += word.length + 1;
    return { text: word, at: here };
  });
}

/** How many words from `from` make the longest key of a map. */
function nameAt(words: readonly Word[], from: number, map: RawRecord): number | undefined {
  for (let to = words.length; to > from; to--) {
    if (Object.hasOwn(map, joined(words, from, to))) return to - from;
  }
  return undefined;
}

const joined = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map(({ text }) => text)
    .join('.');

function follow(words: readonly Word[], from: unknown): WrittenPart[] {
  const parts: WrittenPart[] = [];
  let value = from;
  for (let i = 0; i < words.length; ) {
    const count = isRawMap(value) ? (nameAt(words, i, value) ?? 1) : 1;
    const text = joined(words, i, i + count);
    const part = Array.isArray(value) && /^\d+$/.test(text) ? Number(text) : text;
    parts.push({ part, at: words[i]!.at });
    value = isRawMap(value) || Array.isArray(value) ? Reflect.get(value, part) : undefined;
    i += count;
  }
  return parts;
}
