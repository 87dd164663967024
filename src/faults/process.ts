import type { Slot } from '../engine/index.ts';
import type { Effect, Mendable, SourceId, Thing, World } from '../model/index.ts';
import type { Law } from '../random/index.ts';
import { Boot, type BootSpec } from './boot.ts';
import type { Crew } from './crew.ts';

/** What breaks and is repaired for itself: one server of a pool, or all that a zone takes with it. */
export interface Struck {
  /** Unique; names the streams and the order among simultaneous events. */
  readonly name: string;
  readonly source: SourceId;
  /** All things that one fault takes. */
  readonly targets: readonly Thing[];
  /** Machines boot after the repair, where their place works; undefined: they serve at once. */
  readonly boot: BootSpec | undefined;
  /** Whether a plan may end it before its repair does. */
  readonly byHand: boolean;
}

/** What breaks and is repaired, again and again. */
export interface FaultPlan {
  readonly effect: Effect;
  readonly arrival: Law;
  readonly repair: Law;
  readonly crew: Crew | undefined;
}

/**
 * Alternating processes of faults and repairs, one for each of those that a kind of fault may strike; they share all but
 * their clocks, so that an event in a pool of thousands touches little memory. A clock runs on whatever happens to the place: ageing is
 * never redrawn. Arrivals and repairs draw from separate streams, so that a change of one leaves the other alone.
 */
export class FaultProcess implements Mendable {
  private readonly world: World;
  private readonly plan: FaultPlan;
  private readonly sources: Int32Array;
  /** The targets of all, one after the other; those of `i` begin at `first[i]`. */
  private readonly targets: Int32Array;
  private readonly first: Int32Array;
  private readonly arrivals: Int32Array;
  private readonly repairs: Int32Array;
  private readonly boots: readonly (Boot | undefined)[];
  private readonly patients: readonly number[];
  /** 1 while it lasts. That no arrival is pending says nothing: one that lies beyond the end of time never is. */
  private readonly lasts: Uint8Array;

  constructor(world: World, plan: FaultPlan, struck: readonly Struck[]) {
    const { registry, arena } = world.workshop;
    this.world = world;
    this.plan = plan;
    this.sources = Int32Array.from(struck, ({ source }) => source);
    this.targets = Int32Array.from(struck.flatMap(({ targets }) => targets));
    this.first = starts(struck);
    this.lasts = arena.u8('logic', struck.length);
    const strike = (i: number): void => this.strike(i);
    const repaired = (i: number): void => this.repaired(i);
    this.arrivals = Int32Array.from(struck, ({ name }, i) =>
      registry.slot('fault', name, strike, i, { law: plan.arrival, stream: `${name} arrival` }),
    );
    this.repairs = Int32Array.from(struck, ({ name }, i) =>
      registry.slot('repair', name, repaired, i, { law: plan.repair, stream: `${name} repair` }),
    );
    this.boots = struck.map(({ name, boot }, i) => boot && new Boot(world, name, boot, () => this.well(i)));
    this.patients = struck.map((_, i) => plan.crew?.enrol(() => world.clocks.start(this.repairs[i]! as Slot)) ?? 0);
    for (const [i, { targets, byHand }] of struck.entries()) {
      world.truth.foresee(targets, plan.effect, arena);
      if (byHand) for (const target of targets) world.mending.add(target, this, i);
    }
    world.atStart(() => this.begin());
  }

  private begin(): void {
    const { clocks, start } = this.world;
    for (let i = 0; i < this.arrivals.length; i++) {
      const arrival = this.arrivals[i]! as Slot;
      if (start === 'steady') clocks.startSteady(arrival);
      else clocks.start(arrival);
    }
  }

  private strike(i: number): void {
    const { world, plan, targets } = this;
    const from = this.first[i]!;
    const to = this.first[i + 1]!;
    if (to - from === 1 && world.truth.absent(targets[from]!)) {
      world.clocks.start(this.arrivals[i]! as Slot);
      return;
    }
    const source = this.sources[i]!;
    this.lasts[i] = 1;
    world.lastStruck(source);
    world.truth.hit(targets, source, plan.effect, from, to);
    if (plan.crew === undefined) world.clocks.start(this.repairs[i]! as Slot);
    else plan.crew.call(this.patients[i]!);
  }

  private repaired(i: number): void {
    this.plan.crew?.done();
    const boot = this.boots[i];
    if (boot === undefined) this.well(i);
    else boot.begin();
  }

  mend(i: number): void {
    if (this.lasts[i] === 0) return;
    this.world.clocks.stop(this.repairs[i]! as Slot);
    this.plan.crew?.release(this.patients[i]!);
    this.well(i);
  }

  private well(i: number): void {
    const { world, plan } = this;
    const source = this.sources[i]!;
    this.lasts[i] = 0;
    world.healed(source);
    world.truth.heal(this.targets, source, plan.effect, this.first[i]!, this.first[i + 1]!);
    world.clocks.start(this.arrivals[i]! as Slot);
  }
}

/** Where the targets of each begin, and where those of the last one end. */
function starts(struck: readonly Struck[]): Int32Array {
  const first = new Int32Array(struck.length + 1);
  for (const [i, { targets }] of struck.entries()) first[i + 1] = first[i]! + targets.length;
  return first;
}
