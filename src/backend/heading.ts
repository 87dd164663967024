import type { Json } from './json.ts';

/** What finished work depends on, by name: the command, the version, the scenario, the seed, the options. */
export interface Heading {
  readonly [name: string]: Json;
}

const shown = (value: Json | undefined): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** What differs between the heading of a journal and that of the work at hand, in words; none where nothing does. */
export function differencesOf(found: Json, wanted: Heading): string[] {
  const known = isHeading(found) ? found : {};
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(known)])];
  return names
    .filter((name) => shown(known[name]) !== shown(wanted[name]))
    .map((name) => `${name}: it holds ${shown(known[name])}, and this would be ${shown(wanted[name])}`);
}

const isHeading = (found: Json): found is Heading =>
  typeof found === 'object' && found !== null && !Array.isArray(found);
