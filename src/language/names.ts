import * as z from 'zod';
import { byCodeUnit } from '../base/index.ts';
import { type Form, scalar } from './scalar.ts';

const LONGEST = 100;
/** What a plain number in a list stands for when a name is meant: `backends: [2]`. */
const asText = (raw: unknown): string | undefined =>
  typeof raw === 'string' ? raw : typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : undefined;

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const isName = (text: string): boolean =>
  text.length > 0 && text.length <= LONGEST && !text.includes('/') && text.trim() === text && !HIDDEN.test(text);

function readName(raw: unknown): string | undefined {
  const text = asText(raw);
  return text !== undefined && isName(text) ? text : undefined;
}

const NAME_PATTERN = '^[^/\\s]([^/]*[^/\\s])?$';

/** A name in any script: 1 to 100 characters, no `/`, no space at its ends, nothing invisible. */
export const name: Form<string> = scalar({
  id: 'name',
  expected: 'a name such as app-a (any script, no `/`, no space at its ends, at most 100 characters)',
  json: { anyOf: [{ type: 'string', pattern: NAME_PATTERN, maxLength: LONGEST }, { type: 'number' }] },
  read: readName,
});

function readPath(raw: unknown): string | undefined {
  const text = asText(raw);
  return text !== undefined && text.length <= 4 * LONGEST && text.split('/').every(isName) ? text : undefined;
}

/** A place by its path: `cn-beijing/a`. */
export const placePath: Form<string> = scalar({
  id: 'place-path',
  expected: 'the path of a place such as cn-beijing/a',
  json: { type: 'string', pattern: '^[^/\\s][^/]*(/[^/]+)*$' },
  read: readPath,
});

/** Whatever may break: a place, a component, an instance (`app-a/1`), a domain, an area. */
export const target: Form<string> = scalar({
  id: 'target',
  expected: 'a name such as app-a, app-a/1 or cn-beijing/a',
  json: { anyOf: [{ type: 'string' }, { type: 'number' }] },
  read: readPath,
});

/** One thing, or a list of at least one: `reads: database`, `reads: [database, cache]`. */
export const oneOrMore = <T>(form: Form<T>): Form<readonly T[]> =>
  z.union([z.array(form).min(1), form.transform((one) => [one])]);

/** The one name that a plain JavaScript object cannot hold as a key. NUL is in no name, so the stand-in is free. */
const UNSAFE = '__proto__';
const STAND_IN = '\u0000__proto__';

/** Whether a value of a scenario is a map. */
export const isMap = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** Makes every key of a map safe to copy into a plain object. */
export const guardKeys = (raw: unknown): unknown =>
  isMap(raw) && Object.hasOwn(raw, UNSAFE)
    ? Object.fromEntries(Object.entries(raw).map(([key, value]) => [key === UNSAFE ? STAND_IN : key, value]))
    : raw;

/** The key as it was written. */
export const unguardKey = <T>(key: T): T | string => (key === STAND_IN ? UNSAFE : key);

const mapKey = z.string().refine((key) => isName(unguardKey(key)), {
  params: { expected: 'a name such as app-a (any script, no `/`, no space at its ends, at most 100 characters)' },
});

/** A map from names to things, as entries sorted by name. */
export const named = <T>(form: Form<T>): Form<readonly (readonly [string, T])[]> =>
  z.preprocess(guardKeys, z.record(mapKey, form)).transform(namedEntries);

/** The entries of a guarded map, sorted by name. */
export const namedEntries = <T>(map: Readonly<Record<string, T>>): (readonly [string, T])[] =>
  Object.entries(map)
    .map(([key, value]) => [unguardKey(key), value] as const)
    .sort(([a], [b]) => byCodeUnit(a, b));
