import type { Thing, World } from '../../model/index.ts';

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
