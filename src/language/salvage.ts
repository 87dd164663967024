import { guardKeys, isMap } from './names.ts';
import type { Form } from './scalar.ts';

/** Parts to give up before nothing is worth reading any more. */
const TRIES = 20;

/** A name that no scenario uses: a private character. Whoever checks names passes over it. */
export const STAND_IN_NAME = '\uE000';
/** One of these fits most places where something must stand. */
const STAND_INS: readonly unknown[] = [STAND_IN_NAME, 1, '1s', '1/s', '1%', 'automation', {}];

type Path = readonly PropertyKey[];

/**
 * What can be read of a thing with mistakes in it, by leaving out the parts that are wrong and putting something in the
 * place of what must be there. It serves to check the names in the other parts, so that one mistake does not hide the
 * next. Undefined where too little is left.
 */
export function salvage<T>(form: Form<T>, raw: unknown): T | undefined {
  let rest = guardKeys(raw);
  for (let tries = 0; tries < TRIES; tries++) {
    const result = form.safeParse(rest);
    if (result.success) return result.data;
    if (result.error.issues.length > TRIES) return undefined;
    const issue = result.error.issues[0]!;
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
    const mended = mend(form, rest, wholeLists(path));
    if (mended === undefined) return undefined;
    rest = mended;
  }
  return undefined;
}

/** A list loses all or nothing: its other items would change their places. */
function wholeLists(path: Path): Path {
  const index = path.findIndex((part) => typeof part === 'number');
  return index < 0 ? path : path.slice(0, index);
}

/** Takes out what is wrong; fills in what is missing; takes out what should hold it where nothing fits. */
function mend<T>(form: Form<T>, raw: unknown, path: Path): unknown {
  if (isThere(raw, path)) return replaced(raw, path, undefined);
  const attempts = STAND_INS.map((value) => replaced(raw, path, value));
  return attempts.find((attempt) => fits(form, attempt, path)) ?? replaced(raw, path.slice(0, -1), undefined);
}

function fits<T>(form: Form<T>, raw: unknown, path: Path): boolean {
  const result = form.safeParse(raw);
  const isAt = (other: Path) => path.every((part, index) => other[index] === part);
  return result.success || !result.error.issues.some((issue) => isAt(issue.path));
}

function isThere(raw: unknown, [key, ...rest]: Path): boolean {
  if (key === undefined) return true;
  return isMap(raw) && Object.hasOwn(raw, key) && isThere(raw[String(key)], rest);
}

/** A copy with another value at a path, or without one; undefined where that leaves nothing. */
function replaced(raw: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (!isMap(raw)) return undefined;
  const { [String(key)]: old, ...others } = raw;
  const changed = replaced(old, rest, value);
  return changed === undefined ? others : { ...others, [String(key)]: changed };
}
