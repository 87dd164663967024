import { roleCode, type StoreId, type Thing, type World, writeOff } from '../../model/index.ts';

/**
 * Which nodes of a database have whole data on their disks: a loss leaves a node empty until it is filled anew, and so does a
 * full copy until it has ended.
 */
export class Disks {
  private readonly world: World;
  private readonly nodes: readonly Thing[];
  private readonly filledAt: Float64Array;
  /** 1 while old data are being written over. */
  private readonly overwritten: Uint8Array;

  constructor(world: World, nodes: readonly Thing[]) {
    this.world = world;
    this.nodes = nodes;
    this.filledAt = world.workshop.arena.f64('time', nodes.length);
    this.overwritten = world.workshop.arena.u8('logic', nodes.length);
  }

  hold(i: number): boolean {
    if (this.overwritten[i] === 1) return false;
    return this.world.truth.destroyedAt[this.nodes[i]!]! < this.filledAt[i]! || this.untouched(i);
  }

  private untouched(i: number): boolean {
    return this.world.truth.destroyedAt[this.nodes[i]!]! < 0;
  }

  /** A full copy has begun: what was there is of no use any more. */
  overwrite(i: number): void {
    this.overwritten[i] = 1;
  }

  fill(i: number): void {
    this.overwritten[i] = 0;
    this.filledAt[i] = this.world.clocks.now;
  }

  get empty(): boolean {
    return this.nodes.every((_, i) => !this.hold(i));
  }
}

/** The database that lives on disks. */
interface Owner {
  readonly world: World;
  readonly whole: Thing;
  readonly store: StoreId;
  /** Works out again what can be read and written. */
  refresh(): void;
}

/** The data of a database: gone when every disk is empty, until others have been put in place. */
export class Holdings {
  private readonly owner: Owner;
  private readonly nodes: readonly Thing[];
  private readonly disks: Disks;
  /** 1 while data are put in place. */
  private readonly filling: Uint8Array;

  constructor(owner: Owner, nodes: readonly Thing[], disks: Disks) {
    this.owner = owner;
    this.nodes = nodes;
    this.disks = disks;
    this.filling = owner.world.workshop.arena.u8('logic', 1);
  }

  /** Node `i` has changed: if no disk holds data any more, what struck it has destroyed them. */
  look(i: number): void {
    const { world, store } = this.owner;
    const { contents, clocks, truth } = world;
    if (!this.disks.empty || contents.gone[store] === 1) return;
    contents.destroy(store, truth.cause[this.nodes[i]!]!, clocks.now);
    writeOff(world);
  }

  /** Whether data are being put in place: nothing is served meanwhile. */
  get restoring(): boolean {
    return this.filling[0] === 1;
  }

  setRestoring(on: boolean): void {
    if (this.restoring === on) return;
    const { world, whole } = this.owner;
    this.filling[0] = on ? 1 : 0;
    world.records.role(whole, roleCode('restoring'), on ? 1 : 0);
    this.owner.refresh();
  }
}
