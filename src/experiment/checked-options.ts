import { LAST_INSTANT } from '../base/index.ts';

interface Kind {
  readonly is: (value: number) => boolean;
  readonly expected: string;
}

/** What an option holds, and what a caller whom no compiler checks is told to give. */
const KINDS = {
  count: {
    is: (value) => Number.isSafeInteger(value) && value >= 1,
    expected: 'a whole number from 1 on',
  },
  span: {
    is: (value) => Number.isInteger(value) && value >= 1 && value < LAST_INSTANT,
    expected: "whole microseconds above 0, such as parseDuration('7d')",
  },
  years: { is: (value) => value > 0, expected: 'a number above 0' },
} as const satisfies Record<string, Kind>;

/**
 * Looks at the options of an entry that JavaScript may call with anything: one that is missing, or no number, is a TypeError, and one
 * that cannot be a RangeError, each with its name. Every entry also has a seed.
 */
export function checkOptions<Options extends object>(
  entry: string,
  options: Options & { readonly seed: string },
  kinds: Partial<Record<keyof Options & string, keyof typeof KINDS>>,
): void {
  const given: Readonly<Record<string, unknown>> = { ...options };
  if (typeof given.seed !== 'string') throw new TypeError(sentence(entry, 'seed', "a text, such as '1'", given.seed));
  for (const [name, kind] of Object.entries(kinds) as [string, keyof typeof KINDS][]) {
    const { is, expected } = KINDS[kind];
    const value = given[name];
    if (typeof value !== 'number') throw new TypeError(sentence(entry, name, expected, value));
    if (!is(value)) throw new RangeError(sentence(entry, name, expected, value));
  }
}

const sentence = (entry: string, name: string, expected: string, value: unknown): string =>
  `${entry}: \`${name}\` is ${value === undefined ? 'missing' : typeof value === 'number' ? String(value) : JSON.stringify(value)}; expected ${expected}`;
