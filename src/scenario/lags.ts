import type { Us } from '../base/index.ts';
import type { ByEnd, Copying, PlaceId, Seen, World } from '../model/index.ts';
import type { Scenario } from './scenario.ts';

/** How old the data may be that a lost place of a kind leaves behind. */
interface Limit {
  readonly scope: string;
  readonly rpo: Us;
}

/** A copy that survives the loss of a place which takes the store. */
interface Copy {
  readonly store: string;
  readonly limit: number;
  readonly above: () => number;
}

/** A stream that is watched, and as who takes the writes: a replication that can be turned round, as either of its ends. */
interface Stream {
  readonly copying: Copying;
  readonly writers: readonly (0 | 1)[];
}

/**
 * Watches for how long copies of a store are further behind than objectives about lost sites allow. One concerns a stream
 * whose source can be lost as a whole with one such place, and whose target outlives that.
 */
export function watchLags(world: World, scenario: Scenario): void {
  const { objectives } = scenario;
  const read = readStores(scenario);
  const limits = objectives.flatMap((one): Limit[] =>
    one.kind === 'site-lost' && one.rpo !== undefined ? [{ scope: one.scope, rpo: one.rpo }] : [],
  );
  const { replications, copyings } = world.stores.streams;
  const streams = [
    ...replications.map((copying): Stream => ({ copying, writers: [0, 1] })),
    ...copyings.map((copying): Stream => ({ copying, writers: [0] })),
  ];
  const copies = streams.flatMap((stream) => copiesOf(stream, limits, read, world));
  for (const store of new Set(copies.map((copy) => copy.store))) {
    const own = copies.filter((copy) => copy.store === store);
    const concerned = [...new Set(own.map(({ limit }) => limit))];
    world.exposures.late.set(
      store,
      concerned.map((limit) => bestOf(own.filter((copy) => copy.limit === limit))),
    );
  }
}

/** With copies in several places, the time is at most that of the best kept. */
const bestOf =
  (copies: readonly Copy[]): (() => number) =>
  () =>
    Math.min(...copies.map(({ above }) => above()));

/** The stores that pools read for users from the start. */
const readStores = ({ components, workloads }: Scenario): ReadonlySet<string> =>
  new Set(
    components
      .flatMap((spec) => (spec.kind === 'ecs' ? spec.uses : []))
      .filter(({ role }) => workloads.some(({ reads }) => reads.includes(role)))
      .map(({ store }) => store),
  );

function copiesOf(
  { copying, writers }: Stream,
  limits: readonly Limit[],
  read: ReadonlySet<string>,
  world: World,
): Copy[] {
  const ends: ByEnd<string> = [nameOf(copying.source(), world), nameOf(copying.target(), world)];
  const heads: ByEnd<string> = [nameOf(world.stores.streams.origin(copying.source()), world), ends[1]];
  const apart = writers.map((end) =>
    limits.flatMap(({ scope }, limit) => (outlives(scope, heads[end], ends[1 - end]!, world) ? [limit] : [])),
  );
  const above = apart.map((concerned) => concerned.map((limit) => limits[limit]!.rpo));
  const isRead = read.has(ends[1]);
  if (!isRead && above.every((all) => all.length === 0)) return [];
  const watch = copying.watchLag([above[0]!, above[1] ?? []]);
  if (isRead) seeing(ends[1], () => watch.seen(0), world);
  return writers.flatMap((end) =>
    apart[end]!.map((limit, k): Copy => ({ store: heads[end], limit, above: () => watch.above(end, k) })),
  );
}

/** Where several streams come to one store, its readers see the mean of them. */
function seeing(store: string, seen: () => Seen, { exposures }: World): void {
  const others = exposures.seen.get(store);
  exposures.seen.set(store, others === undefined ? seen : () => both(others(), seen()));
}

const both = (one: Seen, other: Seen): Seen => ({ age: one.age + other.age, span: one.span + other.span });

const nameOf = (store: number, world: World): string => world.stores.names[store]!;

/** Whether some place of a kind takes all of one store with it, and not all of another. */
function outlives(scope: string, store: string, copy: string, world: World): boolean {
  return placesOf(world).some(
    (place) => world.places.kind(place) === scope && takes(place, store, world) && !takes(place, copy, world),
  );
}

const placesOf = ({ places }: World): PlaceId[] => Array.from({ length: places.count }, (_, place) => place);

function takes(place: PlaceId, store: string, { units, truth, places }: World): boolean {
  const homes = (units.get(store) ?? []).map((unit) => truth.home(unit));
  return homes.length > 0 && homes.every((home) => places.within(home, place));
}
