import { DAY, type Us } from '../../base/index.ts';
import type { Slot } from '../../engine/index.ts';
import type { Key } from '../../random/index.ts';
import type { Model } from '../../scenario/index.ts';
import { blank } from '../replication.ts';

/** After so long without a failure whatever a start sets going has settled. */
const SETTLED = (4 * DAY) as Us;

/** Tells when all is good: nothing is broken, nobody is at work, every workload is up. */
export class Calm {
  private readonly model: Model;
  /** Slots that are pending only while something goes on. */
  private readonly passing: readonly Slot[];

  constructor(model: Model, master: Key) {
    this.model = model;
    this.passing = passingSlots(model, master);
  }

  /** From when on all is good, if nothing happens before; never where something goes on. */
  get from(): number {
    const { meter, simulation } = this.model;
    if (this.broken > 0) return Number.POSITIVE_INFINITY;
    let from: number = simulation.now;
    for (const workload of meter.workloads) from = Math.max(from, workload.settledFrom);
    if (from === Number.POSITIVE_INFINITY) return from;
    for (const slot of this.passing) if (simulation.clocks.armed(slot)) return Number.POSITIVE_INFINITY;
    return from;
  }

  /** How many faults hold something down now. */
  get broken(): number {
    const { active } = this.model.world.sources;
    let sum = 0;
    for (let i = 0; i < active.length; i++) sum += active[i]!;
    return sum;
  }

  /** How long at the most what goes on is known to last: until the last of what is pending. */
  get left(): number {
    const { clocks } = this.model.simulation;
    let last = 0;
    for (const slot of this.passing) {
      if (!clocks.armed(slot)) continue;
      const due = clocks.due(slot);
      if (due > last && due < Number.POSITIVE_INFINITY) last = due;
    }
    return last - clocks.now;
  }
}

/** All but the clocks of failures and what is pending when nothing fails for days: schedules, bursts to come. */
function passingSlots(model: Model, master: Key): Slot[] {
  const { world, simulation, service, meter } = model;
  const { slots } = world.workshop.registry;
  meter.begin(blank(model));
  world.begin(simulation, master, 0);
  const all = slots.map((_, slot) => slot as Slot);
  const others = all.filter((slot) => slots[slot]!.rank !== 'fault');
  for (const slot of all) if (!others.includes(slot)) simulation.clocks.stop(slot);
  simulation.run(SETTLED, service);
  return others.filter((slot) => !simulation.clocks.armed(slot));
}
