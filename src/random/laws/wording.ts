import { formatDuration, type Us } from '../../base/index.ts';

/** A span of µs as a scenario writes it, rounded to the µs. */
export const span = (x: number): string => formatDuration(Math.round(x) as Us);

/** A law with named parameters as a scenario writes it. */
export const wording = (kind: string, parameters: Readonly<Record<string, string | number>>): string => {
  const written = Object.entries(parameters).map(([name, value]) => `${name}: ${value}`);
  return `{${kind}: {${written.join(', ')}}}`;
};
