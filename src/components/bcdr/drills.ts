import { LAST_INSTANT, type Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import type { World } from '../../model/index.ts';
import { uniform } from '../../random/index.ts';
import type { DrillsSpec } from './drills-schema.ts';

/** No drill has run yet. */
const NEVER_YET = Number.NEGATIVE_INFINITY;

/** What drills need to know and to tell. */
interface Drilled {
  /** Whether copies flow from the site into the cloud now. */
  copying(): boolean;
  changed(): void;
}

/**
 * Planned drills of an appliance: machines of the copy are started and looked at. One on clones of the copy touches nothing, so
 * that it is arithmetic and no event; one on the copy itself keeps changes waiting until it ends. In equilibrium drills have long
 * been going on, at the stated phase or, where none is stated, at a random one; else nobody has drilled before the first.
 */
export class Drills {
  private readonly world: World;
  private readonly spec: DrillsSpec | undefined;
  private readonly drilled: Drilled;
  private readonly holding: Uint8Array;
  /** When the first drill after the start begins. */
  private readonly first: Float64Array;
  /** When the last drill on the copy itself ended; before the start: negative. */
  private readonly ended: Float64Array;
  /** When the first begins, where that is a matter of chance. */
  private readonly phase: DrawId | undefined;

  constructor(name: string, spec: DrillsSpec | undefined, world: World, drilled: Drilled) {
    const { arena, registry } = world.workshop;
    this.world = world;
    this.spec = spec;
    this.drilled = drilled;
    this.holding = arena.u8('logic', 1);
    this.first = arena.f64('time', 1);
    this.ended = arena.f64('time', 1).fill(NEVER_YET);
    const random = spec !== undefined && spec.first === undefined && world.start === 'steady';
    this.phase = random ? registry.draw(`${name} first drill`, uniform(0, spec.every)) : undefined;
    if (spec === undefined) return;
    world.drilled.set(name, () => this.lastEnd());
    world.atStart(() => {
      this.first[0] = this.phase === undefined ? (spec.first ?? spec.every) : world.clocks.sample(this.phase);
    });
    if (spec.how === 'on-copy') this.holdBackIn(name, spec);
  }

  /** Whether a drill keeps changes from the copy. */
  get holds(): boolean {
    return this.holding[0] === 1;
  }

  /** How long a failover waits for the machines of a drill that is under way. */
  ending(): Us {
    const { spec } = this;
    return spec !== undefined && this.underWay(spec) ? spec.endsIn : (0 as Us);
  }

  private underWay(spec: DrillsSpec): boolean {
    if (spec.how === 'on-copy') return this.holds;
    const { now } = this.world.clocks;
    return now - this.lastBegin(spec, now) < spec.takes;
  }

  /** When machines of the copy last ran in a drill. */
  private lastEnd(): number {
    const { spec } = this;
    if (spec === undefined || spec.how === 'on-copy') return this.ended[0]!;
    return this.lastBegin(spec, this.world.clocks.now - spec.takes) + spec.takes;
  }

  /** When the last of the drills that nothing stops began, up to an instant. */
  private lastBegin({ every }: DrillsSpec, until: number): number {
    const first = this.first[0]!;
    const turn = Math.floor((until - first) / every);
    return turn < 0 && !this.hadBefore(every) ? NEVER_YET : first + turn * every;
  }

  /** Whether drills have long been going on at the start. */
  private hadBefore(every: Us): boolean {
    return this.world.start === 'steady' && this.first[0]! <= every;
  }

  private holdBackIn(name: string, spec: DrillsSpec): void {
    const { world } = this;
    const slot = world.workshop.registry.slot('work', `${name} drill on the copy`, () => {
      if (this.holds) this.release(slot, spec);
      else this.hold(slot, spec);
    });
    world.atStart(() => this.goOn(slot, spec));
  }

  /** At the start: a drill may be under way. */
  private goOn(slot: Slot, spec: DrillsSpec): void {
    const end = this.lastBegin(spec, 0) + spec.takes;
    this.ended[0] = end <= 0 ? end : end - spec.every;
    if (end <= 0) {
      this.awaitNext(slot, spec);
      return;
    }
    this.holding[0] = 1;
    this.world.clocks.startFor(slot, end as Us);
  }

  private awaitNext(slot: Slot, { every }: DrillsSpec): void {
    const { clocks } = this.world;
    const first = this.first[0]!;
    const turn = Math.floor((clocks.now - first) / every) + 1;
    const at = first + Math.max(0, turn) * every;
    if (at <= LAST_INSTANT) clocks.startAt(slot, at as Us);
  }

  private hold(slot: Slot, spec: DrillsSpec): void {
    if (!this.drilled.copying()) {
      this.awaitNext(slot, spec);
      return;
    }
    this.world.clocks.startFor(slot, spec.takes);
    this.set(1);
  }

  private release(slot: Slot, spec: DrillsSpec): void {
    this.ended[0] = this.world.clocks.now;
    this.awaitNext(slot, spec);
    this.set(0);
  }

  private set(holding: 0 | 1): void {
    this.holding[0] = holding;
    this.drilled.changed();
  }
}
