import type { World } from '../../model/index.ts';
import type { Shard } from './shard.ts';

/** What each shard answers: while some keys are answered and others are not, no word of the situation tells which. */
export class Answered {
  private readonly world: World;
  private readonly shards: readonly Shard[];
  private readonly reached: (shard: Shard) => number;
  /** The share of its reads and of its writes, shard by shard, 0 to 1; and 1 while they are not alike. */
  private readonly shares: Float64Array;
  private readonly uneven: Uint8Array;

  constructor(world: World, shards: readonly Shard[], reached: (shard: Shard) => number) {
    const { arena } = world.workshop;
    this.world = world;
    this.shards = shards;
    this.reached = reached;
    this.shares = arena.f64('memo', 2 * shards.length).fill(1);
    this.uneven = arena.u8('memo', 1);
  }

  /** Looks at all shards again; whether some of them answers something else than before. */
  moved(): boolean {
    if (this.shards.length === 1) return false;
    let moved = false;
    let uneven = 0;
    for (let i = 0; i < this.shards.length; i++) {
      if (this.shardMoved(i)) moved = true;
      if (this.shares[2 * i] !== this.shares[0] || this.shares[2 * i + 1] !== this.shares[1]) uneven = 1;
    }
    if (uneven !== this.uneven[0]) this.world.situation.blur(uneven === 1 ? 1 : -1);
    this.uneven[0] = uneven;
    return moved;
  }

  private shardMoved(i: number): boolean {
    const { shares } = this;
    const shard = this.shards[i]!;
    const reached = this.reached(shard);
    const reads = shard.reads * reached;
    const writes = shard.writes * reached;
    if (reads === shares[2 * i] && writes === shares[2 * i + 1]) return false;
    shares[2 * i] = reads;
    shares[2 * i + 1] = writes;
    return true;
  }
}
