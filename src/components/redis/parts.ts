import * as z from 'zod';
import {
  law,
  meaning,
  type Notebook,
  numberFrom,
  oneOrMore,
  type ProbeSpec,
  placePath,
  placeReferences,
  probeShape,
  type Reference,
  resolveProbe,
  share,
  wholeNumber,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import { CONFIG_DEFAULTS, HEARTBEAT_DEFAULTS, PAPER, PROXY_DEFAULTS, READER_DEFAULTS } from './defaults.ts';
import { REDIS_EDITIONS, type RedisEdition } from './editions.ts';

/** Watches the copies from a place of its own and promotes. */
export interface HaSpec {
  readonly place: string;
  readonly heartbeat: ProbeSpec;
}

/** Proxies that clients are spread over. */
export interface ProxySpec {
  /** In each room. */
  readonly count: number;
  /** How a dead one is taken out. */
  readonly check: ProbeSpec;
}

/** Three servers that keep by majority which copy is the master. */
export interface ConfigSpec {
  /** They are spread over them in this order. */
  readonly places: readonly string[];
  readonly election: Law;
}

/** Copies that are only read: they follow the master and are never promoted. */
export interface ReaderSpec {
  readonly count: number;
  /** They are spread over them in blocks. */
  readonly places: readonly string[];
  /** How many reads each gets beside the others, and how many the master. */
  readonly weight: number;
  readonly masterWeight: number;
  /** What is left of the weight of one that has failed once, 0 to 1. */
  readonly lowered: number;
  /** Connections to one: after so many failures in a row it gets no reads. */
  readonly check: ProbeSpec;
  /** How long one takes to follow a new master; it answers nothing meanwhile. */
  readonly reattach: Law;
}

/** Parts beside the copies and the module. */
type Extra = 'shards' | 'proxies' | 'config' | 'readers';
const HAS: Readonly<Record<RedisEdition, readonly Extra[]>> = {
  standard: [],
  cluster: ['shards', 'proxies', 'config'],
  'read-write-split': ['proxies', 'readers'],
};

const proxyCount = wholeNumber(1, 256);
const readerCount = wholeNumber(1, 32);
const weightForm = numberFrom(0, 1e6);

const haInput = z.strictObject({
  ...meaning({ in: placePath.optional() }, { in: 'the place it stands in' }),
  ...probeShape,
});
const proxiesInput = z.strictObject({
  ...meaning({ count: proxyCount.optional() }, { count: 'how many in each room' }),
  ...probeShape,
});
const configInput = z.strictObject(
  meaning(
    { in: oneOrMore(placePath).optional(), election: law.optional() },
    { in: 'the places of the three servers', election: 'how long they take to agree on a leader' },
  ),
);
const readersInput = z.strictObject({
  ...meaning(
    {
      count: readerCount.optional(),
      in: oneOrMore(placePath).optional(),
      weight: weightForm.optional(),
      'master-weight': weightForm.optional(),
      lowered: share.optional(),
      reattach: law.optional(),
    },
    {
      count: 'copies that are only read',
      in: 'their places, in blocks in this order',
      weight: 'how many reads each gets beside the others',
      'master-weight': 'how many reads the master gets beside them',
      lowered: 'what is left of the weight of one that has failed once',
      reattach: 'how long one takes to follow a new master',
    },
  ),
  ...probeShape,
});

/** How the parts beside the copies are written. */
export const partShapes = {
  ha: haInput.optional(),
  proxies: proxiesInput.optional(),
  config: configInput.optional(),
  readers: readersInput.optional(),
};
export const PART_MEANINGS = {
  ha: 'the module that watches the copies and promotes',
  proxies: 'what clients meet, and how a dead one is taken out',
  config: 'three servers that know by majority which copy is the master',
  readers: 'copies that are only read',
};
const partsInput = z.strictObject(partShapes);
type PartsInput = z.output<typeof partsInput>;

/** What stands beside the copies of a store. */
export interface Parts {
  readonly ha: HaSpec;
  /** Undefined where clients meet the master itself. */
  readonly proxies: ProxySpec | undefined;
  readonly config: ConfigSpec | undefined;
  readonly readers: ReaderSpec | undefined;
}

export function resolveParts(
  given: PartsInput,
  edition: RedisEdition,
  rooms: readonly string[],
  notes: Notebook,
): Parts {
  const ha = resolveHa(given.ha, rooms, notes.at('ha'));
  const has = (key: Extra): boolean => HAS[edition].includes(key);
  return {
    ha,
    proxies: has('proxies') ? resolveProxies(given.proxies, notes.at('proxies')) : undefined,
    config: has('config') ? resolveConfig(given.config, ha, notes.at('config')) : undefined,
    readers: has('readers') ? resolveReaders(given.readers, rooms, notes.at('readers')) : undefined,
  };
}

const regionOf = (path: string): string => path.split('/')[0]!;

/** The module stands in no room of the store unless it is put there. */
function resolveHa(given: PartsInput['ha'], places: readonly string[], notes: Notebook): HaSpec {
  const { in: written, ...probe } = given ?? {};
  const place = written ?? regionOf(places[0]!);
  if (written === undefined) notes.at('in').assume(place, `${PAPER}: it stands apart from the rooms it watches over`);
  return { place, heartbeat: resolveProbe(probe, HEARTBEAT_DEFAULTS, notes) };
}

function resolveProxies(given: PartsInput['proxies'], notes: Notebook): ProxySpec {
  const { count, ...probe } = given ?? {};
  return {
    count: notes.filling(PROXY_DEFAULTS)('count', count, proxyCount),
    check: resolveProbe(probe, PROXY_DEFAULTS, notes),
  };
}

function resolveReaders(given: PartsInput['readers'], rooms: readonly string[], notes: Notebook): ReaderSpec {
  const { count, in: places, weight, 'master-weight': masterWeight, lowered, reattach, ...probe } = given ?? {};
  const fill = notes.filling(READER_DEFAULTS);
  return {
    count: fill('count', count, readerCount),
    places: places ?? [rooms[0]!],
    weight: fill('weight', weight, weightForm),
    masterWeight: fill('master-weight', masterWeight, weightForm),
    lowered: fill('lowered', lowered, share),
    check: resolveProbe(probe, READER_DEFAULTS, notes),
    reattach: fill('reattach', reattach, law),
  };
}

/** The servers stand where the module stands unless they are put elsewhere. */
function resolveConfig(given: PartsInput['config'], ha: HaSpec, notes: Notebook): ConfigSpec {
  const places = given?.in ?? [ha.place];
  if (given?.in === undefined) notes.at('in').assume(ha.place, 'assumption: they stand where the module stands');
  return { places, election: notes.filling(CONFIG_DEFAULTS)('election', given?.election, law) };
}

/** Keys that say something of parts which an edition does not have. */
export function checkEdition(
  given: Pick<PartsInput, 'proxies' | 'config' | 'readers'> & { readonly shards?: number | undefined },
  edition: RedisEdition,
  notes: Notebook,
): void {
  for (const key of ['shards', 'proxies', 'config', 'readers'] as const) {
    if (given[key] === undefined || HAS[edition].includes(key)) continue;
    const editions = REDIS_EDITIONS.filter((other) => HAS[other].includes(key));
    notes.error('not-in-edition', `the ${edition} edition has no ${key}`, {
      expected: `edition: ${editions.join(' or ')}`,
      path: [key],
      atKey: true,
    });
  }
}

const numbered = (sort: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${sort}-${i + 1}`);

const placesAt = (path: readonly string[], places: readonly string[]): Reference[] =>
  placeReferences(places).map((reference) => ({ ...reference, path: [...path, ...reference.path] }));

/** The names of parts after the component's, which has so many rooms. */
export const sortsOfParts = ({ proxies, config, readers }: Parts, rooms: number): string[] => [
  'ha',
  ...numbered('proxy', (proxies?.count ?? 0) * rooms),
  ...numbered('config', config === undefined ? 0 : 3),
  ...numbered('reader', readers?.count ?? 0),
];

export const placesOfParts = ({ ha, config, readers }: Parts): Reference[] => [
  ...placesAt(['ha'], [ha.place]),
  ...placesAt(['config'], config?.places ?? []),
  ...placesAt(['readers'], readers?.places ?? []),
];
