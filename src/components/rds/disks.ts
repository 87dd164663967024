import type { Thing, World } from '../../model/index.ts';

/** Which nodes of a database have data on their disks: a loss leaves a node empty until it is filled anew. */
export class Disks {
  private readonly world: World;
  private readonly nodes: readonly Thing[];
  private readonly filledAt: Float64Array;

  constructor(world: World, nodes: readonly Thing[]) {
    this.world = world;
    this.nodes = nodes;
    this.filledAt = world.workshop.arena.f64('time', nodes.length);
  }

  hold(i: number): boolean {
    return this.world.truth.destroyedAt[this.nodes[i]!]! < this.filledAt[i]! || this.untouched(i);
  }

  private untouched(i: number): boolean {
    return this.world.truth.destroyedAt[this.nodes[i]!]! < 0;
  }

  fill(i: number): void {
    this.filledAt[i] = this.world.clocks.now;
  }

  get empty(): boolean {
    return this.nodes.every((_, i) => !this.hold(i));
  }
}
