import { Journal, JournalRefused, JournalUnwritable } from '../backend/index.ts';
import { FORM, VERSION, type Words } from '../index.ts';
import { Refusal } from './exits.ts';
import type { ScenarioText } from './input.ts';
import { tell } from './terminal.ts';

export interface JournalFlags {
  readonly journal?: string;
  readonly resume?: boolean;
}

interface Kept {
  readonly command: string;
  readonly source: ScenarioText;
  readonly seed: string;
  readonly years: number;
}

/**
 * Opens the journal of a command; undefined where none is asked for. Its heading holds all that a finished block depends on;
 * how many there are to be is free to change: a longer run goes on from a shorter one.
 */
export function openJournal({ journal, resume = false }: JournalFlags, kept: Kept, words: Words): Journal | undefined {
  if (journal === undefined) return undefined;
  const { command, source, seed, years } = kept;
  const [node = ''] = process.versions.node.split('.');
  const heading = { command, version: VERSION, form: FORM, node, scenario: source.sha256, years, seed };
  try {
    const opened = new Journal(journal, heading, resume);
    if (opened.damaged > 0) tell(words.work.repaired(journal, String(opened.damaged)));
    return opened;
  } catch (error) {
    throw journalRefusal(error);
  }
}

/** What a user is told about a journal that cannot be used. */
export function journalRefusal(error: unknown): unknown {
  if (error instanceof JournalUnwritable) return new Refusal(error.message);
  if (!(error instanceof JournalRefused)) return error;
  const advice = error.reasons.includes(HOLDS_WORK) ? '; --resume goes on from it' : '; name another file';
  return new Refusal(`${error.message}${advice}`);
}

const HOLDS_WORK = 'it holds finished work';
