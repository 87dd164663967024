import { NEVER, SECOND, type Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import { Backlog, type Gap, underWay, type World } from '../../model/index.ts';
import type { Ledger } from './ledger.ts';
import type { RedisSpec } from './schema.ts';

/** How the replica stands to its master. */
const IN_STEP = 0;
/** Gone, or out of reach: it receives nothing. */
const LOST = 1;
/** There again, working off what it has missed. */
const CATCHING_UP = 2;
/** It had missed too much, or has another history: it is copied anew, and has nothing meanwhile. */
const COPYING = 3;

/** What the replica needs to know of its shard. */
export interface Shard {
  /** Whether the master serves. */
  serving(): boolean;
  /** Whether the replica's machine works and reaches the master. */
  replicaThere(): boolean;
  /** The replica has all that its master has, after a full copy or not. */
  copied(full: boolean): void;
  /** What can be served, or how well it is protected, has changed. */
  changed(): void;
}

/**
 * The second copy of a shard: what it has received decides what a promotion loses. Between two rooms a rate-limited channel
 * feeds it, and what the channel does not carry waits in a backlog.
 */
export class Replica {
  private readonly spec: RedisSpec;
  private readonly world: World;
  private readonly shard: Shard;
  private readonly ledger: Ledger;
  private readonly backlog: Backlog | undefined;
  private readonly state: Uint8Array;
  /** 1 while semi-synchronous writes wait for it. */
  private readonly stalled: Uint8Array;
  /** 1 when the replica is about to be stopped on purpose. */
  private readonly announced: Uint8Array;
  /** 1 from the moment that only a full copy makes it a replica again, until that has ended. */
  private readonly blank: Uint8Array;
  /** The instant up to which a replica out of step has everything. */
  private readonly cut: Float64Array;
  /** Since when its master is gone; infinite while there is one. */
  private readonly frozen: Float64Array;
  /** Writes that had come into the backlog when the full copy began. */
  private readonly held: Float64Array;
  private readonly writesAtCut: Float64Array;
  private readonly stall: Slot;
  private readonly sync: Slot;
  private readonly jitter: DrawId;

  constructor(spec: RedisSpec, world: World, name: string, ledger: Ledger, shard: Shard) {
    const { arena, registry } = world.workshop;
    this.spec = spec;
    this.world = world;
    this.ledger = ledger;
    this.shard = shard;
    this.backlog = spec.channel === undefined ? undefined : new Backlog(arena);
    this.state = arena.u8('logic', 1);
    this.stalled = arena.u8('logic', 1);
    this.announced = arena.u8('logic', 1);
    this.blank = arena.u8('logic', 1);
    this.cut = arena.f64('time', 1);
    this.frozen = arena.f64('time', 1).fill(Number.POSITIVE_INFINITY);
    this.held = arena.f64('time', 1);
    this.writesAtCut = arena.f64('sums', 1);
    this.stall = registry.slot('work', `${name} semi-synchronous timeout`, () => this.fallBack());
    this.sync = registry.slot('work', `${name} replica in step`, () => this.synced());
    this.jitter = registry.draw(`${name} replica lag`, spec.lag);
    if (this.backlog !== undefined) world.atStart(() => this.carry(true));
  }

  get inStep(): boolean {
    return this.state[0] === IN_STEP;
  }

  /** Writes wait for the replica's answer. */
  get stalling(): boolean {
    return this.stalled[0] === 1;
  }

  get fallenBack(): boolean {
    return this.spec.replication === 'semi-synchronous' && !this.inStep && !this.stalling;
  }

  /** Whether it has data to serve, and not too old ones. */
  get promotable(): boolean {
    return this.blank[0] === 0 && (this.spec.maxLag === undefined || this.seenLag() <= this.spec.maxLag);
  }

  /** The shard is written to at another rate. */
  rateChanged(): void {
    this.backlog?.setRate(this.ledger.rate, this.world.clocks.now);
  }

  /** It no longer receives: its machine, or the way to it, is gone. */
  lose(): void {
    const announced = this.announced[0] === 1;
    this.announced[0] = 0;
    this.stopSync();
    if (this.state[0] !== IN_STEP) return;
    this.state[0] = LOST;
    this.note();
    this.carry(false);
    if (this.spec.replication === 'semi-synchronous' && this.shard.serving() && !announced) {
      this.stalled[0] = 1;
      this.world.clocks.startFor(this.stall, this.spec.semiSyncTimeout);
    }
    this.shard.changed();
  }

  /** It will be stopped at this instant, on purpose: writes do not wait for it. */
  announceStop(): void {
    this.announced[0] = 1;
  }

  /** How long until it is in step as things are; without end where it does not catch up. */
  untilInStep(): Us {
    if (this.state[0] !== CATCHING_UP && this.state[0] !== COPYING) return NEVER;
    return Math.max(1, this.world.clocks.due(this.sync) - this.world.clocks.now) as Us;
  }

  private stopSync(): void {
    this.world.clocks.stop(this.sync);
    if (this.state[0] === CATCHING_UP || this.state[0] === COPYING) this.state[0] = LOST;
  }

  private note(): void {
    const { now } = this.world.clocks;
    this.cut[0] = now;
    this.writesAtCut[0] = this.ledger.writes(now);
  }

  /** Opens or closes the channel between two rooms. */
  private carry(open: boolean): void {
    const limit = open ? this.spec.channel! / this.spec.shards : 0;
    this.backlog?.setCapacity(limit, this.world.clocks.now);
  }

  /** Writes go on alone. */
  private fallBack(): void {
    this.stalled[0] = 0;
    this.shard.changed();
  }

  /** It is there, or the master serves again: work begins when both are so. */
  consider(): void {
    if (this.state[0] !== LOST || !this.shard.serving() || !this.shard.replicaThere()) return;
    if (this.stalled[0] === 1) {
      this.world.clocks.stop(this.stall);
      this.stalled[0] = 0;
      this.arrive();
    } else if (this.blank[0] === 1 || this.world.clocks.now - this.cut[0]! > this.spec.logKept) this.copy();
    else if (this.backlog !== undefined) this.arrive();
    else this.catchUp();
  }

  private copy(): void {
    const { spec, world } = this;
    this.state[0] = COPYING;
    this.blank[0] = 1;
    this.held[0] = this.backlog?.comeIn(world.clocks.now) ?? 0;
    world.clocks.startFor(this.sync, Math.ceil((spec.size / spec.shards / spec.copySpeed) * SECOND) as Us);
  }

  private catchUp(): void {
    const missed = this.world.clocks.now - this.cut[0]!;
    this.state[0] = CATCHING_UP;
    this.world.clocks.startFor(this.sync, Math.ceil(missed / (this.spec.catchUp - 1)) as Us);
  }

  private synced(): void {
    const full = this.state[0] === COPYING;
    if (full) this.backlog?.passTo(this.held[0]!, this.world.clocks.now);
    this.blank[0] = 0;
    this.shard.copied(full);
    this.arrive();
  }

  private arrive(): void {
    this.state[0] = IN_STEP;
    this.carry(true);
    this.shard.changed();
  }

  /** The master is gone: nothing is acknowledged and nothing arrives any more. */
  freeze(): void {
    this.world.clocks.stop(this.stall);
    this.stalled[0] = 0;
    this.stopSync();
    if (this.state[0] === IN_STEP) this.note();
    this.frozen[0] = Math.min(this.frozen[0]!, this.world.clocks.now);
    this.carry(false);
  }

  /** The master is back, and still the master. */
  resume(): void {
    this.frozen[0] = Number.POSITIVE_INFINITY;
    if (this.state[0] !== IN_STEP) this.consider();
    else if (this.shard.replicaThere()) this.carry(true);
    else this.lose();
  }

  /** Its memory is gone: it has the state of an instant that it had saved, or nothing. */
  forget(saved: Us | undefined): void {
    if (this.state[0] === IN_STEP) {
      this.state[0] = LOST;
      this.note();
      this.carry(false);
    }
    if (saved === undefined || this.backlog !== undefined) this.blank[0] = 1;
    else if (saved < this.cut[0]!) {
      this.writesAtCut[0]! -= this.ledger.writtenBetween(saved, this.cut[0]!);
      this.cut[0] = saved;
    }
  }

  /** The roles have been exchanged. After a failure the old master has a history of its own, and is copied anew. */
  exchanged(planned: boolean): void {
    const { now } = this.world.clocks;
    this.backlog?.restart(now, now);
    if (planned) this.resume();
    else this.startAnew();
  }

  /** Its master has other data, or it has other data than its master. */
  startAnew(): void {
    const { now } = this.world.clocks;
    this.frozen[0] = Number.POSITIVE_INFINITY;
    this.stopSync();
    this.backlog?.restart(now, now);
    this.state[0] = LOST;
    this.blank[0] = 1;
    this.note();
    this.carry(false);
    this.consider();
  }

  /** The age of the oldest write that has not arrived, what is on the way apart. */
  private seenLag(): Us {
    const { now } = this.world.clocks;
    if (this.backlog === undefined && this.inStep) return 0 as Us;
    const position = this.backlog?.position(now) ?? this.cut[0]!;
    return Math.max(0, this.ledger.lastWrite(now) - position) as Us;
  }

  /** The instant up to which everything has been sent to it. */
  private sent(): number {
    const { now } = this.world.clocks;
    const waits = (this.backlog?.rows(now) ?? 0) > 0;
    const position = waits ? this.backlog!.position(now) : now;
    return Math.min(position, this.inStep ? now : this.cut[0]!, this.frozen[0]!);
  }

  /** What a promotion now leaves behind. */
  gap(): Gap {
    const { ledger } = this;
    const { now } = this.world.clocks;
    const late = this.spec.replication === 'asynchronous' ? this.world.clocks.sample(this.jitter) : 0;
    const waiting = this.backlog?.rows(now) ?? (this.inStep ? 0 : ledger.writes(now) - this.writesAtCut[0]!);
    const { age, from, to } = underWay(ledger.lastWrite(now), this.sent(), late);
    return { age, writes: Math.max(0, waiting) + ledger.writtenBetween(from, to) };
  }
}
