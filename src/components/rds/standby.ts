import type { Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import { type Exposure, roleCode, type StoreId, type Thing, type World } from '../../model/index.ts';
import { fixed } from '../../random/index.ts';
import type { RdsSpec } from './schema.ts';

/** How the standby stands to the primary. */
export const IN_STEP = 0;
/** Gone, or out of reach: it receives nothing. */
export const LOST = 1;
/** There again, working off what it has missed. */
export const CATCHING_UP = 2;

/** What the standby needs to know of the database. */
export interface Primary {
  readonly store: StoreId;
  readonly whole: Thing;
  /** Whether the database serves. */
  serving(): boolean;
  /** Whether the standby's machine works and reaches the primary. */
  standbyThere(): boolean;
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
  /** The last instant up to which a standby out of step has received everything. */
  private readonly cut: Float64Array;
  /** Writes acknowledged up to the cut. */
  private readonly writesAtCut: Float64Array;
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
    this.cut = arena.f64('time', 1);
    this.writesAtCut = arena.f64('sums', 1);
    this.stall = registry.slot('work', `${spec.name} semi-synchronous timeout`, () => this.fallBack());
    const random = { law: spec.rebuild ?? fixed(1), stream: `${spec.name} rebuild` };
    this.catchUp = registry.slot('work', `${spec.name} catches up`, () => this.inStepAgain(), 0, random);
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
    this.world.clocks.stop(this.catchUp);
    if (this.state[0] === CATCHING_UP) this.state[0] = LOST;
    if (this.state[0] !== IN_STEP) return;
    this.state[0] = LOST;
    this.note();
    if (this.spec.replication === 'semi-synchronous' && this.primary.serving()) {
      this.stalled[0] = 1;
      this.world.clocks.startFor(this.stall, this.spec.semiSyncTimeout);
    }
    this.mark();
    this.primary.refresh();
  }

  private note(): void {
    const { now } = this.world.clocks;
    this.cut[0] = now;
    this.writesAtCut[0] = this.world.stores.writes(this.primary.store, now);
  }

  /** Writes go on alone; the standby stays where it was when it was lost. */
  private fallBack(): void {
    this.stalled[0] = 0;
    this.world.records.role(this.primary.whole, roleCode('fallen-back'), 1);
    this.mark();
    this.primary.refresh();
  }

  /** The standby is there, or the primary serves again: catching up begins when both are so. */
  consider(): void {
    if (this.state[0] !== LOST || this.spec.edition === 'basic') return;
    if (!this.primary.serving() || !this.primary.standbyThere()) return;
    if (this.stalled[0] === 1) {
      this.stalled[0] = 0;
      this.world.clocks.stop(this.stall);
      this.inStepAgain();
      return;
    }
    this.state[0] = CATCHING_UP;
    if (this.spec.rebuild === undefined) this.world.clocks.startFor(this.catchUp, this.catchUpTime());
    else this.world.clocks.start(this.catchUp);
  }

  /** Working off the backlog, or copying everything anew, whichever is shorter. */
  private catchUpTime(): Us {
    const missed = this.world.clocks.now - this.cut[0]!;
    const backlog = missed / (this.spec.catchUp - 1);
    return Math.ceil(Math.min(backlog, (this.spec.size / this.spec.rebuildSpeed) * 1e6)) as Us;
  }

  private inStepAgain(): void {
    this.state[0] = IN_STEP;
    this.world.records.role(this.primary.whole, roleCode('fallen-back'), 0);
    this.mark();
    this.primary.refresh();
  }

  /** The primary is gone: nothing is acknowledged and nothing arrives any more. */
  freeze(): void {
    this.world.clocks.stop(this.stall);
    this.world.clocks.stop(this.catchUp);
    this.stalled[0] = 0;
    if (this.state[0] === CATCHING_UP) this.state[0] = LOST;
    if (this.state[0] === IN_STEP) this.note();
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
    const last = this.world.stores.lastWrite(this.primary.store, this.world.clocks.now);
    if (this.state[0] === IN_STEP)
      return this.spec.replication === 'asynchronous' ? this.world.clocks.sample(this.lag) : (0 as Us);
    return Math.max(0, last - this.cut[0]!) as Us;
  }

  /** Acknowledged writes that the standby has not received, when it is `age` behind. */
  missing(age: Us): number {
    const { stores, clocks } = this.world;
    if (this.state[0] === IN_STEP) return (stores.rateBefore(this.primary.store) * age) / 1e6;
    return Math.max(0, stores.writes(this.primary.store, clocks.now) - this.writesAtCut[0]!);
  }

  /** The roles have been exchanged: the old primary must catch up. */
  exchanged(): void {
    this.state[0] = LOST;
    this.note();
    this.mark();
    this.consider();
    this.primary.refresh();
  }

  private mark(): void {
    const alone = this.spec.edition !== 'basic' && this.state[0] !== IN_STEP;
    const fallen = alone && this.spec.replication === 'semi-synchronous' && this.stalled[0] === 0;
    this.exposure.set(alone, fallen, this.world.clocks.now);
  }
}
