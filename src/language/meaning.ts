import type * as z from 'zod';

/** Keys of a map and the form of what stands at each. */
type Shape = Readonly<Record<string, z.ZodType>>;

/**
 * Says in a line what each key of a map is for. Editors and the field reference show it beside what may be written there,
 * which the forms say themselves.
 */
export function meaning<S extends Shape>(shape: S, words: Readonly<Record<keyof S & string, string>>): S {
  const told: Record<string, z.ZodType> = {};
  for (const [key, form] of Object.entries(shape)) told[key] = form.meta({ title: words[key] ?? '' });
  return Object.assign({}, shape, told);
}
