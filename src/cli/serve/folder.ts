import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Rejection } from './guard.ts';

export interface StoredText {
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the bytes: who saves says which text it replaces. */
  readonly version: string;
}

/** A plain name of a YAML file: no folder, nothing hidden. */
const PLAIN_NAME = /^[^./\\\p{Cc}][^/\\\p{Cc}]{0,120}\.ya?ml$/u;
const LARGEST = 1_000_000;
const versionOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The scenario files of one folder. Nothing outside of it is read or written, links out of it included. */
export class Folder {
  readonly path: string;

  constructor(path: string) {
    this.path = realpathSync(path);
  }

  list(): readonly string[] {
    return readdirSync(this.path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && PLAIN_NAME.test(entry.name))
      .map(({ name }) => name)
      .sort();
  }

  read(name: string): StoredText {
    const path = this.within(name);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile()) throw new Rejection(404, `there is no file ${name}`);
    if (stats.size > LARGEST) throw new Rejection(413, `${name} is larger than 1 MB`);
    const bytes = readFileSync(path);
    return { name, text: bytes.toString('utf8'), version: versionOf(bytes) };
  }

  /**
   * Writes a file whole or not at all.
   * @param was the version that it replaces, null for a new file; another one is refused, so that nobody's work is lost
   */
  save(name: string, text: string, was: string | null): StoredText {
    const path = this.within(name);
    if (this.versionNow(path) !== was) throw new Rejection(409, `${name} has changed on disk since it was read`);
    const bytes = Buffer.from(text, 'utf8');
    const fresh = join(this.path, `.${name}.${process.pid}.new`);
    try {
      writeFileSync(fresh, bytes, { flag: 'wx' });
      renameSync(fresh, path);
    } catch (error) {
      rmSync(fresh, { force: true });
      throw new Rejection(507, `${name} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    }
    return { name, text, version: versionOf(bytes) };
  }

  private versionNow(path: string): string | null {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    if (!stats.isFile()) throw new Rejection(403, 'this is no regular file');
    return versionOf(readFileSync(path));
  }

  private within(name: string): string {
    if (!PLAIN_NAME.test(name))
      throw new Rejection(403, 'expected the plain name of a .yaml file in the folder served');
    return join(this.path, name);
  }
}
