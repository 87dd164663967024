import { NEVER, type Us } from '../../base/index.ts';
import {
  type Deed,
  type DeedArguments,
  NO_SOURCE,
  type PlaceId,
  type Replication,
  roleCode,
  type SourceId,
  type StoreId,
  type Thing,
  type World,
} from '../../model/index.ts';
import { compare } from './comparison.ts';
import { FullCopy } from './full-copy.ts';
import type { DatabaseSpec } from './spec.ts';

/** What a plan acts on. */
export interface Database {
  readonly spec: DatabaseSpec;
  readonly world: World;
  readonly whole: Thing;
  readonly store: StoreId;
  /** Exchanges the roles; of several that may take over one in `place`, where that is stated. */
  readonly controller: { switchBy(source: SourceId, place?: PlaceId): void };
  filled(): void;
  setRestoring(on: boolean): void;
}

/** What plans can do to a database. */
export function offerDeeds(database: Database): void {
  const { world, spec } = database;
  const offer = (verb: Parameters<typeof world.deeds.offer>[1], make: (args: DeedArguments) => Deed) =>
    world.deeds.offer(spec.name, verb, make);
  offer('fence', () => fence(database));
  offer('promote', () => promote(database));
  offer('rebuild', ({ other }) => rebuild(database, other!));
  offer('stop-writes', ({ untilLag }) => stopWrites(database, untilLag));
  offer('check-consistency', () => compare(database));
  offer('switch', (args) => ({ needs: [database.whole], mends: [], end: () => swap(database, args) }));
}

/** Swaps primary and standby, unless the primary stands where it is wanted. */
function swap({ world, whole, controller }: Database, { place, source = NO_SOURCE }: DeedArguments): void {
  if (place !== undefined && world.places.within(world.truth.place[whole]!, place)) return;
  controller.switchBy(source, place);
}

function role(database: Database, name: 'writable' | 'fenced' | 'stopped', value: 0 | 1): void {
  const { world, store, whole } = database;
  const code = roleCode(name === 'stopped' ? 'writes-stopped' : name);
  world.stores.setRole(name, store, value);
  world.records.role(whole, code, value);
}

/** Recorded at once, and in force at the latest when the database comes back; it works with a stated chance. */
function fence(database: Database): Deed {
  const { world, spec } = database;
  const works = world.workshop.registry.chance(`${spec.name} fencing`, spec.fencing.works);
  return {
    needs: [],
    mends: [],
    end: () => {
      const done = world.clocks.choose(works);
      world.stores.unfenced[database.store] = done ? 0 : 1;
      if (done) role(database, 'fenced', 1);
    },
    worked: () => world.stores.unfenced[database.store] === 0,
    undo: () => role(database, 'fenced', 0),
  };
}

function promote(database: Database): Deed {
  const { world, store, whole } = database;
  return {
    needs: [whole],
    mends: [whole],
    lag: () => world.stores.streams.feeding(store)?.lag() ?? leftBehind(database),
    end: () => {
      const feeding = world.stores.streams.feeding(store);
      if (feeding !== undefined) takeOver(database, feeding);
      world.stores.unfenced[store] = 0;
      role(database, 'fenced', 0);
      role(database, 'stopped', 0);
      role(database, 'writable', 1);
    },
  };
}

/** A copy that others have gone on without is too old for any gate; one that has never followed anybody is not. */
function leftBehind({ world, store }: Database): Us {
  const { stores } = world;
  const paired = stores.streams.replications.some((one) => one.source() === store || one.target() === store);
  return (paired && !stores.leads(store) ? NEVER : 0) as Us;
}

/** The follower becomes the primary; one that was stopped on purpose follows from now on, any other may still take writes. */
function takeOver(database: Database, feeding: Replication): void {
  const { world, store } = database;
  const source = world.stores.streams.origin(feeding.source());
  const { now } = world.clocks;
  const stopped = world.stores.stopped[source] === 1;
  const { age, writes } = stopped ? { age: 0 as Us, writes: 0 } : feeding.gap();
  const back = world.stores.held.succeed(store, source, writes, now);
  if (back > 0) world.records.delivered(store, back);
  if (stopped) world.stores.setRole('writable', source, 0);
  else {
    world.records.recovery(store, world.blamed(world.stores.things[source]!), age, writes, false);
    world.stores.orphans.leave(source, writes, now);
  }
  feeding.detach();
}

/** A full copy from another database: the old one follows from then on, and what only it had is thrown away. */
function rebuild(database: Database, other: string): Deed {
  const { world, store, spec } = database;
  const copy = new FullCopy(world, { from: other, to: spec.name, size: spec.size });
  return {
    needs: [database.whole, world.wholes.get(other)!],
    mends: [],
    begin: () => {
      copy.begin();
      role(database, 'writable', 0);
    },
    takes: () => copy.takes(),
    ready: () => copy.ready(),
    end: () => {
      const position = copy.end();
      world.records.discarded(world.stores.id(other), world.stores.orphans.discard(store, world.clocks.now));
      takeCopy(database, world.stores.id(other));
      world.stores.unfenced[database.store] = 0;
      role(database, 'fenced', 0);
      const between = replicationBetween(database, world.stores.id(other));
      between?.restart(position);
    },
  };
}

/** The database holds what the other does, with whatever is wrong in it. */
function takeCopy(database: Database, other: StoreId): void {
  const { contents } = database.world;
  const gone = contents.gone[database.store] === 1;
  contents.copy(other, database.store);
  database.world.stores.held.renew(database.store);
  if (!gone) return;
  database.setRestoring(false);
  database.filled();
}

function replicationBetween({ world, store }: Database, other: StoreId): Replication | undefined {
  return world.stores.streams.replications.find((replication) => {
    const [source, target] = [replication.source(), replication.target()];
    return (source === store && target === other) || (source === other && target === store);
  });
}

/** Writes stop at once and stay stopped; the step ends when those that follow are near enough. */
function stopWrites(database: Database, untilLag: Us | undefined): Deed {
  const { world, store, whole } = database;
  const followers = () => world.stores.streams.followers(store);
  return {
    needs: [whole],
    mends: [whole],
    begin: () => role(database, 'stopped', 1),
    takes: () => (untilLag === undefined ? 0 : Math.max(0, ...followers().map((follower) => follower.drain()))) as Us,
    ready: () => untilLag === undefined || followers().every((follower) => follower.waiting() <= untilLag),
    end: () => {},
    undo: () => role(database, 'stopped', 0),
  };
}
