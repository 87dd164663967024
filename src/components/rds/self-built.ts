import * as z from 'zod';

import {
  backupReferences,
  choice,
  defineKind,
  type FaultSpec,
  meaning,
  type Notebook,
  name,
  numberFrom,
  placeReferences,
  wholeNumber,
} from '../../language/index.ts';
import { DATABASE_MEANINGS, databaseShape, resolveDatabase } from './database-schema.ts';
import { NODES, SELF_BUILT_FAULTS, SHARED, SWITCHING_DEFAULTS } from './self-built-defaults.ts';
import { copyTime, type DatabaseSpec } from './spec.ts';
import { SWITCHINGS, type Switching } from './switching.ts';

/** A database that its users run themselves: MySQL on servers in the cloud or on premises. */
export interface SelfBuiltSpec extends DatabaseSpec {
  readonly kind: 'database';
  /** Who switches to the standby: a daemon between the machines, or people. */
  readonly switching: Switching;
  /** The pool on whose machines it runs; undefined: it has machines of its own. */
  readonly on: string | undefined;
  /** On the machines of a pool: work that it does for a request of that pool, in units of what the application does, 0 to 100. */
  readonly work: number;
}

const work = numberFrom(0, 100);

const shape = {
  kind: z.literal('database'),
  nodes: wholeNumber(1, 2).optional(),
  switching: choice(SWITCHINGS).optional(),
  on: name.optional(),
  work: work.optional(),
  ...databaseShape,
};
const input = z.strictObject(
  meaning(shape, {
    kind: 'the kind of component',
    nodes: '1, or 2 for a primary and a standby',
    switching: 'who switches to the standby: keepalived, or people by hand',
    work: 'on machines of a pool: what it works for a request of that pool, in units of what the application does',
    on: 'a pool on whose machines it runs: what takes them takes it',
    ...DATABASE_MEANINGS,
  }),
);
type Input = z.output<typeof input>;

/** What it takes from the application: only where the two share machines. */
function workOf({ on, work: stated }: Input, notes: Notebook): number {
  if (on !== undefined) return notes.filling(SHARED)('work', stated, work);
  if (stated !== undefined) {
    notes.error('useless-key', '`work` is what it takes from an application on the same machines', {
      path: ['work'],
      atKey: true,
      expected: '`on` beside it',
    });
  }
  return 0;
}

function resolve(storeName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): SelfBuiltSpec {
  const nodes = notes.filling(NODES)('nodes', given.nodes, wholeNumber(1, 2));
  const switching = nodes === 1 ? 'by-hand' : notes.filling(NODES)('switching', given.switching, choice(SWITCHINGS));
  const key = nodes === 1 ? 'single' : switching;
  return {
    kind: 'database',
    name: storeName,
    switching,
    on: given.on,
    work: workOf(given, notes),
    ...resolveDatabase(given, nodes === 1 ? 'basic' : 'high-availability', SWITCHING_DEFAULTS[key], notes),
    readsWithoutMajority: 'stop',
    readOnly: undefined,
    controllerPlace: undefined,
    // On the machines of a pool it breaks with these, and with nothing else unless that is stated.
    faults: given.on !== undefined && given.faults === undefined ? [] : faults,
  };
}

export const selfBuiltKind = defineKind<Input, SelfBuiltSpec>({
  kind: 'database',
  traits: ['store', 'database', 'switchable', 'restorable', 'backed-up'],
  input,
  catalogue: SELF_BUILT_FAULTS,
  resolve,
  rebuild: copyTime,
  engine: ({ engine }) => engine,
  instances: (spec) => (spec.edition === 'basic' ? 1 : 2),
  sla: () => ({ sla: null, source: 'nobody promises anything for what one runs oneself' }),
  references: (spec) => [
    ...placeReferences(spec.places),
    ...backupReferences(spec.backups, ['backups']),
    ...(spec.on === undefined ? [] : [{ path: ['on'], name: spec.on, to: 'pool' as const }]),
  ],
});
