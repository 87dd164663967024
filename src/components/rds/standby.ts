import { NEVER, type Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import { type Exposure, roleCode, type StoreId, type Thing, type World } from '../../model/index.ts';
import { fixed } from '../../random/index.ts';
import type { RdsSpec } from './schema.ts';
import { Trail } from './trail.ts';

/** How the standby stands to the primary. */
export const IN_STEP = 0;
/** Gone, or out of reach: it receives nothing. */
export const LOST = 1;
/** There again, working off what it has missed. */
export const CATCHING_UP = 2;

/** Where the numbers of a stall stand. */
const SINCE = 0;
const UNTIL = 1;
const FOR = 2;

/** What the standby needs to know of the database. */
export interface Primary {
  readonly store: StoreId;
  readonly whole: Thing;
  /** Whether the database serves. */
  serving(): boolean;
  /** Whether the standby's machine works and reaches the primary. */
  standbyThere(): boolean;
  /** Whether the standby's disk holds nothing at all. */
  standbyEmpty(): boolean;
  /** The standby holds a whole copy. */
  copied(): void;
  /** What can be served has changed. */
  refresh(): void;
}

/**
 * The second copy: what it has received decides what a switch loses. While semi-synchronous writes wait for a lost standby
 * they are not acknowledged; after the timeout they go on alone, until the standby has caught up again.
 */
export class Standby {
  private readonly spec: RdsSpec;
  private readonly world: World;
  private readonly primary: Primary;
  private readonly state: Uint8Array;
  private readonly stalled: Uint8Array;
  /** When writes began to wait, when that ended, and for how long they then had waited. */
  private readonly waits: Float64Array;
  private readonly trail: Trail;
  private readonly stall: Slot;
  private readonly catchUp: Slot;
  private readonly lag: DrawId;
  private readonly exposure: Exposure;

  constructor(spec: RdsSpec, world: World, primary: Primary) {
    const { arena, registry } = world.workshop;
    this.spec = spec;
    this.world = world;
    this.primary = primary;
    this.state = arena.u8('logic', 1).fill(spec.edition === 'basic' ? LOST : IN_STEP);
    this.stalled = arena.u8('logic', 1);
    this.waits = arena.f64('time', 3);
    world.stores.onRate(primary.store, (rate) => this.writesFlow(rate));
    this.trail = new Trail(world, primary.store);
    this.stall = registry.slot('work', `${spec.name} semi-synchronous timeout`, () => this.fallBack());
    const random = { law: spec.rebuild ?? fixed(1), stream: `${spec.name} rebuild` };
    this.catchUp = registry.slot('work', `${spec.name} catches up`, () => this.caughtUp(), 0, random);
    this.lag = registry.draw(`${spec.name} standby lag`, spec.lag);
    this.exposure = world.exposures.add(spec.name);
  }

  get inStep(): boolean {
    return this.state[0] === IN_STEP;
  }

  /** Writes wait for the standby's answer. */
  get stalling(): boolean {
    return this.stalled[0] === 1;
  }

  /** Whether writes may go on as the standby is. */
  get allowsWrites(): boolean {
    if (this.spec.edition === 'basic') return true;
    if (this.stalled[0] === 1) return false;
    return this.spec.replication !== 'synchronous' || this.spec.withoutStandby === 'go-on' || this.state[0] === IN_STEP;
  }

  /** The standby no longer receives: its machine, or the way to it, is gone. */
  lose(): void {
    this.stopCatchingUp();
    if (this.state[0] !== IN_STEP) return;
    this.state[0] = LOST;
    this.trail.begin();
    if (this.spec.replication === 'semi-synchronous' && this.primary.serving()) {
      this.stalled[0] = 1;
      this.waits[SINCE] = this.world.clocks.now;
      this.world.clocks.startFor(this.stall, this.spec.semiSyncTimeout);
    }
    this.mark();
    this.primary.refresh();
  }

  private stopCatchingUp(): void {
    this.world.clocks.stop(this.catchUp);
    if (this.state[0] !== CATCHING_UP) return;
    this.state[0] = LOST;
    this.trail.halt();
  }

  /** Writes go on alone; the standby stays where it was when it was lost. */
  private fallBack(): void {
    this.endStall();
    this.world.records.role(this.primary.whole, roleCode('fallen-back'), 1);
    this.mark();
    this.primary.refresh();
  }

  /** Writes that waited are acknowledged when writes flow again at this very instant. */
  private endStall(): void {
    const { now } = this.world.clocks;
    this.stalled[0] = 0;
    this.waits[UNTIL] = now;
    this.waits[FOR] = now - this.waits[SINCE]!;
  }

  private writesFlow(rate: number): void {
    const { waits } = this;
    if (waits[FOR] === 0) return;
    const waited = waits[UNTIL] === this.world.clocks.now ? (rate * waits[FOR]!) / 1e6 : 0;
    waits[FOR] = 0;
    this.world.stores.acknowledge(this.primary.store, waited);
  }

  /** The standby is there, or the primary serves again: catching up begins when both are so. */
  consider(): void {
    if (this.state[0] !== LOST || this.spec.edition === 'basic') return;
    if (!this.primary.serving() || !this.primary.standbyThere()) return;
    if (this.stalled[0] === 1) {
      this.world.clocks.stop(this.stall);
      this.endStall();
      this.inStepAgain();
      return;
    }
    this.state[0] = CATCHING_UP;
    if (this.spec.rebuild === undefined) this.followOrCopy();
    else this.world.clocks.start(this.catchUp);
  }

  /** Working off the backlog, or copying everything anew, whichever is shorter. A copy is of use when it is whole. */
  private followOrCopy(): void {
    const byLog = this.primary.standbyEmpty() ? NEVER : this.trail.timeLeft(this.spec.catchUp);
    const byCopy = Math.ceil((this.spec.size / this.spec.rebuildSpeed) * 1e6) as Us;
    if (byLog <= byCopy) this.trail.follow(this.spec.catchUp);
    this.world.clocks.startFor(this.catchUp, Math.min(byLog, byCopy) as Us);
  }

  /** More may have been written meanwhile than when it began. */
  private caughtUp(): void {
    const left = this.trail.following ? this.trail.timeLeft(this.spec.catchUp) : (0 as Us);
    if (left > 0) this.world.clocks.startFor(this.catchUp, left);
    else this.inStepAgain();
  }

  private inStepAgain(): void {
    this.state[0] = IN_STEP;
    this.trail.end();
    this.primary.copied();
    this.world.records.role(this.primary.whole, roleCode('fallen-back'), 0);
    this.mark();
    this.primary.refresh();
  }

  /** The primary is gone: nothing is acknowledged and nothing arrives any more. */
  freeze(): void {
    this.world.clocks.stop(this.stall);
    this.stalled[0] = 0;
    this.stopCatchingUp();
    this.mark();
  }

  /** The primary is back without a switch: a standby that is there has missed nothing it had not missed before. */
  resume(): void {
    if (this.state[0] === IN_STEP && !this.primary.standbyThere()) this.lose();
    else this.consider();
    this.mark();
  }

  /** How much newer the last acknowledged write is than what the standby has received. */
  behind(): Us {
    if (this.state[0] !== IN_STEP) return this.trail.age();
    return this.spec.replication === 'asynchronous' ? this.world.clocks.sample(this.lag) : (0 as Us);
  }

  /** Acknowledged writes that the standby has not received, when it is `age` behind. */
  missing(age: Us): number {
    if (this.state[0] !== IN_STEP) return this.trail.writes();
    return (this.world.stores.rateBefore(this.primary.store) * age) / 1e6;
  }

  /** The roles have been exchanged: the old primary must catch up. */
  exchanged(): void {
    this.state[0] = LOST;
    this.trail.begin();
    this.mark();
    this.consider();
    this.primary.refresh();
  }

  /** The primary holds other data than before: nothing of the second copy is of use. */
  startOver(): void {
    this.world.clocks.stop(this.stall);
    this.world.clocks.stop(this.catchUp);
    this.stalled[0] = 0;
    this.state[0] = LOST;
    this.trail.begin();
    this.mark();
    this.consider();
  }

  private mark(): void {
    const alone = this.spec.edition !== 'basic' && this.state[0] !== IN_STEP;
    const fallen = alone && this.spec.replication === 'semi-synchronous' && this.stalled[0] === 0;
    this.exposure.set(alone, fallen, this.world.clocks.now);
  }
}
