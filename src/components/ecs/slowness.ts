import { serves, type Thing, type World } from '../../model/index.ts';

const BRISK = 1;

/** How slow the servers of a pool are: divisors of their capacity, at least 1, of those that serve now. */
export class Slowness {
  private readonly world: World;
  /** Of each server, by its place in the pool. */
  private readonly factors: Float64Array;
  private readonly largest: Float64Array;

  constructor(world: World, servers: readonly Thing[]) {
    const { arena } = world.workshop;
    this.world = world;
    this.factors = arena.f64('memo', servers.length).fill(BRISK);
    this.largest = arena.f64('memo', 1).fill(BRISK);
    for (const [i, server] of servers.entries()) world.truth.watchSlow(server, () => this.look(i, server));
  }

  /** That of the slowest. */
  get slowest(): number {
    return this.largest[0]!;
  }

  private look(i: number, server: Thing): void {
    const { truth } = this.world;
    const { factors, largest } = this;
    const before = factors[i]!;
    const factor = serves(truth.manner[server]!) ? truth.factor[server]! : BRISK;
    if (factor === before) return;
    factors[i] = factor;
    if (factor > largest[0]!) largest[0] = factor;
    else if (before === largest[0]) largest[0] = factors.reduce((most, one) => Math.max(most, one), BRISK);
    else return;
    this.world.storesChanged();
  }
}
