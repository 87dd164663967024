import type { Slot } from '../../engine/index.ts';
import {
  dataCode,
  FORGOTTEN,
  offerRestore,
  roleCode,
  type SourceId,
  type StoreId,
  type Thing,
  Vault,
  type World,
} from '../../model/index.ts';
import type { RedisSpec } from './schema.ts';

/** The store whose data these are. */
interface Owner {
  readonly whole: Thing;
  readonly store: StoreId;
  /** Works out again what can be read and written. */
  refresh(): void;
  /** It holds other data from now on. */
  filled(): void;
}

/**
 * What the data of a store are worth, its backups, and how it is taken back to one. Keys that a shard has forgotten are answered
 * wrongly, as not there: until a backup has been put in place, or those who use the store have written them anew.
 */
export class Holdings {
  private readonly spec: RedisSpec;
  private readonly world: World;
  private readonly owner: Owner;
  private readonly vault: Vault | undefined;
  /** 1 while data are put in place. */
  private readonly filling: Uint8Array;
  /** Shards that have forgotten their keys. */
  private readonly empty: Int32Array;
  private readonly refill: Slot;

  constructor(spec: RedisSpec, world: World, owner: Owner) {
    const { arena, registry } = world.workshop;
    const { name, refill } = spec;
    this.spec = spec;
    this.world = world;
    this.owner = owner;
    this.filling = arena.u8('logic', 1);
    this.empty = arena.i32('logic', 1);
    const random = refill && { law: refill, stream: `${name} written anew` };
    this.refill = registry.slot('work', `${name} written anew`, () => this.refilled(), 0, random);
    this.vault = spec.backups && new Vault(world, name, spec.backups);
    if (spec.persistence === 'none') world.contents.mayForget = true;
    world.stores.bytes.set(owner.store, spec.size);
    offerRestore(world, {
      name,
      store: owner.store,
      whole: owner.whole,
      setRestoring: (on) => this.setRestoring(on),
      filled: () => this.filled(),
    });
  }

  wire(): void {
    this.vault?.wire(this.owner.store, this.spec.size);
  }

  /** Whether data are being put in place: nothing is served meanwhile. */
  get restoring(): boolean {
    return this.filling[0] === 1;
  }

  /** A shard has come back with nothing in it. Everybody sees at once that keys are not there. */
  forget(source: SourceId): void {
    const { contents, records, vaults, clocks } = this.world;
    const { store } = this.owner;
    const first = this.empty[0]! === 0;
    this.empty[0]! += 1;
    contents.damage(store, Math.min(1, this.empty[0]! / this.spec.shards), source, clocks.now, FORGOTTEN);
    contents.miss(store);
    if (first && !vaults.of(store).some((vault) => vault.holds(clocks.now))) records.data(store, dataCode('lost'));
    if (this.spec.refill !== undefined) clocks.start(this.refill);
  }

  private refilled(): void {
    this.empty[0] = 0;
    this.world.contents.remember(this.owner.store);
  }

  private setRestoring(on: boolean): void {
    if (this.restoring === on) return;
    this.filling[0] = on ? 1 : 0;
    this.world.records.role(this.owner.whole, roleCode('restoring'), on ? 1 : 0);
    this.owner.refresh();
  }

  private filled(): void {
    this.empty[0] = 0;
    this.world.clocks.stop(this.refill);
    this.owner.filled();
  }
}
