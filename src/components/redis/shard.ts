import { NEVER, type Us } from '../../base/index.ts';
import {
  DETECT,
  type Gap,
  GRAY,
  IDLE,
  NO_SOURCE,
  type Phase,
  RESTORE,
  roleCode,
  type SourceId,
  type StoreId,
  serves,
  type Thing,
  type World,
} from '../../model/index.ts';
import { Ledger } from './ledger.ts';
import { Memory } from './memory.ts';
import { Replica } from './replica.ts';
import type { RedisSpec } from './schema.ts';
import { type Pair, Takeover, type Watchman } from './takeover.ts';

/** What a shard needs of the store that it is part of. */
export interface Owner {
  readonly whole: Thing;
  readonly store: StoreId;
  readonly ha: Watchman;
  /** What is served, or how well it is protected, has changed. */
  refresh(): void;
  /** A shard has another master. */
  promoted(master: Thing): void;
  /** A shard has come back with nothing in it. */
  forgotten(source: SourceId): void;
}

/** A share of the keys: a master, its replica, and what each of them has. */
export class Shard implements Pair {
  readonly nodes: readonly Thing[];
  readonly replica: Replica;
  private readonly world: World;
  private readonly owner: Owner;
  private readonly ledger: Ledger;
  private readonly memory: Memory;
  private readonly takeover: Takeover;
  /** Which node is the master: 0 or 1. */
  private readonly first: Uint8Array;
  /** Which nodes lived when they were last looked at. */
  private readonly alive: Uint8Array;
  private readonly struckBy: Int32Array;

  constructor(spec: RedisSpec, world: World, name: string, nodes: readonly Thing[], owner: Owner) {
    const { arena } = world.workshop;
    this.world = world;
    this.nodes = nodes;
    this.owner = owner;
    this.ledger = new Ledger(arena);
    this.memory = new Memory(spec, world, name, nodes, this.ledger, () => this.loaded());
    this.replica = new Replica(spec, world, name, this.ledger, this);
    this.first = arena.u8('logic', 1);
    this.alive = arena.u8('memo', 2).fill(1);
    this.struckBy = arena.i32('logic', 1).fill(NO_SOURCE);
    this.takeover = new Takeover(spec, world, name, this, owner.ha);
  }

  wire(): void {
    const { truth, sight } = this.world;
    for (const [i, node] of this.nodes.entries()) truth.watch(node, () => this.nodeChanged(i));
    sight.watch(truth.home(this.nodes[0]!), truth.home(this.nodes[1]!), () => this.wayChanged());
  }

  get master(): Thing {
    return this.nodes[this.first[0]!]!;
  }

  get second(): Thing {
    return this.nodes[1 - this.first[0]!]!;
  }

  lives(node: Thing): boolean {
    return serves(this.world.truth.manner[node]!);
  }

  serving(): boolean {
    return !this.takeover.switching && this.lives(this.master) && !this.memory.loading;
  }

  /** The master reads its disk, and answers nothing but heartbeats. */
  get loading(): boolean {
    return this.memory.loading;
  }

  replicaThere(): boolean {
    const { truth, sight } = this.world;
    const reached = sight.reaches(truth.home(this.master), truth.home(this.second)) === 1;
    return this.lives(this.second) && (reached || !this.lives(this.master));
  }

  changed(): void {
    this.owner.refresh();
  }

  /** The share of its reads that is answered where it is reached, 0 to 1; and of its writes, with or without a read before. */
  get reads(): number {
    if (!this.serving()) return 0;
    const { truth } = this.world;
    return truth.manner[this.master] === GRAY ? 1 - truth.share[this.master]! : 1;
  }

  get writes(): number {
    return this.replica.stalling ? 0 : this.reads;
  }

  /** Writes a second that this shard acknowledges from now on. */
  setRate(rate: number): void {
    if (rate === this.ledger.rate) return;
    this.ledger.setRate(rate, this.world.clocks.now);
    this.replica.rateChanged();
  }

  private nodeChanged(i: number): void {
    const alive = this.lives(this.nodes[i]!) ? 1 : 0;
    if (alive === 0) this.memory.fall(i);
    const before = this.alive[i];
    this.alive[i] = alive;
    if (alive !== before) this.lifeChanged(i === this.first[0], alive === 1);
    this.owner.refresh();
  }

  private lifeChanged(isMaster: boolean, alive: boolean): void {
    if (isMaster && alive) this.masterBack();
    else if (isMaster) this.masterLost();
    else if (alive) this.replicaBack();
    else this.replicaLost();
  }

  private masterLost(): void {
    if (!this.memory.loading) this.struckBy[0] = this.world.truth.cause[this.master]!;
    this.memory.stop();
    this.replica.freeze();
  }

