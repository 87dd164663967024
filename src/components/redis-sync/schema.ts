import * as z from 'zod';
import type { Us } from '../../base/index.ts';
import {
  choice,
  defineKind,
  type FaultSpec,
  faultsInput,
  law,
  meaning,
  type Notebook,
  name,
  placePath,
  positiveDuration,
  rate,
  wholeNumber,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import { REDIS_SYNC_DEFAULTS, REDIS_SYNC_FAULTS } from './defaults.ts';

/** Carries the writes of two stores to each other, asynchronously; both take writes. */
export interface RedisSyncSpec {
  readonly kind: 'redis-sync';
  readonly name: string;
  /** Where the two cannot go on, the one that was lost is copied anew, else the second. */
  readonly between: readonly [string, string];
  /** `one-way`: from the first to the second only. */
  readonly direction: 'both' | 'one-way';
  /** Where the manager stands that resumes and rebuilds; undefined: nowhere that can be lost. */
  readonly manager: string | undefined;
  /** Writes a second, each way. */
  readonly maxWrites: number;
  readonly lag: Law;
  /** A channel that was cut for longer cannot go on: one side is copied anew. */
  readonly resumable: Us;
  readonly copy: Law;
  readonly resume: Law;
  readonly notice: Law;
  /** Keys that are written on both sides. */
  readonly keys: number;
  readonly faults: readonly FaultSpec[];
}

const DIRECTIONS = ['both', 'one-way'] as const;
const keys = wholeNumber(1, 1e12);

const input = z.strictObject(
  meaning(
    {
      kind: z.literal('redis-sync'),
      between: z.tuple([name, name], { error: 'two stores such as [cache-a, cache-b]' }),
      direction: choice(DIRECTIONS).optional(),
      manager: placePath.optional(),
      'max-writes': rate.optional(),
      lag: law.optional(),
      resumable: positiveDuration.optional(),
      copy: law.optional(),
      resume: law.optional(),
      notice: law.optional(),
      keys: keys.optional(),
      faults: faultsInput.optional(),
    },
    {
      kind: 'the kind of component',
      between: 'the two stores; where they cannot go on, the one that was lost is copied anew, else the second',
      direction: 'whether writes go both ways, or from the first to the second only',
      manager: 'where the manager stands that resumes the channel and rebuilds',
      'max-writes': 'writes a second that it carries each way',
      lag: 'age of the oldest write that the other side lacks while all is well',
      resumable: 'after a longer cut one side is copied anew',
      copy: 'how long that takes',
      resume: 'how long the manager takes to resume when the way is back',
      notice: 'how long the manager takes to see that one side is lost',
      keys: 'keys that are written on both sides',
      faults: 'what breaks it: faults by name, `none` for none at all',
    },
  ),
);
type Input = z.output<typeof input>;

function resolve(syncName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): RedisSyncSpec {
  const fill = notes.filling(REDIS_SYNC_DEFAULTS);
  const [one, other] = given.between;
  if (one === other) {
    notes
      .at('between')
      .error('replicates-to-itself', 'a store cannot replicate to itself', { expected: 'two stores', path: [1] });
  }
  return {
    kind: 'redis-sync',
    name: syncName,
    between: given.between,
    direction: given.direction ?? 'both',
    manager: given.manager,
    maxWrites: fill('max-writes', given['max-writes'], rate),
    lag: fill('lag', given.lag, law),
    resumable: fill('resumable', given.resumable, positiveDuration),
    copy: fill('copy', given.copy, law),
    resume: fill('resume', given.resume, law),
    notice: fill('notice', given.notice, law),
    keys: fill('keys', given.keys, keys),
    faults,
  };
}

export const redisSyncKind = defineKind<Input, RedisSyncSpec>({
  kind: 'redis-sync',
  traits: [],
  input,
  catalogue: REDIS_SYNC_FAULTS,
  resolve,
  instances: () => 0,
  parts: () => ['manager'],
  sla: () => ({ sla: null, source: 'not on the path of requests' }),
  references: ({ between, manager }) => [
    ...between.map((store, i) => ({ path: ['between', i], name: store, to: 'store' as const })),
    ...(manager === undefined ? [] : [{ path: ['manager'], name: manager, to: 'place' as const }]),
  ],
});
