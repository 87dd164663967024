import * as z from 'zod';
import type { Form } from './scalar.ts';

/** One word of a list. */
export const choice = <const T extends string>(words: readonly T[]): Form<T> => z.enum(words);

/** Anything, to be read by itself later; where it is missing, this is expected. */
export const there = (expected: string) =>
  z.unknown().refine((raw) => raw !== undefined, { error: 'this is missing', params: { expected } });

/** The code of a map with too many keys or none. */
export const ONE_KEY = 'one-key';

/** A map of which exactly one key is written: `{exponential: 10h}`. */
export function exactlyOne<S extends z.ZodRawShape>(shape: S) {
  const keys = Object.keys(shape);
  return z
    .strictObject(shape)
    .partial()
    .refine((given) => keys.filter((key) => Object.hasOwn(given, key)).length === 1, {
      error: 'exactly one of these keys is needed here',
      params: { code: ONE_KEY, expected: `exactly one of ${keys.join(', ')}` },
    })
    .meta({ minProperties: 1, maxProperties: 1 });
}
