import type { CrewSpec } from '../faults/index.ts';
import type { PlaceSpec } from '../language/index.ts';
import { asWord, KINDS } from './components.ts';
import type { Names } from './draft.ts';
import { isRawMap, type RawRecord } from './raw.ts';

const keysOf = (raw: unknown): Set<string> => new Set(isRawMap(raw) ? Object.keys(raw) : []);

/** Every name in a scenario, also of what could not be read. */
export function namesOf(raw: RawRecord, places: readonly PlaceSpec[], crews: readonly CrewSpec[]): Names {
  const components = Object.entries(isRawMap(raw.components) ? raw.components : {}).map(([name, value]) => {
    const kind = isRawMap(value) ? asWord(value.kind) : '';
    return [name, { kind, traits: KINDS.get(kind)?.traits }] as const;
  });
  return {
    components: new Map(components),
    places: new Set(places.map((place) => place.path)),
    links: keysOf(raw.links),
    domains: keysOf(raw.domains),
    areas: keysOf(raw.areas),
    crews: new Set([...keysOf(raw.crews), ...crews.map(({ name }) => name)]),
    teams: keysOf(raw.teams),
    alarms: keysOf(raw.alarms),
    plans: keysOf(raw.plans),
  };
}
