import { SECOND, type Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import { EXIT, type Gap, SILENT, type Thing, underWay, type World } from '../../model/index.ts';
import type { Ledger } from './ledger.ts';
import type { RedisSpec } from './schema.ts';

const WHOLE = -1;

/**
 * What the two nodes of a shard have when they come back: their memory, or what had reached their disk when that went. Saves of
 * the whole memory are arithmetic: one is begun at every multiple of the time between two, and is of use when it has ended.
 */
export class Memory {
  private readonly spec: RedisSpec;
  private readonly world: World;
  private readonly nodes: readonly Thing[];
  private readonly ledger: Ledger;
  /** When the memory of each node went; negative while it has it. */
  private readonly goneAt: Float64Array;
  /** When the disk of each node held last what its memory did. */
  private readonly equalAt: Float64Array;
  private readonly load: Slot;
  private readonly unflushed: DrawId;

  /** @param loaded called when a node has loaded what was on its disk */
  constructor(
    spec: RedisSpec,
    world: World,
    name: string,
    nodes: readonly Thing[],
    ledger: Ledger,
    loaded: () => void,
  ) {
    const { arena, registry } = world.workshop;
    this.spec = spec;
    this.world = world;
    this.nodes = nodes;
    this.ledger = ledger;
    this.goneAt = arena.f64('time', nodes.length).fill(WHOLE);
    this.equalAt = arena.f64('time', nodes.length);
    this.load = registry.slot('work', `${name} loads`, loaded);
    this.unflushed = registry.draw(`${name} unflushed`, spec.unflushed);
  }

  /** A node has fallen: a process or a machine that is gone forgets, one that hangs does not. */
  fall(i: number): void {
    const { truth, sources, clocks } = this.world;
    const node = this.nodes[i]!;
    const manner = truth.manner[node]!;
    if (!this.isWhole(i) || (manner !== SILENT && manner !== EXIT)) return;
    this.goneAt[i] = clocks.now;
    if (sources.list[truth.cause[node]!]?.class === 'plan') this.equalAt[i] = clocks.now;
  }

  /** Whether a node that is back was stopped in good order: all that it had went to its disk first. */
  wasStored(i: number): boolean {
    return this.equalAt[i] === this.goneAt[i];
  }

  isWhole(i: number): boolean {
    return this.goneAt[i] === WHOLE;
  }

  /** Whether anything is on the disk of a node. */
  keeps(i: number): boolean {
    const destroyed = this.world.truth.destroyedAt[this.nodes[i]!]!;
    return this.spec.persistence !== 'none' && (destroyed < 0 || destroyed < this.equalAt[i]!);
  }

  get loading(): boolean {
    return this.world.clocks.armed(this.load);
  }

  /** Whether a node that has started again must read its disk first: then it begins to. */
  begin(): boolean {
    const { size, shards, loadSpeed } = this.spec;
    if (loadSpeed === undefined) return false;
    this.world.clocks.startFor(this.load, Math.ceil((size / shards / loadSpeed) * SECOND) as Us);
    return true;
  }

  stop(): void {
    this.world.clocks.stop(this.load);
  }

  /** Writing all of a shard. */
  private get copying(): Us {
    const { size, shards, copySpeed } = this.spec;
    return Math.ceil((size / shards / copySpeed) * SECOND) as Us;
  }

  /** A node has its memory again, as it was on disk, or as another has sent it. */
  recall(i: number): void {
    this.goneAt[i] = WHOLE;
  }

  /** And its disk holds the same. */
  fill(i: number): void {
    this.goneAt[i] = WHOLE;
    this.equalAt[i] = this.world.clocks.now;
  }

  /** The state that the last save on the disk of a node holds; undefined where every write goes to a log. */
  saved(i: number): Us | undefined {
    const { saveEvery } = this.spec;
    if (saveEvery === undefined) return undefined;
    const begun = Math.floor((this.goneAt[i]! - this.copying) / saveEvery) * saveEvery;
    return Math.max(begun, this.equalAt[i]!) as Us;
  }

  /** What a node lacks that has nothing but its disk. */
  lack(i: number): Gap {
    const { ledger, world } = this;
    const last = ledger.lastWrite(world.clocks.now);
    const saved = this.saved(i);
    const [sent, late] =
      saved === undefined ? [this.goneAt[i]!, this.wasStored(i) ? 0 : world.clocks.sample(this.unflushed)] : [saved, 0];
    const { age } = underWay(last, sent, late);
    return { age, writes: ledger.writtenBetween(last - age, last) };
  }
}
