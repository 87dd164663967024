import type { ChanceId, Slot } from '../../engine/index.ts';
import {
  DECIDE,
  DETECT,
  type Gap,
  GRAY,
  IDLE,
  NO_SOURCE,
  OK,
  OnPurpose,
  type Phase,
  RESTORE,
  roleCode,
  type SourceId,
  type StoreId,
  SWITCH,
  serves,
  type Thing,
  type World,
} from '../../model/index.ts';
import { Ledger } from './ledger.ts';
import { Memory } from './memory.ts';
import { Replica } from './replica.ts';
import type { RedisSpec } from './schema.ts';

/** What is being done about the master. */
const SERVING = 0;
/** It is believed lost, and nothing can be promoted: no module, no replica, or one with too old data. */
const WAITING = 1;
const SWITCHING = 2;
/** The automatic switch did not work: people do it. */
const BY_HAND = 3;

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

/** Who watches over the copies. */
export interface Watchman {
  /** Whether it can promote at all. */
  readonly ready: boolean;
  /** Whether it believes that a node works. */
  believes(node: Thing): boolean;
  /** Whether it reaches the place of a node. */
  reaches(node: Thing): boolean;
}

/** A share of the keys: a master, its replica, and how one takes the other's place. */
export class Shard {
  readonly nodes: readonly Thing[];
  readonly replica: Replica;
  private readonly spec: RedisSpec;
  private readonly world: World;
  private readonly owner: Owner;
  private readonly ledger: Ledger;
  private readonly memory: Memory;
  private readonly state: Uint8Array;
  /** Which node is the master: 0 or 1. */
  private readonly first: Uint8Array;
  /** Which nodes lived when they were last looked at. */
  private readonly alive: Uint8Array;
  /** 1 while a step of a plan, and no failure, is why it switches; and while people do. */
  private readonly onPurpose: Uint8Array;
  private readonly helped: Uint8Array;
  private readonly struckBy: Int32Array;
  readonly work: OnPurpose;
  private readonly promotion: Slot;
  private readonly manual: Slot;
  private readonly coverage: ChanceId;

  constructor(spec: RedisSpec, world: World, name: string, nodes: readonly Thing[], owner: Owner) {
    const { arena, registry } = world.workshop;
    this.spec = spec;
    this.world = world;
    this.nodes = nodes;
    this.owner = owner;
    this.ledger = new Ledger(arena);
    this.memory = new Memory(spec, world, name, nodes, this.ledger, () => this.loaded());
    this.replica = new Replica(spec, world, name, this.ledger, this);
    this.state = arena.u8('logic', 1);
    this.first = arena.u8('logic', 1);
    this.alive = arena.u8('memo', 2).fill(1);
    this.onPurpose = arena.u8('logic', 1);
    this.helped = arena.u8('logic', 1);
    this.struckBy = arena.i32('logic', 1).fill(NO_SOURCE);
    this.work = new OnPurpose(world);
    const slot = (what: string, handler: () => void, law: RedisSpec['switch']): Slot =>
      registry.slot('work', `${name} ${what}`, handler, 0, { law, stream: `${name} ${what}` });
    this.promotion = slot('switch', () => this.switched(), spec.switch);
    this.manual = slot('switch by hand', () => this.people(), spec.manual);
    this.coverage = registry.chance(`${name} coverage`, spec.coverage);
  }

  wire(): void {
    const { truth, sight } = this.world;
    for (const [i, node] of this.nodes.entries()) truth.watch(node, () => this.nodeChanged(i));
    sight.watch(truth.home(this.nodes[0]!), truth.home(this.nodes[1]!), () => this.wayChanged());
  }

  get master(): Thing {
    return this.nodes[this.first[0]!]!;
  }

  private get second(): Thing {
    return this.nodes[1 - this.first[0]!]!;
  }

  private lives(node: Thing): boolean {
    return serves(this.world.truth.manner[node]!);
  }