  /** Once a switch has begun it goes on. Else the master serves on, with what its memory has, or its disk. */
  private masterBack(): void {
    if (this.takeover.switching) return;
    this.takeover.settle();
    const master = this.first[0]!;
    if (this.memory.isWhole(master)) this.replica.resume();
    else if (!this.memory.keeps(master)) this.startEmpty();
    else if (!this.memory.begin()) this.readDisk();
  }

  private loaded(): void {
    this.readDisk();
    this.attend();
  }

  /** What was not on the disk of the master is lost. */
  private readDisk(): void {
    const master = this.first[0]!;
    const inOrder = this.memory.wasStored(master);
    const { age, writes } = this.memory.lack(master);
    this.memory.fill(master);
    if (!inOrder) this.world.records.recovery(this.owner.store, this.struckBy[0]!, age, writes, true);
    this.replica.resume();
  }

  /** The replica follows its master in this too: it is copied anew, from nothing. */
  private startEmpty(): void {
    this.memory.fill(this.first[0]!);
    this.owner.forgotten(this.struckBy[0]!);
    this.replica.startAnew();
  }

  /** Other data have been put in place, on the master. */
  filled(): void {
    this.memory.fill(this.first[0]!);
    this.replica.startAnew();
  }

  /** The replica has all that its master has; after a full copy, on disk too. */
  copied(full: boolean): void {
    if (full) this.memory.fill(1 - this.first[0]!);
    else this.memory.recall(1 - this.first[0]!);
  }

  private replicaBack(): void {
    this.restart();
    this.replica.consider();
    this.attend();
  }

  /** A replica whose memory is gone has what its disk has: of a log all but a moment. */
  private restart(): void {
    const { memory } = this;
    const second = 1 - this.first[0]!;
    if (memory.isWhole(second)) return;
    if (!memory.keeps(second)) this.replica.forget(undefined);
    else if (memory.saved(second) !== undefined) this.replica.forget(memory.saved(second));
  }

  private replicaLost(): void {
    this.takeover.abandon();
    if (this.lives(this.master)) this.replica.lose();
  }

  private wayChanged(): void {
    if (!this.lives(this.master)) return;
    if (this.replicaThere()) this.replica.consider();
    else this.replica.lose();
    this.owner.refresh();
  }

  /** What the module sees or can do has changed: it decides anew. */
  attend(): void {
    if (this.memory.loading) return;
    this.takeover.attend();
    this.owner.refresh();
  }

  canTakeOver(): boolean {
    return this.lives(this.second) && this.replica.promotable;
  }

  get inStep(): boolean {
    return this.replica.inStep;
  }

  /** What is down, and by what, while a step of a plan switches it. */
  get work(): Takeover['work'] {
    return this.takeover.work;
  }

  switchBy(plan: SourceId): void {
    if (!this.memory.loading) this.takeover.switchBy(plan);
  }

  announceStop(): void {
    this.replica.announceStop();
  }

  /** Planned work waits for a replica that catches up, and for the exchange; it is given up where there is none, or on a failure. */
  exchangeFor(source: SourceId): Us {
    if (this.takeover.switching || !this.serving()) return this.takeover.untilExchanged();
    if (!this.replicaThere()) return NEVER;
    if (!this.inStep) return this.replica.untilInStep();
    this.takeover.switchBy(source);
    return this.takeover.untilExchanged();
  }

  goOn(): void {
    this.masterBack();
  }

  exchange(planned: boolean): void {
    this.first[0] = 1 - this.first[0]!;
    this.world.records.role(this.owner.whole, roleCode('primary'), this.master);
    this.replica.exchanged(planned);
    this.owner.promoted(this.master);
    this.owner.refresh();
  }

  /** What the old master had and the new one has not is thrown away when the old one is copied anew. */
  recover(): void {
    const { world } = this;
    const source = this.lives(this.master) ? world.sources.latest : this.struckBy[0]!;
    const { age, writes } = this.left();
    world.records.recovery(this.owner.store, source, age, writes, true);
  }

  /** What the replica has not received, or has received and not kept. */
  private left(): Gap {
    const received = this.replica.gap();
    const second = 1 - this.first[0]!;
    if (this.memory.isWhole(second)) return received;
    const kept = this.memory.lack(second);
    this.memory.recall(second);
    return kept.age > received.age ? kept : received;
  }

  phase(): Phase {
    if (this.memory.loading) return RESTORE;
    const atIt = this.takeover.phase();
    if (atIt !== undefined) return atIt;
    if (this.replica.stalling) return DETECT;
    if (this.lives(this.master)) return IDLE;
    return this.owner.ha.ready && this.owner.ha.believes(this.master) ? DETECT : IDLE;
  }

  planned(): boolean {
    return this.takeover.planned();
  }
}
