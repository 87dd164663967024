import * as z from 'zod';
import {
  backupReferences,
  choice,
  defineKind,
  type FaultSpec,
  meaning,
  Notebook,
  placeReferences,
} from '../../language/index.ts';
import { controllerInput, controllerReferences, resolveController } from './controller-schema.ts';
import { DATABASE_MEANINGS, databaseShape, resolveDatabase, WITHOUT_STANDBY } from './database-schema.ts';
import { RDS_DEFAULTS, RDS_FAULTS } from './defaults.ts';
import { COPIES, RDS_EDITIONS } from './editions.ts';
import { RDS_ENGINES } from './engines.ts';
import { readOnlyInput, readOnlyReferences, resolveReadOnly } from './read-only.ts';
import { copyTime, type RdsSpec } from './spec.ts';

export { RDS_EDITIONS, type RdsEdition } from './editions.ts';
export { copyTime, type DatabaseSpec, type RdsSpec, REPLICATIONS, type Replication } from './spec.ts';

const shape = {
  kind: z.literal('rds'),
  edition: choice(RDS_EDITIONS).optional(),
  ...databaseShape,
  engine: choice(RDS_ENGINES).optional(),
  'reads-without-majority': choice(WITHOUT_STANDBY).optional(),
  'read-only': readOnlyInput.optional(),
  controller: controllerInput.optional(),
};
const input = z.strictObject(
  meaning(shape, {
    kind: 'the kind of component',
    edition:
      'basic: one node; high-availability: a primary and a standby; cluster: and read-only nodes; three-node: by majority',
    ...DATABASE_MEANINGS,
    'reads-without-majority': 'whether the leader of three nodes answers reads without a majority',
    'read-only': 'nodes of the cluster edition that answer reads and are never promoted',
    controller: 'where what detects and switches stands; by default nowhere that can be lost',
  }),
);
type Input = z.output<typeof input>;

function resolve(storeName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): RdsSpec {
  const edition = notes.filling(RDS_DEFAULTS.basic)('edition', given.edition, choice(RDS_EDITIONS));
  const three = (edition === 'three-node' ? notes : new Notebook()).filling(RDS_DEFAULTS[edition]);
  return {
    kind: 'rds',
    name: storeName,
    ...resolveDatabase(given, edition, RDS_DEFAULTS[edition], notes),
    readsWithoutMajority: three('reads-without-majority', given['reads-without-majority'], choice(WITHOUT_STANDBY)),
    controllerPlace: resolveController(given.controller, edition, notes.at('controller')),
    readOnly: resolveReadOnly(given['read-only'], edition, given.in, notes.at('read-only')),
    faults,
  };
}

export const rdsKind = defineKind<Input, RdsSpec>({
  kind: 'rds',
  alsoCalled: ['mysql', 'postgres', 'postgresql', 'mariadb', 'sqlserver', 'aurora', 'db'],
  traits: ['store', 'database', 'switchable', 'restorable', 'backed-up'],
  input,
  catalogue: RDS_FAULTS,
  resolve,
  rebuild: copyTime,
  engine: ({ engine }) => engine,
  instances: (spec) => COPIES[spec.edition] + (spec.readOnly?.count ?? 0),
  references: (spec) => [
    ...placeReferences(spec.places),
    ...readOnlyReferences(spec.readOnly),
    ...controllerReferences(spec.controllerPlace),
    ...backupReferences(spec.backups, ['backups']),
  ],
});