  serving(): boolean {
    return this.state[0] !== SWITCHING && this.lives(this.master) && !this.memory.loading;
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

  /** The share of its reads that is answered where it is reached, 0 to 1; and of its writes. */
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
    if (this.state[0] === SWITCHING) return;
    this.stop();
    this.state[0] = SERVING;
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
    const { age, writes } = this.memory.lack(this.first[0]!);
    this.memory.fill(this.first[0]!);
    this.world.records.recovery(this.owner.store, this.struckBy[0]!, age, writes, true);
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
    this.abandon();
    if (this.lives(this.master)) this.replica.lose();
  }

  private wayChanged(): void {
    if (!this.lives(this.master)) return;
    if (this.replicaThere()) this.replica.consider();
    else this.replica.lose();
    this.owner.refresh();
  }

  /** A switch under way cannot go on. */
  private abandon(): void {
    if (this.state[0] !== SWITCHING) return;
    this.stop();
    this.state[0] = WAITING;
    if (this.lives(this.master)) this.masterBack();
  }

  private stop(): void {
    this.world.clocks.stop(this.promotion);
    this.world.clocks.stop(this.manual);
    this.onPurpose[0] = 0;
    this.helped[0] = 0;
    this.work.end();
  }

  /** What the module sees or can do has changed: it decides anew. */
  attend(): void {
    const { ha } = this.owner;
    if (this.memory.loading) return;
    const canGoOn = ha.ready && ha.reaches(this.second);
    if (this.state[0] === SWITCHING && this.helped[0] === 0 && !canGoOn) this.abandon();
    if (this.state[0] === SERVING || this.state[0] === WAITING) this.decide();
    this.owner.refresh();
  }

  private decide(): void {
    const { ha } = this.owner;
    if (ha.believes(this.master)) {
      if (this.lives(this.master)) this.state[0] = SERVING;
      return;
    }
    this.state[0] = WAITING;
    if (!ha.ready || !ha.believes(this.second) || !ha.reaches(this.second) || !this.canTakeOver()) return;
    if (this.world.clocks.choose(this.coverage, this.chance())) this.begin();
    else this.byHand();
  }

  private canTakeOver(): boolean {
    return this.lives(this.second) && this.replica.promotable;
  }

  /** The loss of a whole room is met less often, and with less success, than that of a machine. */
  private chance(): number {
    const { world, spec } = this;
    const room = world.wholes.get(world.places.path(world.truth.home(this.master)))!;
    return spec.places.length > 1 && world.truth.manner[room] !== OK ? spec.roomCoverage : spec.coverage;
  }

  private byHand(): void {
    this.state[0] = BY_HAND;
    this.world.clocks.start(this.manual);
  }

  private people(): void {
    this.helped[0] = 1;
    if (this.canTakeOver()) this.begin();
    else this.state[0] = WAITING;
    this.owner.refresh();
  }

  private begin(): void {
    this.state[0] = SWITCHING;
    this.world.clocks.start(this.promotion);
  }

  /** Switches as a step of a plan: planned while the master works, else what the module does not do. */
  switchBy(plan: SourceId): void {
    const planned = this.serving();
    if (this.state[0] === SWITCHING || this.memory.loading || !this.canTakeOver() || (planned && !this.replica.inStep))
      return;
    this.stop();
    this.helped[0] = 1;
    this.onPurpose[0] = planned ? 1 : 0;
    if (planned) this.work.begin(plan);
    this.begin();
    this.owner.refresh();
  }

  private switched(): void {
    const planned = this.onPurpose[0] === 1 && this.lives(this.master);
    if (!planned) this.recover();
    this.stop();
    this.first[0] = 1 - this.first[0]!;
    this.state[0] = SERVING;
    this.world.records.role(this.owner.whole, roleCode('primary'), this.master);
    this.replica.exchanged(planned);
    this.owner.promoted(this.master);
    this.owner.refresh();
  }

  /** What the old master had and the new one has not is thrown away when the old one is copied anew. */
  private recover(): void {
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
    if (this.state[0] === SWITCHING) return SWITCH;
    if (this.state[0] === BY_HAND) return DECIDE;
    if (this.replica.stalling) return DETECT;
    if (this.lives(this.master)) return IDLE;
    return this.owner.ha.ready && this.owner.ha.believes(this.master) ? DETECT : IDLE;
  }

  planned(): boolean {
    return this.state[0] === SWITCHING && this.onPurpose[0] === 1;
  }
}
