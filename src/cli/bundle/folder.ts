import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import type { BundleFile } from './evidence.ts';
import { refuseUnlessFree } from './free.ts';

/** Writes all files or none: into a folder beside it, which then takes the place at once. */
export function writeFolder(folder: string, files: readonly BundleFile[]): void {
  const place = resolve(folder);
  refuseUnlessFree(place);
  let fresh: string | undefined;
  try {
    makeFolder(dirname(place));
    const beside = join(dirname(place), `.${basename(place)}-${process.pid}`);
    mkdirSync(beside);
    fresh = beside;
    for (const file of files) writeOne(fresh, file);
    exchange(place, fresh);
  } catch (error) {
    if (fresh !== undefined) rmSync(fresh, { recursive: true, force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal(`${shown(folder)}: it cannot be written (${code})`);
  }
}

/** Made one by one: with `recursive`, Node tries for ever where nobody may make one. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

function writeOne(root: string, { name, content }: BundleFile): void {
  const path = join(root, name);
  makeFolder(dirname(path));
  writeFileSync(path, content, { flag: 'wx' });
}

/** The fresh folder takes the place; what was there goes only when it has. */
function exchange(place: string, fresh: string): void {
  if (!existsSync(place)) {
    renameSync(fresh, place);
    return;
  }
  const old = `${fresh}.old`;
  renameSync(place, old);
  try {
    renameSync(fresh, place);
  } catch (error) {
    renameSync(old, place);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
