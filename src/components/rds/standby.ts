import type { Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import {
  type Exposure,
  type OwnCopy,
  roleCode,
  type StoreId,
  type Thing,
  underWay,
  type World,
} from '../../model/index.ts';
import { Follower } from './follower.ts';
import type { DatabaseSpec } from './spec.ts';

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
  /** The standby is being written anew: until it is whole it cannot take over. */
  overwritten(): void;
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
  private readonly spec: DatabaseSpec;
  private readonly world: World;
  private readonly primary: Primary;
  private readonly stalled: Uint8Array;
  /** When writes began to wait, when that ended, and for how long they then had waited. */
  private readonly waits: Float64Array;
  /** Since when the primary is gone; infinite while there is one. */
  private readonly frozen: Float64Array;
  private readonly copy: Follower;
  /** 1 while it is behind since it led itself: nothing was on its way to it. */
  private readonly led: Uint8Array;
  /** 1 when the standby is about to be stopped on purpose. */
  private readonly announced: Uint8Array;
  private readonly stall: Slot;
  private readonly lag: DrawId;
  readonly exposure: Exposure;

  constructor(spec: DatabaseSpec, world: World, primary: Primary) {
    const { arena, registry } = world.workshop;
    this.spec = spec;
    this.world = world;
    this.primary = primary;
    this.stalled = arena.u8('logic', 1);
    this.waits = arena.f64('time', 3);
    this.frozen = arena.f64('time', 1).fill(Number.POSITIVE_INFINITY);
    this.announced = arena.u8('logic', 1);
    this.led = arena.u8('logic', 1);
    if (spec.replication === 'asynchronous') world.stores.recall(primary.store, arena);
    world.stores.onRateAtTimes(primary.store, () => this.writesFlow(world.stores.rate[primary.store]!));
    this.stall = registry.slot('work', `${spec.name} semi-synchronous timeout`, () => this.fallBack());
    const names = { slot: `${spec.name} catches up`, stream: `${spec.name} rebuild` };
    this.copy = new Follower(world, primary.store, spec, names, () => this.inStepAgain());
    this.lag = registry.draw(`${spec.name} standby lag`, spec.lag);
    this.exposure = world.exposures.add(spec.name);
  }

  get inStep(): boolean {
    return this.copy.inStep && this.spec.edition !== 'basic';
  }

  /** Writes wait for the standby's answer. */
  get stalling(): boolean {
    return this.stalled[0] === 1;
  }

  /** Whether writes may go on as the standby is. */
  get allowsWrites(): boolean {
    if (this.spec.edition === 'basic') return true;
    if (this.stalled[0] === 1) return false;
    return this.spec.replication !== 'synchronous' || this.spec.withoutStandby === 'go-on' || this.copy.inStep;
  }

  /** The standby no longer receives: its machine, or the way to it, is gone. */
  lose(): void {
    const announced = this.announced[0] === 1;
    this.announced[0] = 0;
    const wasInStep = this.inStep;
    this.copy.lose();
    if (!wasInStep) return;
    if (this.spec.replication === 'semi-synchronous' && announced) {
      this.world.records.role(this.primary.whole, roleCode('fallen-back'), 1);
    } else if (this.spec.replication === 'semi-synchronous' && this.primary.serving()) {
      this.stalled[0] = 1;
      this.waits[SINCE] = this.world.clocks.now;
      this.world.clocks.startFor(this.stall, this.spec.semiSyncTimeout);
    }
    this.mark();
    this.primary.refresh();
  }

  /** It will be stopped at this instant, on purpose: writes do not wait for it. */
  announceStop(): void {
    this.announced[0] = 1;
  }

  /** How long until it is in step as things are; without end where it does not catch up. */
  untilInStep(): Us {
    return this.copy.untilInStep();
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
    this.waitedFor((now - this.waits[SINCE]!) as Us);
  }

  private writesFlow(rate: number): void {
    const { waits } = this;
    if (waits[FOR] === 0) return;
    const waited = waits[UNTIL] === this.world.clocks.now ? (rate * waits[FOR]!) / 1e6 : 0;
    this.waitedFor(0 as Us);
    this.world.stores.acknowledge(this.primary.store, waited);
  }

  /** Notes for how long writes have waited; the next rate is of interest while that is not nothing. */
  private waitedFor(span: Us): void {
    const heeded = this.waits[FOR] !== 0;
    this.waits[FOR] = span;
    if ((span !== 0) !== heeded) this.world.stores.heed(this.primary.store, heeded ? -1 : 1);
  }

  /** The standby is there, or the primary serves again: catching up begins when both are so. */
  consider(): void {
    if (!this.copy.lost || this.spec.edition === 'basic') return;
    if (!this.primary.serving() || !this.primary.standbyThere()) return;
    if (this.stalled[0] === 1) {
      this.world.clocks.stop(this.stall);
      this.endStall();
      this.copy.enterStep();
      this.inStepAgain();
      return;
    }
    this.led[0] = 0;
    this.copy.catchUp(this.primary.standbyEmpty());
    if (this.copy.copying) this.primary.overwritten();
  }

  private inStepAgain(): void {
    this.primary.copied();
    this.world.records.role(this.primary.whole, roleCode('fallen-back'), 0);
    this.mark();
    this.primary.refresh();
  }

  /** The primary is gone: nothing is acknowledged and nothing arrives any more. */
  freeze(): void {
    this.world.clocks.stop(this.stall);
    this.stalled[0] = 0;
    this.frozen[0] = Math.min(this.frozen[0]!, this.world.clocks.now);
    this.copy.stay();
    this.mark();
  }

  /** The primary is back without a switch: a standby that is there has missed nothing it had not missed before. */
  resume(): void {
    this.frozen[0] = Number.POSITIVE_INFINITY;
    if (this.inStep && !this.primary.standbyThere()) this.lose();
    else this.consider();
    this.mark();
  }

  /** How much newer the last acknowledged write is than what the standby has received. */
  behind(): Us {
    const { clocks, stores } = this.world;
    const last = stores.lastWrite(this.primary.store, clocks.now);
    const sent = this.inStep ? Math.min(clocks.now, this.frozen[0]!) : last - this.copy.behind();
    return underWay(last, sent, this.late()).age;
  }

  /** What was on its way to it when it was cut off has never come. */
  private late(): number {
    const none = this.spec.replication !== 'asynchronous' || this.led[0] === 1;
    return none ? 0 : this.world.clocks.sample(this.lag);
  }

  /** As a copy between two nodes, whichever of them leads. */
  told(things: readonly Thing[]): OwnCopy {
    return { store: this.primary.store, things, how: this.spec.replication, behind: () => this.behind() };
  }

  /** Acknowledged writes that the standby has not received, when it is `age` behind. */
  missing(age: Us): number {
    const waits = this.copy.missing();
    if (this.spec.replication !== 'asynchronous') return waits;
    const { clocks, stores } = this.world;
    const { store } = this.primary;
    const last = stores.lastWrite(store, clocks.now);
    return waits + stores.writtenBetween(store, last - age, last - this.copy.behind());
  }

  /** The roles have been exchanged: the old primary must catch up. */
  exchanged(): void {
    this.frozen[0] = Number.POSITIVE_INFINITY;
    this.led[0] = 1;
    this.copy.fallBehind();
    this.mark();
    this.consider();
    this.primary.refresh();
  }

  /** The primary holds other data than before: nothing of the second copy is of use. */
  startOver(): void {
    this.world.clocks.stop(this.stall);
    this.stalled[0] = 0;
    this.copy.fallBehind();
    this.mark();
    this.consider();
  }

  private mark(): void {
    const alone = this.spec.edition !== 'basic' && !this.inStep;
    const fallen = alone && this.spec.replication === 'semi-synchronous' && this.stalled[0] === 0;
    this.exposure.set(alone, fallen, this.world.clocks.now);
  }
}
