import { type Deed, type StoreId, serves, type Thing, type World } from '../../model/index.ts';

/** What is compared. */
interface Compared {
  readonly world: World;
  readonly whole: Thing;
  readonly store: StoreId;
}

/**
 * Compares a database with those that it replicates with. What differs is put right: writes that only it has are brought over to
 * the one that takes the writes, and damage that only one of them has is known from then on. Damage that has come over is the
 * same on both sides: no comparison finds it.
 */
export function compare(database: Compared): Deed {
  return {
    needs: [database.whole],
    mends: [],
    differs: () => partners(database).some((other) => hasAlone(database, other) || damageDiffers(database, other)),
    end: () => {
      for (const other of partners(database)) settle(database, other);
    },
  };
}

/** Those that can be read just now. */
function partners({ world, store }: Compared): StoreId[] {
  const { stores, contents, truth } = world;
  const readable = (one: StoreId): boolean => contents.gone[one] === 0 && serves(truth.manner[stores.things[one]!]!);
  if (!readable(store)) return [];
  const others = stores.streams.replications.flatMap((one) => {
    if (one.source() === store) return [one.target()];
    return one.target() === store ? [one.source()] : [];
  });
  return others.filter(readable);
}

/** Whether the one has writes that the other, which takes them now, lacks. */
const hasAlone = ({ world, store }: Compared, other: StoreId): boolean =>
  world.stores.leads(other) && world.stores.orphans.alone(store, world.clocks.now) > 0;

const damageDiffers = ({ world, store }: Compared, other: StoreId): boolean => world.contents.differ(store, other);

function settle(database: Compared, other: StoreId): void {
  const { world, store } = database;
  const { contents, stores, records, clocks } = world;
  if (hasAlone(database, other)) {
    const alone = stores.orphans.bringOver(store, clocks.now);
    stores.held.regain(other, alone, clocks.now);
    records.delivered(other, alone);
  }
  contents.compare(store, other);
}
