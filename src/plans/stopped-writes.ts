import type { SourceId, World } from '../model/index.ts';
import type { BoundStep } from './bound-step.ts';

/** Writes that a plan keeps stopped on purpose. While it does, it is what struck last. */
export class StoppedWrites {
  private readonly world: World;
  private readonly source: SourceId;
  private readonly steps: readonly BoundStep[];
  private readonly stopped: Uint8Array;

  constructor(world: World, source: SourceId, steps: readonly BoundStep[]) {
    this.world = world;
    this.source = source;
    this.steps = steps.filter(({ spec }) => spec.verb === 'stop-writes');
    this.stopped = world.workshop.arena.u8('logic', 1);
  }

  /** Whether there are any. */
  get any(): boolean {
    return this.stopped[0] === 1;
  }

  begin(): void {
    if (this.any) return;
    this.stopped[0] = 1;
    this.world.lastStruck(this.source);
  }

  /** They flow again, where they may. */
  release(): void {
    if (!this.any) return;
    for (const step of this.steps) step.undo();
    this.stopped[0] = 0;
    this.world.healed(this.source);
  }
}
