import { createHash } from 'node:crypto';
import type { Json } from './json.ts';

/** One thing that is finished. A kind and a key are written once; what comes late with the same ones is left out. */
export interface JournalRecord {
  /** `block`, `point`. */
  readonly kind: string;
  readonly key: string;
  readonly payload: Json;
}

/** The kind of the first record: what the work depends on. */
export const HEADING = 'hasim';

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A record as a line, without its end. */
export function lineOf({ kind, key, payload }: JournalRecord): string {
  const body = JSON.stringify({ kind, key, payload });
  return `${body.slice(0, -1)},"sum":"${sumOf(body)}"}`;
}

/** `,"sum":"0123456789abcdef"}` */
const TAIL = 26;

/** The record of a line; undefined where the line is not what was written. */
export function recordOf(line: string): JournalRecord | undefined {
  const body = `${line.slice(0, -TAIL)}}`;
  if (line.slice(-TAIL) !== `,"sum":"${sumOf(body)}"}`) return undefined;
  return JSON.parse(body) as JournalRecord;
}
