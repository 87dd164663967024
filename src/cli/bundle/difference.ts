/** Where two contents first differ, in a line; undefined: nowhere. Documents are compared value by value, texts line by line. */
export function firstDifference(name: string, was: Buffer, is: Buffer): string | undefined {
  if (was.equals(is)) return undefined;
  const text = name.endsWith('.json') ? inDocuments(was, is) : undefined;
  return text ?? inTexts(was.toString('utf8'), is.toString('utf8')) ?? `bytes differ (${was.length} and ${is.length})`;
}

function inDocuments(was: Buffer, is: Buffer): string | undefined {
  try {
    return inValues(JSON.parse(was.toString('utf8')), JSON.parse(is.toString('utf8')), '');
  } catch {
    return undefined;
  }
}

/** The first place below `path` where two values differ, and how; undefined: nowhere. */
export function inValues(was: unknown, is: unknown, path: string): string | undefined {
  if (isMap(was) && isMap(is)) {
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
      const found = inValues(was[key], is[key], path === '' ? key : `${path}.${key}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return Object.is(was, is) ? undefined : `${path}: ${told(was)} ≠ ${told(is)}`;
}

/** Lists count as maps from 0. */
const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const LONGEST = 60;
const told = (value: unknown): string => short(value === undefined ? '–' : JSON.stringify(value));
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function inTexts(was: string, is: string): string | undefined {
  const [before, after] = [was.split('\n'), is.split('\n')];
  const line = before.findIndex((text, i) => text !== after[i]);
  const at = line < 0 ? before.length : line;
  if (before[at] === after[at]) return undefined;
  return `${at + 1}: ${told(before[at])} ≠ ${told(after[at])}`;
}
