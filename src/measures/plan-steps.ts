import type { Listener, World } from '../model/index.ts';

export const NOBODY = -1;
const NEVER = -1;

/** Which plan does something at this instant: begins a step or ends one. */
export class PlanSteps implements Listener {
  private readonly world: World;
  /** The group of each plan among the sources, by plan; found when its first step is told. */
  private readonly groups: number[] = [];
  private readonly at: Float64Array;
  private readonly last: Int32Array;

  constructor(world: World) {
    this.world = world;
    this.at = world.workshop.arena.f64('sums', 1).fill(NEVER);
    this.last = world.workshop.arena.i32('sums', 1).fill(NOBODY);
    world.records.attach(this);
  }

  step(plan: number): void {
    this.at[0] = this.world.clocks.now;
    this.last[0] = this.groupOf(plan);
  }

  /** Its group among the sources; negative where none does. */
  get now(): number {
    return this.at[0] === this.world.clocks.now ? this.last[0]! : NOBODY;
  }

  private groupOf(plan: number): number {
    const { records, sources } = this.world;
    this.groups[plan] ??= sources.groups.indexOf(`plan ${records.planName(plan)}`);
    return this.groups[plan];
  }
}
