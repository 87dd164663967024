import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { Refusal } from './exits.ts';

/** Bytes; the reader of scenarios has a limit of its own in characters. */
const LARGEST = 1_000_000;
export const STDIN = '-';

export interface ScenarioText {
  /** As it was given; `-` is stdin. */
  readonly file: string;
  /** As messages name it. */
  readonly name: string;
  readonly text: string;
  /** A file whose faults strike instead of its own; they stand in the text already. */
  readonly faults?: string;
  /** Of the text with LF line ends and without a byte order mark. */
  readonly sha256: string;
}

/** Reads a scenario from a file, or from stdin for `-`. Anything but a regular, readable, small file of text is refused. */
export async function readScenarioText(file: string): Promise<ScenarioText> {
  const bytes = file === STDIN ? await readStdin() : readRegularFile(file);
  const text = decoded(bytes, file);
  return { file, name: file === STDIN ? 'stdin' : shown(file), text, sha256: hashOf(text) };
}

/** With LF line ends, so that a scenario has one hash everywhere. */
export const hashOf = (text: string): string => createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('hex');

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > LARGEST) throw tooLarge('stdin');
  }
  return Buffer.concat(chunks);
}

/** Looks before it opens, and again after: a pipe or a device must not make it wait or read without end. */
function readRegularFile(file: string): Buffer {
  try {
    refuseUnlessRegular(statSync(file), file);
    const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      refuseUnlessRegular(fstatSync(handle), file);
      return readUpToLimit(handle, file);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(`${shown(file)}: ${reasonOf(error)}`);
  }
}

function refuseUnlessRegular(stats: Stats, file: string): void {
  if (stats.isDirectory()) throw new Refusal(`${shown(file)}: this is a directory; a scenario is a file of YAML`);
  if (!stats.isFile()) throw new Refusal(`${shown(file)}: this is no regular file; write - to read from stdin`);
  if (stats.size > LARGEST) throw tooLarge(shown(file));
}

function readUpToLimit(handle: number, file: string): Buffer {
  const buffer = Buffer.alloc(LARGEST + 1);
  let size = 0;
  for (;;) {
    const read = readSync(handle, buffer, size, buffer.length - size, null);
    size += read;
    if (size > LARGEST) throw tooLarge(shown(file));
    if (read === 0) return buffer.subarray(0, size);
  }
}

const tooLarge = (file: string): Refusal => new Refusal(`${file}: larger than 1 MB, which no scenario needs`);

function decoded(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${file === STDIN ? 'stdin' : shown(file)}: this is not UTF-8 text`);
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EACCES', 'it may not be read'],
  ['EPERM', 'it may not be read'],
  ['ELOOP', 'its links go in a circle'],
  ['ENAMETOOLONG', 'this name is too long'],
]);

/** What the system says about a file, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS.get(code) ?? `it cannot be read (${code || String(error)})`;
}

const UNPRINTABLE = /\p{Cc}/gu;
/** A file name on one line. */
export const shown = (file: string): string => (file === '' ? "''" : file.replace(UNPRINTABLE, '?').slice(0, 300));

export const isDirectory = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
