import { LAST_INSTANT, type Us } from '../../base/index.ts';
import type { Slot } from '../../engine/index.ts';
import type { World } from '../../model/index.ts';
import type { DrillsSpec } from './drills-schema.ts';

/** No drill has run yet. */
const NONE = -1;

/** What drills need to know and to tell. */
interface Drilled {
  /** Whether copies flow from the site into the cloud now. */
  copying(): boolean;
  changed(): void;
}

/**
 * Planned drills of an appliance: machines of the copy are started and looked at. One on clones of the copy touches nothing, so
 * that it is arithmetic and no event; one on the copy itself keeps changes waiting until it ends.
 */
export class Drills {
  private readonly world: World;
  private readonly spec: DrillsSpec | undefined;
  private readonly drilled: Drilled;
  private readonly holding: Uint8Array;
  /** When the last drill on the copy itself ended. */
  private readonly ended: Float64Array;

  constructor(name: string, spec: DrillsSpec | undefined, world: World, drilled: Drilled) {
    this.world = world;
    this.spec = spec;
    this.drilled = drilled;
    this.holding = world.workshop.arena.u8('logic', 1);
    this.ended = world.workshop.arena.f64('time', 1).fill(NONE);
    if (spec !== undefined) world.drilled.set(name, () => this.lastEnd());
    if (spec?.how === 'on-copy') this.holdBackIn(name, spec);
  }

  /** Whether a drill keeps changes from the copy. */
  get holds(): boolean {
    return this.holding[0] === 1;
  }

  /** How long a failover waits for the machines of a drill that is under way. */
  ending(): Us {
    const { spec } = this;
    if (spec === undefined) return 0 as Us;
    const since = this.world.clocks.now - spec.first;
    return since >= 0 && since % spec.every < spec.takes ? spec.endsIn : (0 as Us);
  }

  /** When machines of the copy last ran in a drill; undefined: never yet. */
  private lastEnd(): Us | undefined {
    const { spec, ended } = this;
    const at = spec === undefined || spec.how === 'on-copy' ? ended[0]! : lastOf(spec, this.world.clocks.now);
    return at < 0 ? undefined : (at as Us);
  }

  private holdBackIn(name: string, spec: DrillsSpec): void {
    const { world } = this;
    const slot = world.workshop.registry.slot('work', `${name} drill on the copy`, () => {
      if (this.holds) this.release(slot, spec);
      else this.hold(slot, spec);
    });
    world.atStart(() => this.awaitNext(slot, spec));
  }

  private awaitNext(slot: Slot, { first, every }: DrillsSpec): void {
    const { clocks } = this.world;
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

/** When the last of the drills on clones ended, which nothing stops. */
function lastOf({ first, every, takes }: DrillsSpec, now: Us): number {
  const turn = Math.floor((now - first - takes) / every);
  return turn < 0 ? NONE : first + turn * every + takes;
}
