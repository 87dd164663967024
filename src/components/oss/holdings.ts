import { offerRestore, roleCode, type StoreId, type Thing, Vault, type World } from '../../model/index.ts';
import type { OssSpec } from './schema.ts';

/** The store whose data these are. */
interface Owner {
  readonly whole: Thing;
  readonly store: StoreId;
  /** Works out again what can be read and written. */
  refresh(): void;
}

/** The backups of an object store, and how it is taken back to one: objects that were deleted or overwritten come back from there. */
export class Holdings {
  private readonly spec: OssSpec;
  private readonly world: World;
  private readonly owner: Owner;
  private readonly vault: Vault | undefined;
  /** 1 while objects are put in place. */
  private readonly filling: Uint8Array;

  constructor(spec: OssSpec, world: World, owner: Owner) {
    this.spec = spec;
    this.world = world;
    this.owner = owner;
    this.filling = world.workshop.arena.u8('logic', 1);
    this.vault = spec.backups && new Vault(world, spec.name, spec.backups);
    world.stores.bytes.set(owner.store, spec.size);
    const { whole, store } = owner;
    const setRestoring = (on: boolean): void => this.setRestoring(on);
    offerRestore(world, { name: spec.name, store, whole, setRestoring, filled: () => {} });
  }

  wire(): void {
    this.vault?.wire(this.owner.store, this.spec.size);
  }

  /** Whether objects are being put in place: nothing is served meanwhile. */
  get restoring(): boolean {
    return this.filling[0] === 1;
  }

  private setRestoring(on: boolean): void {
    if (this.restoring === on) return;
    this.filling[0] = on ? 1 : 0;
    this.world.records.role(this.owner.whole, roleCode('restoring'), on ? 1 : 0);
    this.owner.refresh();
  }
}
