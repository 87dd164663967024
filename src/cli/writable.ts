import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import { Refusal } from './exits.ts';
import { shown } from './input.ts';
import { placeText } from './options.ts';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EISDIR', 'this is a directory; name a file'],
  ['ENOENT', 'there is no such folder to write it into'],
]);

/** Why a file cannot be written. */
export function unwritable(file: string, error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new Refusal(`${shown(file)}: ${REASONS.get(code) ?? `it cannot be written (${code})`}`);
}

/** Reads the name of a file to write later; one that cannot be written is refused before hours of work. Only trying tells. */
export function writableFile(text: string): string {
  const file = placeText(text);
  try {
    const isThere = existsSync(file);
    // A pipe would wait for its reader.
    if (isThere && !statSync(file).isFile() && !statSync(file).isDirectory()) return file;
    closeSync(openSync(file, 'a'));
    if (!isThere) rmSync(file);
  } catch (error) {
    throw unwritable(file, error);
  }
  return file;
}
