/** A map from names that is safe for any name, `__proto__` among them. */
export const byName = <T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> => {
  const map: Record<string, T> = Object.create(null);
  for (const [name, value] of entries) map[name] = value;
  return map;
};
