import * as z from 'zod';
import type { Us } from '../../base/index.ts';
import {
  defineKind,
  type FaultSpec,
  faultsInput,
  law,
  meaning,
  type Notebook,
  name,
  named,
  oneOrMore,
  placePath,
  placeReferences,
  positiveDuration,
  rate,
  wholeNumber,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import { AT_ONCE, ECS_DEFAULTS, ECS_FAULTS, ECS_FAULTS_ON_REQUEST, NO_TIMEOUT } from './defaults.ts';
import { instancesOf } from './slots.ts';
import { type Starting, startingOf, startingShape } from './starting.ts';

export type { EcsScaling } from './scaling-schema.ts';
export { STANDBY_STATES, type StandbyState } from './starting.ts';

export interface EcsUse {
  /** `database`. */
  readonly role: string;
  /** The store that plays the role until a plan repoints it. */
  readonly store: string;
}

/** A pool of equal servers. */
export interface EcsSpec extends Starting {
  readonly kind: 'ecs';
  readonly name: string;
  /** Instances are spread over them evenly, in this order. */
  readonly places: readonly string[];
  readonly count: number;
  /** Requests a second of one instance; Infinity: never the bottleneck. */
  readonly capacityEach: number;
  /** Beyond its capacity a rate-limited pool serves its capacity; an unprotected one loses goodput. */
  readonly protected: boolean;
  /** From power to serving. */
  readonly boot: Law;
  /** Whether any server can go on with any client: nothing of a session is kept in its memory. */
  readonly stateless: boolean;
  /** How long it waits on a connection to a store that says nothing any more; undefined: it opens another at once. */
  readonly socketTimeout: Us | undefined;
  /** Sorted by role. */
  readonly uses: readonly EcsUse[];
  readonly faults: readonly FaultSpec[];
}

const shape = {
  kind: z.literal('ecs'),
  in: oneOrMore(placePath),
  count: wholeNumber(1, 100_000),
  'capacity-each': rate.optional(),
  protected: z.boolean().optional(),
  boot: law.optional(),
  stateless: z.boolean().optional(),
  'socket-timeout': z.union([z.literal('none'), positiveDuration]).optional(),
  uses: named(name).optional(),
  faults: faultsInput.optional(),
};
const input = z.strictObject({
  ...meaning(shape, {
    kind: 'the kind of component',
    in: 'the place or places its servers stand in, spread evenly',
    count: 'servers in all',
    'capacity-each': 'requests a second that one server serves',
    protected: 'a rate limit keeps the load at the capacity instead of letting goodput collapse',
    boot: 'how long a server takes from power to serving: `0s` is at once; `none` is never, so that what has stopped stays lost',
    stateless: 'no server keeps anything of a session; else sessions are lost with it where clients are bound',
    'socket-timeout':
      'how long it waits on a connection to a store that says nothing any more; `none`: as long as the operating system does',
    uses: 'the store that plays each role for it',
    faults: 'what breaks it: faults by name, `none` for none at all',
  }),
  ...startingShape,
});
type Input = z.output<typeof input>;

/** Stated or not, it matters only to pools that use a store. */
function socketTimeout({ uses, 'socket-timeout': stated }: Input, notes: Notebook): Us | undefined {
  if (uses === undefined) return undefined;
  if (stated === undefined) notes.at('socket-timeout').assume('0s', AT_ONCE);
  return stated === 'none' ? notes.filling(NO_TIMEOUT)('socket-timeout', undefined, positiveDuration) : stated;
}

function resolve(poolName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): EcsSpec {
  const fill = notes.filling(ECS_DEFAULTS);
  if (given['capacity-each'] === undefined) {
    notes.at('capacity-each').assume('unlimited', 'assumption: no capacity is stated, so the pool is never overloaded');
  }
  return {
    kind: 'ecs',
    name: poolName,
    places: given.in,
    count: given.count,
    capacityEach: given['capacity-each'] ?? Number.POSITIVE_INFINITY,
    protected: fill('protected', given.protected, z.boolean()),
    boot: fill('boot', given.boot, law),
    ...startingOf(given, notes),
    stateless: given.stateless ?? false,
    socketTimeout: socketTimeout(given, notes),
    uses: (given.uses ?? []).map(([role, store]) => ({ role, store })),
    faults,
  };
}

export const ecsKind = defineKind<Input, EcsSpec>({
  kind: 'ecs',
  alsoCalled: ['ec2', 'vm', 'server', 'servers', 'instance', 'host', 'app', 'web'],
  traits: ['entry', 'answer', 'pool'],
  input,
  catalogue: ECS_FAULTS,
  onRequest: ECS_FAULTS_ON_REQUEST,
  resolve,
  roles: (spec) => spec.uses,
  instances: (spec) => instancesOf(spec),
  // Machines that are stopped and not kept are not paid for.
  servers: ({ count, standby, reserved }) => (standby === 'cold' && !reserved ? 0 : count),
  references: (spec) => [
    ...placeReferences(spec.places),
    ...(spec.control === undefined ? [] : [{ path: ['control'], name: spec.control, to: 'control' as const }]),
    ...(spec.image === undefined ? [] : [{ path: ['image'], name: spec.image, to: 'image' as const }]),
    ...spec.uses.map(({ role, store }) => ({ path: ['uses', role], name: store, to: 'store' as const })),
  ],
});
