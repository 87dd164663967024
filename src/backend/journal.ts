import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { differencesOf, type Heading } from './heading.ts';
import { JournalRefused, journalUnwritable } from './journal-errors.ts';
import { linesOf } from './journal-lines.ts';
import { HEADING, type JournalRecord, lineOf, recordOf } from './journal-record.ts';
import type { Json } from './json.ts';

/** Where a record stands in the file. */
interface Place {
  readonly at: number;
  readonly length: number;
}

const BEGINNING = `{"kind":"${HEADING}"`;

/**
 * A file of JSON Lines in which finished work survives whatever ends the program. Each line carries a checksum, so that a
 * line that a crash, a full disk or a loss of power has torn is known as such and its work is done again. Records are read
 * when they are asked for, not held.
 */
export class Journal {
  /** Lines that were torn or damaged. */
  readonly damaged: number;
  private readonly file: string;
  private readonly handle: number;
  private readonly places = new Map<string, Place>();
  private end: number;

  /**
   * Opens a journal or begins one.
   * @param heading what the work depends on; the journal of other work is refused with what differs
   * @param resume whether a journal that holds something is continued; else it is refused
   */
  constructor(file: string, heading: Heading, resume: boolean) {
    this.file = file;
    this.handle = this.tried(() => openSync(file, 'a+'));
    if (!fstatSync(this.handle).isFile()) throw new JournalRefused(file, ['it is no regular file']);
    const found = this.tried(() => this.scan());
    this.damaged = found.damaged;
    this.end = found.end;
    if (found.heading === undefined && !this.begun(found.end)) throw new JournalRefused(file, ['it is no journal']);
    if (found.heading !== undefined && !resume) throw new JournalRefused(file, ['it holds finished work']);
    const differences = found.heading === undefined ? [] : differencesOf(found.heading, heading);
    if (differences.length > 0) throw new JournalRefused(file, differences);
    this.tried(() => ftruncateSync(this.handle, this.end));
    if (found.heading === undefined) this.append({ kind: HEADING, key: '', payload: heading });
  }

  /** How many records of a kind there are. */
  count(kind: string): number {
    let count = 0;
    for (const name of this.places.keys()) if (name.startsWith(`${kind} `)) count++;
    return count;
  }

  has(kind: string, key: string): boolean {
    return this.places.has(nameOf(kind, key));
  }

  /** The payload of a record; undefined where there is none. */
  read(kind: string, key: string): Json | undefined {
    const place = this.places.get(nameOf(kind, key));
    if (place === undefined) return undefined;
    const bytes = Buffer.alloc(place.length);
    this.tried(() => readSync(this.handle, bytes, 0, place.length, place.at));
    return recordOf(bytes.toString('utf8'))?.payload;
  }

  /** Writes a record as a whole line, or not at all. */
  append(record: JournalRecord): void {
    const name = nameOf(record.kind, record.key);
    if (this.places.has(name)) return;
    const line = Buffer.from(`${lineOf(record)}\n`);
    try {
      for (let written = 0; written < line.length; ) written += writeSync(this.handle, line, written);
    } catch (error) {
      this.tried(() => ftruncateSync(this.handle, this.end));
      throw journalUnwritable(this.file, error);
    }
    this.places.set(name, { at: this.end, length: line.length - 1 });
    this.end += line.length;
  }

  close(): void {
    closeSync(this.handle);
  }

  /** Notes where each whole line stands. What follows the last of them is torn. */
  private scan(): { heading: Json | undefined; damaged: number; end: number } {
    let heading: Json | undefined;
    let damaged = 0;
    let end = 0;
    for (const { at, bytes } of linesOf(this.handle)) {
      const record = recordOf(bytes.toString('utf8'));
      if (record === undefined) damaged += 1;
      else if (record.kind === HEADING) heading ??= record.payload;
      else if (!this.has(record.kind, record.key)) {
        this.places.set(nameOf(record.kind, record.key), { at, length: bytes.length });
      }
      end = at + bytes.length + 1;
    }
    if (fstatSync(this.handle).size > end) damaged += 1;
    return { heading, damaged, end };
  }

  /** Whether a file without a heading is empty, or torn within it (zeros stand for what was lost): nobody's notes are written over. */
  private begun(end: number): boolean {
    const bytes = Buffer.alloc(BEGINNING.length);
    const length = this.tried(() => readSync(this.handle, bytes, 0, bytes.length, 0));
    const [text = ''] = bytes.toString('latin1', 0, length).split('\0');
    return end === 0 && BEGINNING.startsWith(text);
  }

  private tried<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw journalUnwritable(this.file, error);
    }
  }
}

const nameOf = (kind: string, key: string): string => `${kind} ${key}`;
