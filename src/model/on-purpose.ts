import { NO_SOURCE, type SourceId } from './truth.ts';
import type { World } from './world.ts';

/** Work of a plan that breaks service for a while: it stands among what is broken until it has ended. */
export class OnPurpose {
  private readonly world: World;
  private readonly source: Int32Array;

  constructor(world: World) {
    this.world = world;
    this.source = world.workshop.arena.i32('logic', 1).fill(NO_SOURCE);
  }

  /** Whose work is under way. */
  get by(): SourceId {
    return this.source[0]!;
  }

  begin(source: SourceId): void {
    this.end();
    if (source === NO_SOURCE) return;
    this.source[0] = source;
    this.world.lastStruck(source);
  }

  end(): void {
    const source = this.source[0]!;
    if (source === NO_SOURCE) return;
    this.source[0] = NO_SOURCE;
    this.world.healed(source);
  }
}
