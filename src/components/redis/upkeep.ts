import type { Us } from '../../base/index.ts';
import type { Thing, Upkeep } from '../../model/index.ts';

/** A shard whose copies can be exchanged in good order. */
interface Copies {
  readonly nodes: readonly Thing[];
  readonly master: Thing;
  /** The second copy will be stopped at this instant, on purpose: writes do not wait for it. */
  announceStop(): void;
  /** Exchanges them for `source`. How long until that is done, when it is asked again; without end where it cannot be done. */
  exchangeFor(source: number): Us;
}

/** Masters are worked on last: each changes its role with its replica before it is stopped, and nothing is left behind. */
export class RedisUpkeep implements Upkeep {
  private readonly units: readonly Thing[];
  private readonly shards: readonly Copies[];

  constructor(units: readonly Thing[], shards: readonly Copies[]) {
    this.units = units;
    this.shards = shards;
  }

  order(): readonly Thing[] {
    const masters = this.shards.map(({ master }) => master);
    return [...this.units.filter((unit) => !masters.includes(unit)), ...masters];
  }

  vacate(node: Thing, source: number): Us {
    const shard = this.shards.find(({ nodes }) => nodes.includes(node));
    if (shard === undefined) return 0 as Us;
    if (node === shard.master) return shard.exchangeFor(source);
    shard.announceStop();
    return 0 as Us;
  }
}
