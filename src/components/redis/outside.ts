import {
  EXIT,
  GRAY,
  type Manner,
  NO_SOURCE,
  OK,
  type SourceId,
  type StoreId,
  serves,
  type Thing,
  type World,
} from '../../model/index.ts';
import type { Holdings } from './holdings.ts';
import type { Proxies } from './proxies.ts';
import type { Shard } from './shard.ts';

/** What a store is made of, as far as it shows. */
interface Made {
  readonly store: StoreId;
  readonly whole: Thing;
  readonly nodes: readonly Thing[];
  readonly shards: readonly Shard[];
  readonly proxies: Proxies | undefined;
  readonly holdings: Holdings;
}

/** How a store looks from outside: gray while some requests are not served, else like the part that is down. */
export class Outside {
  private readonly world: World;
  private readonly made: Made;

  constructor(world: World, made: Made) {
    this.world = world;
    this.made = made;
  }

  /** Shows it as a whole; `served` is the share of its requests that are, 0 to 1. */
  show(served: number): void {
    const { truth } = this.world;
    const { whole } = this.made;
    const down = this.down();
    truth.share[whole] = 1 - served;
    truth.probesFail[whole] = 1 - served;
    truth.derive(whole, this.manner(served, down), this.why(down));
  }

  /** What its state is put down to: the part that is down, what its data are restored for, or work on purpose. */
  private why(down: Thing | undefined): SourceId {
    const { store, nodes, shards, holdings } = this.made;
    if (down === undefined && holdings.restoring) return this.world.contents.source[store]!;
    const work = shards.find((shard) => shard.work.by !== NO_SOURCE)?.work.by ?? NO_SOURCE;
    if (down === undefined && work !== NO_SOURCE) return work;
    return this.world.truth.cause[down ?? this.gray() ?? nodes[0]!]!;
  }

  private manner(served: number, down: Thing | undefined): Manner {
    if (served === 1) return OK;
    if (served > 0) return GRAY;
    const manner = down === undefined ? EXIT : this.world.truth.manner[down]!;
    return serves(manner) ? EXIT : manner;
  }

  private down(): Thing | undefined {
    const { shards, proxies } = this.made;
    const broken = (thing: Thing): boolean => !serves(this.world.truth.manner[thing]!);
    return shards.find((shard) => shard.loading || broken(shard.master))?.master ?? proxies?.things.find(broken);
  }

  private gray(): Thing | undefined {
    return this.made.proxies?.things.find((proxy) => this.world.truth.manner[proxy] === GRAY);
  }
}
