import { lstatSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { Refusal } from '../exits.ts';
import { reasonOf, shown } from '../input.ts';
import { LARGEST_FILE, type ListedFile, MANIFEST, type Manifest, readManifest, sha256 } from './manifest.ts';
import { bytesOf } from './read.ts';

/** Something in a bundle that is not as its manifest says. */
export interface Finding {
  readonly file: string;
  readonly what: 'unreadable' | 'irregular' | 'twice' | 'missing' | 'changed' | 'unlisted' | 'differs';
  /** Where it differs, if that is known. */
  readonly where?: string;
}

/** Bytes; a manifest lists some dozens of files. */
const LARGEST_MANIFEST = 1_000_000;

/** The manifest of a bundle; undefined if what stands there is none any more. */
export function openBundle(folder: string): Manifest | undefined {
  try {
    if (!lstatSync(folder).isDirectory()) throw new Refusal(`${shown(folder)}: this is no folder`);
    const bytes = bytesOf(folder, MANIFEST, LARGEST_MANIFEST);
    return typeof bytes === 'string' ? undefined : readManifest(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${shown(folder)}: no ${MANIFEST} can be read here, so it is no bundle: ${reasonOf(error)}`);
  }
}

/** What is wrong with a manifest that cannot be opened. */
export const wrongManifest = (folder: string): Finding => ({
  file: MANIFEST,
  what: bytesOf(folder, MANIFEST, LARGEST_MANIFEST) === 'irregular' ? 'irregular' : 'unreadable',
});

/** Compares a bundle with its manifest, file by file. */
export function lookThrough(folder: string, { files }: Manifest): readonly Finding[] {
  const known = new Set([MANIFEST, ...files.map(({ name }) => name)]);
  const unlisted = filesBelow(folder).filter((name) => !known.has(name));
  return [
    ...listedTwice(files),
    ...files.flatMap((file) => lookAt(folder, file)),
    ...unlisted.map((file): Finding => ({ file, what: 'unlisted' })),
  ];
}

/** Which of two would hold is nobody's guess. */
function listedTwice(files: readonly ListedFile[]): Finding[] {
  const seen = new Set<string>();
  const twice = files.map(({ name }) => name).filter((name) => seen.size === seen.add(name).size);
  return [...new Set(twice)].map((file) => ({ file, what: 'twice' }));
}

/** No more is read than the manifest states. */
function lookAt(folder: string, { name, bytes, sha256: stated }: ListedFile): Finding[] {
  const content = readable(folder, name, bytes);
  if (content === undefined) return [{ file: name, what: 'missing' }];
  if (content === 'irregular') return [{ file: name, what: 'irregular' }];
  const same = content !== 'larger' && content.length === bytes && sha256(content) === stated;
  return same ? [] : [{ file: name, what: 'changed' }];
}

/** The bytes of a file of a bundle; undefined if there is none. */
export function contentOf(folder: string, name: string): Buffer | undefined {
  const content = readable(folder, name, LARGEST_FILE);
  return typeof content === 'string' ? undefined : content;
}

function readable(folder: string, name: string, most: number): ReturnType<typeof bytesOf> | undefined {
  try {
    return bytesOf(folder, name, most);
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
