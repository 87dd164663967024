import * as z from 'zod';
import type { Us } from '../../base/index.ts';
import {
  backupReferences,
  bandwidth,
  choice,
  defineKind,
  duration,
  type FaultSpec,
  type Fill,
  faultsInput,
  law,
  meaning,
  Notebook,
  numberFrom,
  oneOrMore,
  placePath,
  placeReferences,
  positiveDuration,
  probability,
  rate,
  size,
  wholeNumber,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import { MORE_FAULTS, REDIS_DEFAULTS, REDIS_FAULTS } from './defaults.ts';
import { REDIS_EDITIONS, type RedisEdition } from './editions.ts';
import {
  checkEdition,
  PART_MEANINGS,
  type Parts,
  partShapes,
  placesOfParts,
  resolveParts,
  sortsOfParts,
} from './parts.ts';
import { PERSISTENCE_MEANINGS, type PersistenceSpec, persistenceShapes, resolvePersistence } from './persistence.ts';
import { slaOfRedis } from './sla.ts';

export { REDIS_EDITIONS, type RedisEdition } from './editions.ts';

const REPLICATIONS = ['asynchronous', 'semi-synchronous'] as const;

/** A key-value store in memory: every key has a master and a replica. */
export interface RedisSpec extends Parts, PersistenceSpec {
  readonly kind: 'redis';
  readonly name: string;
  readonly edition: RedisEdition;
  /** Run by its users: its writes can be carried elsewhere, and none into it. */
  readonly openSource: boolean;
  /** The room of the masters, then that of the replicas; one room: both stand there. */
  readonly places: readonly string[];
  /** Bytes, all shards together. */
  readonly size: number;
  readonly shards: number;
  /** From the decision to promote until the replica serves. */
  readonly switch: Law;
  /** How long the network takes to lead the address to the other room. */
  readonly route: Law;
  /** Chance that the switch works by itself, 0 to 1; and the same when the master's whole room is lost. */
  readonly coverage: number;
  readonly roomCoverage: number;
  /** How long people take when it does not. */
  readonly manual: Law;
  readonly replication: (typeof REPLICATIONS)[number];
  /** How long writes wait for the replica before semi-synchronous falls back to asynchronous. */
  readonly semiSyncTimeout: Us;
  /** Lag of asynchronous replication without a backlog. */
  readonly lag: Law;
  /** Speed at which missed writes are worked off, in multiples of the write rate, above 1. */
  readonly catchUp: number;
  /** A replica that was away for longer is copied anew. */
  readonly logKept: Us;
  /** Bytes a second of a full copy. */
  readonly copySpeed: number;
  /** A replica that lags more is not promoted; undefined: no gate. */
  readonly maxLag: Us | undefined;
  /** Writes a second that the channel between two rooms carries; undefined in one room. */
  readonly channel: number | undefined;
  readonly faults: readonly FaultSpec[];
}

const catchUp = numberFrom(1.01, 1000);
const shardCount = wholeNumber(1, 256);

const channelInput = z.strictObject(
  meaning({ 'max-writes': rate.optional() }, { 'max-writes': 'writes a second that it carries at the most' }),
);
const shape = {
  kind: z.literal('redis'),
  edition: choice(REDIS_EDITIONS).optional(),
  'open-source': z.boolean().optional(),
  in: oneOrMore(placePath),
  size: size.optional(),
  shards: shardCount.optional(),
  ...partShapes,
  switch: law.optional(),
  route: law.optional(),
  coverage: probability.optional(),
  'room-coverage': probability.optional(),
  manual: law.optional(),
  replication: choice(REPLICATIONS).optional(),
  'semi-sync-timeout': positiveDuration.optional(),
  lag: law.optional(),
  'catch-up': catchUp.optional(),
  'log-kept': duration.optional(),
  'copy-speed': bandwidth.optional(),
  ...persistenceShapes,
  'max-lag': duration.optional(),
  channel: channelInput.optional(),
  faults: faultsInput.optional(),
};
const input = z.strictObject(
  meaning(shape, {
    kind: 'the kind of component',
    edition: 'two copies; shards behind proxies; or copies for reading',
    'open-source': 'whether its users run it themselves: its writes can be carried elsewhere, and none into it',
    in: 'the room of the masters, then that of the replicas',
    size: 'data of all shards together',
    shards: 'parts that the keys are spread over',
    ...PART_MEANINGS,
    switch: 'from the decision to promote until the replica serves',
    route: 'how long the network takes to lead the address to the other room',
    coverage: 'chance that the automatic switch works',
    'room-coverage': 'the same where the whole room of the master is lost',
    manual: 'how long people take where it does not work',
    replication: 'whether a write waits for the replica before it is acknowledged',
    'semi-sync-timeout': 'how long writes wait for a replica that does not answer',
    lag: 'age of the oldest write that the replica lacks while all is well',
    'catch-up': 'how many times faster than written missed writes are replayed',
    'log-kept': 'a replica that was away for longer is copied anew',
    'copy-speed': 'speed of a full copy',
    ...PERSISTENCE_MEANINGS,
    'max-lag': 'a replica further behind is not promoted',
    channel: 'what joins two rooms',
    faults: 'what breaks it: faults by name, `none` for none at all',
  }),
);
type Input = z.output<typeof input>;

type Copies = Pick<
  RedisSpec,
  'replication' | 'semiSyncTimeout' | 'lag' | 'catchUp' | 'logKept' | 'copySpeed' | 'maxLag' | 'channel'
>;
type Switching = Pick<RedisSpec, 'switch' | 'route' | 'coverage' | 'roomCoverage' | 'manual'>;

/** Notes only those defaults that this way of replicating makes use of. */
function copies(given: Input, twoRooms: boolean, fill: Fill): Copies {
  const unused = new Notebook().filling(REDIS_DEFAULTS);
  const replication = fill('replication', given.replication, choice(REPLICATIONS));
  const semi = replication === 'semi-synchronous';
  return {
    replication,
    semiSyncTimeout: (semi ? fill : unused)('semi-sync-timeout', given['semi-sync-timeout'], positiveDuration),
    lag: (semi ? unused : fill)('lag', given.lag, law),
    catchUp: (twoRooms ? unused : fill)('catch-up', given['catch-up'], catchUp),
    logKept: fill('log-kept', given['log-kept'], duration),
    copySpeed: fill('copy-speed', given['copy-speed'], bandwidth),
    maxLag: given['max-lag'],
    channel: twoRooms ? fill('channel.max-writes', given.channel?.['max-writes'], rate) : undefined,
  };
}

function switching(given: Input, twoRooms: boolean, fill: Fill): Switching {
  const unused = new Notebook().filling(REDIS_DEFAULTS);
  const inTwo = twoRooms ? fill : unused;
  return {
    switch: fill('switch', given.switch, law),
    route: inTwo('route', given.route, law),
    coverage: fill('coverage', given.coverage, probability),
    roomCoverage: inTwo('room-coverage', given['room-coverage'], probability),
    manual: fill('manual', given.manual, law),
  };
}

function checkRooms(given: Input, notes: Notebook): void {
  if (given.in.length > 2) {
    notes.error('too-many-places', 'a store has a copy in two rooms at most', {
      expected: 'one room, or the room of the masters and that of the replicas',
      path: ['in', 2],
    });
  }
  if (given.in.length === 2 && given.replication === 'semi-synchronous') {
    notes.error('asynchronous-channel', 'the channel between two rooms is asynchronous', {
      expected: 'replication: asynchronous, or one room',
      path: ['replication'],
    });
  }
  if (given.in.length === 1 && given.channel !== undefined) {
    notes.error('no-channel', 'one room has no channel to another', {
      expected: 'two rooms in `in`',
      path: ['channel'],
      atKey: true,
    });
  }
}

function resolve(storeName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): RedisSpec {
  const fill = notes.filling(REDIS_DEFAULTS);
  const edition = fill('edition', given.edition, choice(REDIS_EDITIONS));
  const twoRooms = new Set(given.in).size > 1;
  checkRooms(given, notes);
  checkEdition(given, edition, notes);
  return {
    kind: 'redis',
    name: storeName,
    edition,
    openSource: given['open-source'] ?? false,
    places: twoRooms ? given.in : given.in.slice(0, 1),
    size: fill('size', given.size, size),
    shards: edition === 'cluster' ? fill('shards', given.shards, shardCount) : 1,
    ...resolveParts(given, edition, given.in, notes),
    ...switching(given, twoRooms, fill),
    ...copies(given, twoRooms, fill),
    ...resolvePersistence(given, fill, notes),
    faults,
  };
}

export const redisKind = defineKind<Input, RedisSpec>({
  kind: 'redis',
  alsoCalled: ['cache', 'elasticache', 'memcached', 'valkey', 'tair'],
  traits: ['store', 'switchable', 'restorable', 'backed-up'],
  input,
  catalogue: REDIS_FAULTS,
  catalogueOf: ({ edition }) => MORE_FAULTS[edition ?? 'standard'],
  resolve,
  instances: ({ shards }) => 2 * shards,
  parts: (spec) => sortsOfParts(spec, spec.places.length),
  sla: slaOfRedis,
  references: (spec) => [
    ...placeReferences(spec.places),
    ...placesOfParts(spec),
    ...backupReferences(spec.backups, ['backups']),
  ],
});
