import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import { Beside, recover } from './beside.ts';
import type { BundleFile } from './evidence.ts';
import { type Own, refuseUnlessFree } from './free.ts';
import { removeLeftovers, waitingName } from './leftovers.ts';

/** Writes all files or none: into a folder beside it, which then takes the place at once. */
export function writeFolder(folder: string, files: readonly BundleFile[], own?: Own): void {
  const place = resolve(folder);
  refuseUnlessFree(place, own);
  writing(folder, () => {
    makeFolder(dirname(place));
    recover(place);
    const beside = new Beside(
      place,
      files.map(({ name }) => name),
    );
    try {
      for (const file of files) writeOne(beside.fresh, file);
      beside.take();
    } finally {
      beside.close();
    }
  });
}

/** Puts back what a command has taken from a folder that was killed while it wrote. */
function putBack(folder: string): void {
  writing(folder, () => recover(resolve(folder)));
}

/** Refuses, before hours of work, a place where no result may be written whole, or none can be made. */
export function refuseUnlessReady(folder: string, own?: Own): void {
  putBack(folder);
  refuseUnlessFree(folder, own);
  refuseUnlessWritable(folder);
}

/** Where files and folders of a result go that shares its folder, and what of an older one is not to stay. */
export interface Shared {
  readonly folder: string;
  readonly own: Own;
  readonly older: ReadonlySet<string>;
  /** The file by which the others are known: it takes its place last, so that who is killed before leaves nothing unknown. */
  readonly mark: string;
}

/** Writes files into a folder that holds others too: all aside at first, then each takes its place whole. Nothing goes through a link. */
export function writeInto({ folder, own, older, mark }: Shared, files: readonly BundleFile[]): void {
  const place = resolve(folder);
  makeReady(folder, own);
  writing(folder, () => {
    aside(join(place, waitingName(place)), files, (fresh) => {
      for (const name of older) if (name !== mark) rmSync(join(place, name), { force: true });
      const names = readdirSync(fresh).filter((name) => name !== mark);
      for (const name of [...names, mark]) exchange(join(place, name), join(fresh, name));
    });
    removeLeftovers(place);
  });
}

/** Makes a folder before hours of work are to go there; refuses one that holds what is not its own. */
export function makeReady(folder: string, own: Own): void {
  refuseUnlessFree(folder, own);
  writing(folder, () => makeFolder(resolve(folder)));
}

/** Refuses a place beside which nothing can be made. Only trying tells: rights alone do not, where a file system takes no files. */
function refuseUnlessWritable(folder: string): void {
  writing(folder, () => rmdirSync(mkdtempSync(join(nearest(dirname(resolve(folder))), '.hasim-'))));
}

const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)));

function aside(fresh: string, files: readonly BundleFile[], take: (fresh: string) => void): void {
  mkdirSync(fresh);
  try {
    for (const file of files) writeOne(fresh, file);
    take(fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function writing(folder: string, act: () => void): void {
  try {
    act();
  } catch (error) {
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

/** What is fresh takes the place; what was there goes only when it has. */
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
