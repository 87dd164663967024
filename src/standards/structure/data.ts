import { DAY, type Us } from '../../base/index.ts';
import type { ComponentSpec } from '../../components/index.ts';
import type { BackupSpec, Schedule } from '../../language/index.ts';
import { family, isWithin, storesIn, type Topology, ties } from '../../scenario/index.ts';

/** `elsewhere`: nothing of the data stands in the lost place. */
export type Mode = 'elsewhere' | 'synchronous' | 'semi-synchronous' | 'asynchronous' | 'none';
const MODES: readonly Mode[] = ['none', 'asynchronous', 'semi-synchronous', 'synchronous', 'elsewhere'];
const better = (a: Mode, b: Mode): Mode => (MODES.indexOf(a) >= MODES.indexOf(b) ? a : b);

/** Stores that come to hold the same data: those to which replication carries them. */
export interface DataSet {
  /** Of the store that production uses. */
  readonly name: string;
  readonly stores: readonly string[];
  readonly backups: readonly { readonly of: string; readonly spec: BackupSpec }[];
}

/** The stores that exchange writes with a store, directly or through others. */
export const brothersOf = (store: string, topology: Topology): readonly string[] =>
  family(store, ties(topology)).slice(1);

/** The stores that production writes; where it writes none, those it reads. */
function keyStores(topology: Topology): readonly string[] {
  const { workloads } = topology.scenario;
  const writes = workloads.some((one) => one.writes.length > 0);
  return [...new Set(workloads.flatMap((one) => storesIn(writes ? one.writes : one.reads, one.entry, topology)))];
}

/** The data that must outlive a disaster, each set once. */
export function dataSets(topology: Topology): readonly DataSet[] {
  const pairs = ties(topology);
  const sets: DataSet[] = [];
  for (const name of keyStores(topology)) {
    const stores = family(name, pairs);
    // Of two that only one way joins, each holds something that the other may not have.
    const told = sets.some((one) => one.stores.includes(name) && stores.includes(one.name));
    if (!told) sets.push({ name, stores, backups: stores.flatMap((store) => backupsOf(store, topology)) });
  }
  return sets;
}

function backupsOf(store: string, { scenario }: Topology): DataSet['backups'] {
  return scenario.components.flatMap((spec) => {
    const keeps = spec.name === store || ('of' in spec && spec.of === store);
    const kept = keeps && 'backups' in spec ? spec.backups : undefined;
    return kept === undefined ? [] : [{ of: spec.name, spec: kept }];
  });
}

/** Whether copies of a backup lie somewhere else than in a lost place. */
export const isOffSite = ({ copies }: BackupSpec, lost: string): boolean =>
  copies.some(({ place }) => !isWithin(place, lost));

/** The longest time between two instants of a schedule. */
export function longestGap({ cycle, at }: Schedule): Us {
  const gaps = at.map((instant, i) => (at[i + 1] ?? at[0]! + cycle) - instant);
  return Math.max(...gaps) as Us;
}

/** How often a day something of a backup gets to a place that survives. */
export function transfersADay({ full, incremental, log }: BackupSpec): number {
  const often = ({ cycle, at }: Schedule): number => (at.length * DAY) / cycle;
  return often(full) + (incremental === undefined ? 0 : often(incremental)) + (log === undefined ? 0 : DAY / log);
}

/** How writes get out of a place before it is lost: those of stores that may take them there, and not of mere copies. */
export function replicationOut({ name, stores }: DataSet, lost: string, topology: Topology): Mode {
  const pairs = ties(topology);
  const inside = stores.filter((store) => topology.touches(store, lost) && family(store, pairs).includes(name));
  if (inside.length === 0) return 'elsewhere';
  const within = inside.map((store) => replicationWithin(topology.spec(store), lost));
  const away = pairs.some(
    ([from, to]) => stores.includes(from) && topology.touches(from, lost) && topology.survives(to, lost),
  );
  return [...within, away ? ('asynchronous' as const) : ('none' as const)].reduce(better, 'none');
}

/** How a store that stands in several places keeps them alike. */
function replicationWithin(spec: ComponentSpec | undefined, lost: string): Mode {
  if (spec === undefined || !('places' in spec)) return 'none';
  const outside = spec.places.filter((place) => !isWithin(place, lost)).length;
  if (outside === 0) return 'none';
  switch (spec.kind) {
    case 'rds':
    case 'database':
      if (spec.edition === 'basic') return 'none';
      return spec.edition === 'three-node' ? (outside >= 2 ? 'synchronous' : 'none') : spec.replication;
    case 'redis':
      return spec.replication;
    case 'oss':
      return outside >= 2 ? 'synchronous' : 'none';
    default:
      return 'none';
  }
}

/** Whether a copy of the data is left when a place is lost. */
export const isLeft = ({ stores }: DataSet, lost: string, topology: Topology): boolean =>
  stores.some((store) => topology.survives(store, lost));
