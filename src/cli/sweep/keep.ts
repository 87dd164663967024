import { createHash } from 'node:crypto';
import { existsSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  differencesOf,
  type Heading,
  headingOf,
  Journal,
  JournalRefused,
  JournalUnwritable,
  type Json,
  recordsOf,
} from '../../backend/index.ts';
import { type SweepOrder, type UnitRecord, VERSION } from '../../index.ts';
import { Refusal } from '../exits.ts';
import { shown } from '../input.ts';

/** Kinds of records beside the heading. */
const ORDER = 'order';
const POINT = 'point';
const END = 'end';

/** What finished points depend on: another figure here, and they are of another sweep. */
export function headingFor({ scenario, sets, sweep, options }: SweepOrder): Heading {
  const { runs, years, seed, sample = null, base = null } = options;
  return {
    command: 'sweep',
    hasim: VERSION,
    node: Number.parseInt(process.versions.node, 10),
    scenario: scenario.sha256,
    set: sets,
    'sweep file': sweep === null ? null : createHash('sha256').update(sweep.text).digest('hex'),
    sample,
    base,
    runs,
    years,
    seed,
  };
}

/** Where the finished points of a sweep are kept. */
export class Keep {
  readonly journal: Journal;
  private readonly file: string;

  /** Opens a new journal, or with `resume` the one that is there. One whose sweep has ended is begun anew. */
  constructor(file: string, order: SweepOrder, resume: boolean) {
    this.file = file;
    this.journal = opening(() => {
      if (!resume && isSpent(file)) unlinkSync(file);
      return new Journal(file, headingFor(order), resume);
    });
    this.add(ORDER, '', plain(order));
  }

  /** What is finished already. */
  known(units: readonly number[]): UnitRecord[] {
    return units.flatMap((unit) => {
      const payload = told(() => this.journal.read(POINT, String(unit)));
      return payload === undefined ? [] : [recordIn(payload)];
    });
  }

  finished(record: UnitRecord): void {
    this.add(POINT, String(record.unit), plain(record));
  }

  ended(): void {
    this.add(END, '', null);
  }

  close(): void {
    this.journal.close();
  }

  /** All of it has been given out: nothing is left to go on with. */
  remove(): void {
    rmSync(this.file, { force: true });
  }

  private add(kind: string, key: string, payload: Json): void {
    told(() => this.journal.append({ kind, key, payload }));
  }
}

/** Plain data as JSON knows it. */
const plain = (data: object): Json => JSON.parse(JSON.stringify(data));

const recordIn = (payload: Json): UnitRecord => payload as Json & UnitRecord;

/** Whether nothing is lost with a journal of a sweep: its sweep has ended, or nothing of it was finished. */
function isSpent(file: string): boolean {
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  const kinds = new Set<string>();
  for (const { kind } of recordsOf(file)) kinds.add(kind);
  return kinds.has(END) || (kinds.has(ORDER) && kinds.size === 2);
}

/** Nothing is finished yet where a journal cannot even be opened. */
function opening<T>(act: () => T): T {
  return told(() => {
    try {
      return act();
    } catch (error) {
      if (error instanceof JournalUnwritable)
        throw new Refusal(`${shown(error.message)}; --journal names another place`);
      throw error;
    }
  });
}

/** Refusals in words that say what to do. */
function told<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw journalTold(error);
  }
}

/** What a user is told about a journal that cannot be used. */
export function journalTold(error: unknown): unknown {
  if (error instanceof JournalUnwritable) {
    return new Refusal(`${shown(error.message)}. What is finished is kept: go on with --resume`);
  }
  if (!(error instanceof JournalRefused)) return error;
  const help = error.reasons.includes('it holds finished work') ? '; go on with --resume, or remove the file' : '';
  return new Refusal(`${shown(error.message)}${help}`);
}

/** A journal that is only read. */
export interface Finished {
  readonly file: string;
  readonly heading: Json;
  readonly order: SweepOrder;
  readonly records: readonly UnitRecord[];
}

/** Reads what a sweep, or a shard of one, has finished. */
export function readFinished(file: string): Finished {
  return told(() => {
    if (!existsSync(file)) throw new Refusal(`${shown(file)}: there is no such file`);
    if (!statSync(file).isFile()) throw new Refusal(`${shown(file)}: this is no regular file`);
    const heading = headingOf(file);
    const all = heading === undefined ? [] : [...recordsOf(file)];
    const order = all.find(({ kind }) => kind === ORDER)?.payload;
    if (heading === undefined || order === undefined)
      throw new Refusal(`${shown(file)}: this is no journal of a sweep`);
    const records = all.filter(({ kind }) => kind === POINT).map(({ payload }) => recordIn(payload));
    return { file, heading, order: order as Json & SweepOrder, records };
  });
}

/** What two journals differ in, in words; none where they are of one sweep. */
export const otherwise = (one: Finished, heading: Heading): readonly string[] => differencesOf(one.heading, heading);

/** Where the journal of a sweep lies unless it is said: in `--out`, or beside the scenario. */
export function journalBeside(file: string, shard: readonly [number, number] | undefined, out?: string): string {
  const name = file === '-' ? 'stdin' : file.replace(/\.ya?ml$/i, '');
  const stem = out === undefined ? name : join(out, basename(name));
  return shard === undefined ? `${stem}.sweep.jsonl` : `${stem}.sweep-${shard[0]}-of-${shard[1]}.jsonl`;
}
