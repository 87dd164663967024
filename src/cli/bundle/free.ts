import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from '../exits.ts';
import { reasonOf, shown } from '../input.ts';
import { leftoversIn, meantBy } from './leftovers.ts';

/** Which files of a folder an older result put there, by their names with `/` between folders; undefined where the folder holds none. */
export type Own = (folder: string) => ((name: string) => boolean) | undefined;

/** By these two a folder shows that it is a bundle. */
const MARKS = ['manifest.json', 'result.json'];

/** The files of a bundle are those that its manifest lists. Read without its form, which would have to be loaded whenever hasim starts. */
const ofBundle: Own = (folder) => {
  if (!MARKS.every((mark) => isFile(join(folder, mark)))) return undefined;
  const names = listedIn(readFileSync(join(folder, MARKS[0]!), 'utf8'));
  return names && ((name) => name === MARKS[0] || names.has(name));
};

function listedIn(manifest: string): ReadonlySet<unknown> | undefined {
  try {
    const { files }: { files: { name: unknown }[] } = JSON.parse(manifest);
    return new Set(files.map(({ name }) => name));
  } catch {
    return undefined;
  }
}

/** Refuses a place where a result may not be written: a file, a link, or a folder that holds anything but an older result of the kind. */
export function refuseUnlessFree(folder: string, own: Own = ofBundle): void {
  const place = resolve(folder);
  const there = standing(place);
  if (there === undefined) return;
  if (!there.isDirectory()) throw new Refusal(`${shown(folder)}: this is no folder`);
  const held = reading(folder, () => heldIn(place));
  if (held.length === 0) return;
  const isOwn = reading(folder, () => own(place));
  if (isOwn === undefined)
    throw new Refusal(`${shown(folder)}: this folder holds something that is no bundle; name another one`);
  const foreign = reading(folder, () => {
    const leftovers = leftoversIn(place);
    return held.find((one) => {
      const meant = meantBy(one.name, leftovers);
      return meant === undefined ? !one.file || !isOwn(one.name) : !isLeft(one, meant, place, isOwn);
    });
  });
  if (foreign !== undefined) throw new Refusal(foreignIn(join(folder, foreign.name)));
}

const foreignIn = (file: string): string =>
  `${shown(file)}: this is no file of the older result in that folder; move it away, or name another folder`;

/** Whether it is what hasim leaves behind when it is killed: a file of its own, or a folder that it had just made. */
const isLeft = ({ name, file }: Held, meant: string, place: string, isOwn: (name: string) => boolean): boolean =>
  file ? isOwn(meant) : standing(join(place, name))?.isDirectory() === true;

/** A file, a link or an empty folder. */
export interface Held {
  readonly name: string;
  /** Whether it is a file, and no link to one. */
  readonly file: boolean;
}

/** Everything below a folder, links not followed. */
export const heldIn = (folder: string, above = ''): Held[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry): Held[] => {
    const name = `${above}${entry.name}`;
    const below = entry.isDirectory() ? heldIn(join(folder, entry.name), `${name}/`) : [];
    return below.length > 0 ? below : [{ name, file: entry.isFile() }];
  });

/** Whether there is a file, and no link to one. */
export const isFile = (path: string): boolean => standing(path)?.isFile() ?? false;

/** What stands at a path, links not followed. What cannot be looked at cannot be written either, and is told then. */
function standing(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

function reading<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new Refusal(`${shown(folder)}: ${reasonOf(error)}`);
  }
}
