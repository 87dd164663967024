import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Refusal } from '../exits.ts';
import { reasonOf, shown } from '../input.ts';
import { type ListedFile, MANIFEST, type Manifest, readManifest, sha256 } from './manifest.ts';

/** Something in a bundle that is not as its manifest says. */
export interface Finding {
  readonly file: string;
  readonly what: 'unreadable' | 'missing' | 'changed' | 'unlisted' | 'differs';
  /** Where it differs, if that is known. */
  readonly where?: string;
}

/** The manifest of a bundle; undefined if what stands there is none any more. */
export function openBundle(folder: string): Manifest | undefined {
  try {
    if (!lstatSync(folder).isDirectory()) throw new Refusal(`${shown(folder)}: this is no folder`);
    return readManifest(readFileSync(join(folder, MANIFEST), 'utf8'));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${shown(folder)}: no ${MANIFEST} can be read here, so it is no bundle: ${reasonOf(error)}`);
  }
}

/** Compares a bundle with its manifest, file by file. */
export function lookThrough(folder: string, { files }: Manifest): readonly Finding[] {
  const known = new Set([MANIFEST, ...files.map(({ name }) => name)]);
  const unlisted = filesBelow(folder).filter((name) => !known.has(name));
  return [
    ...files.flatMap((file) => lookAt(folder, file)),
    ...unlisted.map((file): Finding => ({ file, what: 'unlisted' })),
  ];
}

function lookAt(folder: string, { name, bytes, sha256: stated }: ListedFile): Finding[] {
  const content = contentOf(folder, name);
  if (content === undefined) return [{ file: name, what: 'missing' }];
  return content.length === bytes && sha256(content) === stated ? [] : [{ file: name, what: 'changed' }];
}

/** The bytes of a file of a bundle; undefined if there is none. */
export function contentOf(folder: string, name: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, name));
  } catch {
    return undefined;
  }
}

/** Every file below a folder, with `/` between folders, sorted. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => posix.relative(folder, posix.join(parentPath, name)))
    .sort();
