import * as z from 'zod';
import {
  defineKind,
  type FaultSpec,
  faultsInput,
  meaning,
  type Notebook,
  name,
  oneOrMore,
  placePath,
  placeReferences,
  wholeNumber,
} from '../../language/index.ts';
import { DRDS_DEFAULTS, DRDS_FAULTS } from './defaults.ts';

/** Routers before several databases, each of which has an equal share of the keys. */
export interface DrdsSpec {
  readonly kind: 'drds';
  readonly name: string;
  /** The nodes are spread over them in blocks. */
  readonly places: readonly string[];
  readonly nodes: number;
  /** The databases, each once. */
  readonly shards: readonly string[];
  readonly faults: readonly FaultSpec[];
}

const several = wholeNumber(1, 100);

const input = z.strictObject(
  meaning(
    {
      kind: z.literal('drds'),
      in: oneOrMore(placePath),
      nodes: several.optional(),
      shards: oneOrMore(name),
      faults: faultsInput.optional(),
    },
    {
      kind: 'the kind of component',
      in: 'the place or places its nodes stand in, spread evenly',
      nodes: 'routers in all, each of which can do the work of all',
      shards: 'the databases that hold equal shares of the keys',
      faults: 'what breaks it: faults by name, `none` for none at all',
    },
  ),
);
type Input = z.output<typeof input>;

function checkShards(shards: readonly string[], notes: Notebook): void {
  const twice = shards.findIndex((shard, i) => shards.indexOf(shard) < i);
  if (twice < 0) return;
  notes.error('shard-twice', `${shards[twice]} is named twice`, { path: [twice], expected: 'each database once' });
}

function resolve(routerName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): DrdsSpec {
  const fill = notes.filling(DRDS_DEFAULTS);
  checkShards(given.shards, notes.at('shards'));
  return {
    kind: 'drds',
    name: routerName,
    places: given.in,
    nodes: fill('nodes', given.nodes, several),
    shards: given.shards,
    faults,
  };
}

export const drdsKind = defineKind<Input, DrdsSpec>({
  kind: 'drds',
  alsoCalled: ['polardb-x', 'sharding', 'vitess', 'proxy'],
  traits: ['store'],
  input,
  catalogue: DRDS_FAULTS,
  resolve,
  instances: ({ nodes }) => nodes,
  references: ({ places, shards }) => [
    ...placeReferences(places),
    ...shards.map((shard, i) => ({ path: ['shards', i], name: shard, to: 'database' as const })),
  ],
});
