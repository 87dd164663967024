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

/** Where the numbers of one stand in its row: its targets, from the first up to the end, what it is called, its slots, its number with the crew. */
const FIRST = 0;
const END = 1;
const SOURCE = 2;
const ARRIVAL = 3;
const REPAIR = 4;
const PATIENT = 5;
const ROW = 8;

/**
 * Alternating processes of faults and repairs, one for each of those that a kind of fault may strike; they share all but
 * their clocks, so that an event in a pool of thousands touches little memory. A clock runs on whatever happens to the place: ageing is
 * never redrawn. Arrivals and repairs draw from separate streams, so that a change of one leaves the other alone.
 */
export class FaultProcess implements Mendable {
  private readonly world: World;
  private readonly plan: FaultPlan;
  /** The targets of all, one after the other. */
  private readonly targets: Int32Array;
  private readonly rows: Int32Array;
  private readonly boots: readonly (Boot | undefined)[];
  /** 1 while it lasts. That no arrival is pending says nothing: one that lies beyond the end of time never is. */
  private readonly lasts: Uint8Array;

  constructor(world: World, plan: FaultPlan, struck: readonly Struck[]) {
    const { registry, arena } = world.workshop;
    this.world = world;
    this.plan = plan;
    this.targets = Int32Array.from(struck.flatMap(({ targets }) => targets));
    this.rows = new Int32Array(struck.length * ROW);
    this.lasts = arena.u8('logic', struck.length);
    let first = 0;
    for (const [i, { name, source, targets, byHand }] of struck.entries()) {
      const arrival = registry.slot('fault', name, this.strike, i, { law: plan.arrival, stream: `${name} arrival` });
      const repair = registry.slot('repair', name, this.repaired, i, { law: plan.repair, stream: `${name} repair` });
      const patient = plan.crew?.enrol(() => world.clocks.start(repair)) ?? 0;
      this.rows.set([first, first + targets.length, source, arrival, repair, patient], i * ROW);
      first += targets.length;
      world.truth.foresee(targets, plan.effect, arena);
      if (byHand) for (const target of targets) world.mending.add(target, this, i);
    }
    this.boots = struck.map(({ name, boot }, i) => boot && new Boot(world, name, boot, () => this.well(i)));
    world.atStart(() => this.begin());
  }

  private begin(): void {
    const { clocks, start } = this.world;
    for (let i = 0; i < this.lasts.length; i++) {
      if (start === 'steady') clocks.startSteady(this.slot(i, ARRIVAL));
      else clocks.start(this.slot(i, ARRIVAL));
    }
  }

  private slot(i: number, which: typeof ARRIVAL | typeof REPAIR): Slot {
    return this.rows[i * ROW + which]! as Slot;
  }

  private readonly strike = (i: number): void => {
    const { world, plan, targets, rows } = this;
    const row = i * ROW;
    const from = rows[row + FIRST]!;
    const end = rows[row + END]!;
    const source = rows[row + SOURCE]!;
    if (end - from === 1 && world.truth.absent(targets[from]!)) {
      world.clocks.start(this.slot(i, ARRIVAL));
      return;
    }
    this.lasts[i] = 1;
    world.lastStruck(source);
    world.truth.hit(targets, source, plan.effect, from, end);
    if (plan.crew === undefined) world.clocks.start(this.slot(i, REPAIR));
    else plan.crew.call(rows[i * ROW + PATIENT]!);
  };

  private readonly repaired = (i: number): void => {
    this.plan.crew?.done();
    const boot = this.boots[i];
    if (boot === undefined) this.well(i);
    else boot.begin();
  };

  mend(i: number): void {
    if (this.lasts[i] === 0) return;
    this.world.clocks.stop(this.slot(i, REPAIR));
    this.plan.crew?.release(this.rows[i * ROW + PATIENT]!);
    this.well(i);
  }

  private well(i: number): void {
    const { world, plan, targets, rows } = this;
    const row = i * ROW;
    const from = rows[row + FIRST]!;
    const end = rows[row + END]!;
    const source = rows[row + SOURCE]!;
    this.lasts[i] = 0;
    world.healed(source);
    world.truth.heal(targets, source, plan.effect, from, end);
    world.clocks.start(this.slot(i, ARRIVAL));
  }
}
