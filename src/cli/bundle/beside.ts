import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { heldIn } from './free.ts';
import { isGone } from './leftovers.ts';

/** In the folder beside a place: what is to take the place, and what has stood there, on its way out. */
const FRESH = 'new';
const OLD = 'old';
/** By this file it is known whose it is, and which files may be in it. */
const MARK = 'written-by-hasim.json';

/** What that file says. */
interface Mark {
  readonly host: string;
  readonly process: number;
  readonly files: readonly string[];
}

/** A folder beside a place, in which what is to stand there is made ready: who is killed meanwhile leaves the place as it was, or empty. */
export class Beside {
  readonly fresh: string;
  private readonly place: string;
  private readonly folder: string;

  /** @param files the names of those that are to be made, with `/` between folders */
  constructor(place: string, files: readonly string[]) {
    const older = existsSync(place) ? heldIn(place).map(({ name }) => name) : [];
    this.place = place;
    this.folder = join(dirname(place), freeName(place));
    this.fresh = join(this.folder, FRESH);
    mkdirSync(this.folder);
    const marked: Mark = { host: hostname(), process: process.pid, files: [...new Set([...files, ...older])] };
    writeFileSync(join(this.folder, MARK), JSON.stringify(marked), { flag: 'wx' });
    mkdirSync(this.fresh);
  }

  /** What is ready takes the place; what was there goes only when it has. */
  take(): void {
    if (existsSync(this.place)) renameSync(this.place, join(this.folder, OLD));
    renameSync(this.fresh, this.place);
  }

  close(): void {
    dissolve(this.folder, this.place);
  }
}

/** Puts back what one who was killed has taken from a place, and removes what is left of such ones beside it. Others' folders stay. */
export function recover(place: string): void {
  const left = besides(place);
  if (left.some(({ state }) => state === 'at-work')) return;
  for (const { folder, state } of left) if (state === 'abandoned') dissolve(folder, place);
}

/**
 * Puts back what stood there, and only then removes the rest. Where somebody else has made the place anew before that was
 * possible, all stays: it may be the only copy.
 */
function dissolve(folder: string, place: string): void {
  const old = join(folder, OLD);
  const unmoved = existsSync(join(folder, FRESH));
  if (existsSync(old) && !putBack(old, place) && unmoved) return;
  rmSync(folder, { recursive: true, force: true });
}

/** Whether the older one stands at its place again: nothing else did, or an empty folder. */
function putBack(old: string, place: string): boolean {
  try {
    if (existsSync(place)) rmdirSync(place);
    renameSync(old, place);
    return true;
  } catch {
    return false;
  }
}

interface Left {
  readonly folder: string;
  readonly since: number;
  readonly state: 'at-work' | 'abandoned' | 'foreign';
}

const nameFor = (place: string, suffix: string): string => `.${basename(place)}-${process.pid}${suffix}`;

/** A name for a folder of this process that nothing has yet. */
function freeName(place: string): string {
  let name = nameFor(place, '');
  for (let i = 1; existsSync(join(dirname(place), name)); i++) name = nameFor(place, `-${i}`);
  return name;
}

/** All folders beside a place that are called so, the last one first. */
function besides(place: string): Left[] {
  const around = dirname(place);
  const begin = `.${basename(place)}-`;
  if (!existsSync(around)) return [];
  return readdirSync(around)
    .filter((name) => name.startsWith(begin) && /^\d+(?:-\d+)?$/.test(name.slice(begin.length)))
    .map((name) => lookAt(join(around, name)))
    .sort((a, b) => b.since - a.since);
}

/** What cannot be read, or holds anything that hasim has not put there, is somebody else's. */
function lookAt(folder: string): Left {
  try {
    const { isDirectory, mtimeMs: since } = statOf(folder);
    const { host, process: pid, files }: Mark = JSON.parse(readFileSync(join(folder, MARK), 'utf8'));
    if (!isDirectory || host !== hostname()) return { folder, since, state: 'foreign' };
    if (!isGone(pid)) return { folder, since, state: 'at-work' };
    return { folder, since, state: holdsOnly(folder, files) ? 'abandoned' : 'foreign' };
  } catch {
    return { folder, since: 0, state: 'foreign' };
  }
}

function statOf(folder: string): { readonly isDirectory: boolean; readonly mtimeMs: number } {
  const stats = lstatSync(folder);
  return { isDirectory: stats.isDirectory(), mtimeMs: stats.mtimeMs };
}

/** Whether all files in it are of those names, and no links. */
function holdsOnly(folder: string, files: readonly string[]): boolean {
  const known = new Set([MARK, FRESH, OLD, ...files.flatMap((file) => [`${FRESH}/${file}`, `${OLD}/${file}`])]);
  const folders = new Set([...known].flatMap(foldersOf));
  return heldIn(folder).every(({ name, file }) =>
    file ? known.has(name) : folders.has(name) && isFolder(folder, name),
  );
}

/** `new/charts/a.png` stands in `new` and in `new/charts`. */
const foldersOf = (name: string): string[] =>
  name.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'));

const isFolder = (folder: string, name: string): boolean => lstatSync(join(folder, name)).isDirectory();
