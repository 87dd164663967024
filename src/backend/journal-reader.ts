import { closeSync, openSync } from 'node:fs';
import { journalUnwritable } from './journal-errors.ts';
import { linesOf } from './journal-lines.ts';
import type { JournalRecord } from './journal-record.ts';
import { HEADING, recordOf } from './journal-record.ts';
import type { Json } from './json.ts';

/** Goes through the whole lines of a journal without changing it; what is torn or damaged is passed over. */
export function* recordsOf(file: string): Generator<JournalRecord> {
  const handle = opened(file);
  try {
    for (const { bytes } of linesOf(handle)) {
      const record = recordOf(bytes.toString('utf8'));
      if (record !== undefined) yield record;
    }
  } finally {
    closeSync(handle);
  }
}

/** What the work of a journal depends on; undefined for what is no journal, or a torn beginning. */
export function headingOf(file: string): Json | undefined {
  for (const { kind, payload } of recordsOf(file)) return kind === HEADING ? payload : undefined;
  return undefined;
}

function opened(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    throw journalUnwritable(file, error);
  }
}
