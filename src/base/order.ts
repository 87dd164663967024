/** Order by UTF-16 code unit: the same on every machine and in every locale. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The entries of a map in the order of their names, so that the order in a file changes nothing. */
export const sortedEntries = <T>(map: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(map).sort(([a], [b]) => byCodeUnit(a, b));
