import * as z from 'zod';

/** A form is a zod type: it reads what stands in a scenario, says what it expected, and yields a JSON Schema. */
export type Form<T> = z.ZodType<T>;

interface ScalarWords<T> {
  /** Name of its definition in the JSON Schema; a scalar without one is written out where it stands. */
  readonly id?: string;
  /** What an error says was expected, with an example: `a duration such as 30s`. */
  readonly expected: string;
  /** What was meant by something that is none, where that can be told. */
  readonly meant?: (raw: string) => string | undefined;
  /** The JSON Schema of what may be written. */
  readonly json: Readonly<Record<string, unknown>>;
  /** The value, or undefined for anything that is not one. Never throws. */
  readonly read: (raw: unknown) => T | undefined;
}

/** A form for one value: text or number in, a figure in the simulator's units out. */
export function scalar<T>({ id, expected, json, read, meant }: ScalarWords<T>): Form<T> {
  const form = z.unknown().transform((raw, context): T => {
    const value = read(raw);
    if (value !== undefined) return value;
    context.addIssue({
      code: 'custom',
      message: `${show(raw)} is not ${withoutExample(expected)}`,
      params: { expected, nearest: typeof raw === 'string' ? meant?.(raw) : undefined },
    });
    return z.NEVER;
  });
  return form.meta({ ...(id === undefined ? {} : { id }), description: expected, ...json });
}

const withoutExample = (expected: string): string => expected.replace(/,? such as .*$/, '');

/** A value of a scenario as an error shows it: short, and on one line. */
export function show(raw: unknown): string {
  if (raw === null || raw === undefined) return 'nothing';
  if (Array.isArray(raw)) return 'a list';
  if (typeof raw === 'object') return 'a map';
  const text = String(raw).replace(/\s+/g, ' ');
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
}
