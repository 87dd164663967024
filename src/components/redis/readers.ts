import { SECOND, type Us } from '../../base/index.ts';
import type { Slot } from '../../engine/index.ts';
import {
  DETECT,
  EXIT,
  GRAY,
  IDLE,
  type Phase,
  type PlaceId,
  Prober,
  SWITCH,
  serves,
  type Thing,
  type World,
} from '../../model/index.ts';
import type { ReaderSpec } from './parts.ts';
import type { RedisSpec } from './schema.ts';

/** How proxies treat a copy. */
const WELL = 0;
/** It has failed once: it gets fewer reads. */
const LOWERED = 1;
/** It has failed so many times in a row: it gets none. */
const OUT = 2;

/** How a reader stands to the master. */
const FOLLOWING = 0;
/** It is back and takes over what it has missed; the proxies are told when it is well. */
const REBUILDING = 1;
/** It follows another master, and answers nothing meanwhile. */
const REATTACHING = 2;
const GONE = 3;

/** The shard that readers follow. */
interface Followed {
  readonly nodes: readonly Thing[];
  readonly master: Thing;
  /** The share of reads that the master answers, 0 to 1. */
  readonly reads: number;
  serving(): boolean;
}

/** The proxies' place. */
interface Entrance {
  readonly place: PlaceId;
}

/**
 * Copies that are only read, and who of them gets how many reads: a bad one gets fewer at first, and none after several failed
 * connections, until it is well. They go on answering while the master is gone, and follow the new one.
 */
export class Readers {
  readonly things: readonly Thing[];
  private readonly spec: RedisSpec;
  private readonly own: ReaderSpec;
  private readonly world: World;
  private readonly shard: Followed;
  private readonly entrance: Entrance;
  /** The two nodes of the shard, then the readers. */
  private readonly targets: readonly Thing[];
  private readonly treated: Uint8Array;
  /** By reader. */
  private readonly state: Uint8Array;
  private readonly since: Float64Array;
  private readonly rebuilds: readonly Slot[];
  private readonly reattaches: readonly Slot[];
  private readonly outs: readonly Slot[];
  private readonly changed: () => void;

  constructor(
    spec: RedisSpec,
    own: ReaderSpec,
    world: World,
    whole: Thing,
    shard: Followed,
    entrance: Entrance,
    changed: () => void,
  ) {
    const { arena, registry } = world.workshop;
    const places = own.places.map((path) => world.places.id(path));
    this.spec = spec;
    this.own = own;
    this.world = world;
    this.shard = shard;
    this.entrance = entrance;
    this.changed = changed;
    this.things = Array.from({ length: own.count }, (_, i) =>
      world.truth.add(`${spec.name}/reader-${i + 1}`, places[Math.floor((i * places.length) / own.count)]!, whole),
    );
    this.targets = [...shard.nodes, ...this.things];
    this.treated = arena.u8('logic', this.targets.length);
    this.state = arena.u8('logic', own.count);
    this.since = arena.f64('time', own.count);
    const slot = (
      thing: Thing,
      what: string,
      i: number,
      handler: (arg: number) => void,
      law?: ReaderSpec['reattach'],
    ): Slot => {
      const name = `${world.truth.name(thing)} ${what}`;
      return registry.slot('work', name, handler, i, law && { law, stream: name });
    };
    this.rebuilds = this.things.map((thing, i) => slot(thing, 'rebuilt', i, (arg) => this.follow(arg)));
    this.reattaches = this.things.map((thing, i) =>
      slot(thing, 'attached', i, (arg) => this.follow(arg), own.reattach),
    );
    this.outs = this.targets.map((thing, i) => slot(thing, 'taken out', i, (arg) => this.treat(arg, OUT)));
  }

  wire(rooms: readonly PlaceId[]): void {
    const { world, spec, own } = this;
    const once = { ...own.check, unhealthy: 1 };
    new Prober(world, `${spec.name} connections`, rooms, this.targets, once, (i, good) => this.connected(i, good));
    for (const [i, thing] of this.things.entries()) world.truth.watch(thing, () => this.readerChanged(i));
  }

  /** A connection to a copy has failed for the first time, or succeeds again. */
  private connected(i: number, good: boolean): void {
    const { clocks } = this.world;
    clocks.stop(this.outs[i]!);
    if (good) this.treat(i, WELL);
    else if (this.own.check.unhealthy === 1) this.treat(i, OUT);
    else {
      this.treat(i, LOWERED);
      clocks.startFor(this.outs[i]!, ((this.own.check.unhealthy - 1) * this.between(i)) as Us);
    }
  }

  /** From one failing connection to the next. */
  private between(i: number): number {
    const { interval, timeout, spacing } = this.own.check;
    const refuses = this.world.truth.manner[this.targets[i]!] === EXIT;
    return interval + (spacing === 'from-start' || refuses ? 0 : timeout);
  }

  private treat(i: number, how: number): void {
    this.treated[i] = how;
    this.changed();
  }

  private readerChanged(i: number): void {
    const { clocks, truth } = this.world;
    const alive = serves(truth.manner[this.things[i]!]!);
    if (!alive && this.state[i] !== GONE) {
      clocks.stop(this.rebuilds[i]!);
      clocks.stop(this.reattaches[i]!);
      this.state[i] = GONE;
      this.since[i] = clocks.now;
    }
    this.changed();
  }

  /** Readers that are back begin to take over what they have missed, as soon as there is a master to take it from. */
  consider(): void {
    for (let i = 0; i < this.things.length; i++) {
      const back = this.state[i] === GONE && serves(this.world.truth.manner[this.things[i]!]!);
      if (back && this.shard.serving()) this.rebuild(i);
    }
  }

  /** Missed writes are worked off where the master has kept them; else everything is copied anew. */
  private rebuild(i: number): void {
    const { spec, world } = this;
    const missed = world.clocks.now - this.since[i]!;
    const anew = missed > spec.logKept;
    const takes = anew ? (spec.size / spec.copySpeed) * SECOND : missed / (spec.catchUp - 1);
    this.state[i] = REBUILDING;
    world.clocks.startFor(this.rebuilds[i]!, Math.ceil(takes) as Us);
  }

  private follow(i: number): void {
    this.state[i] = FOLLOWING;
    this.changed();
  }

  /** There is another master: readers follow it. */
  reattach(): void {
    for (let i = 0; i < this.things.length; i++) {
      if (this.state[i] === GONE || this.state[i] === REBUILDING) continue;
      this.state[i] = REATTACHING;
      this.world.clocks.start(this.reattaches[i]!);
    }
  }

  /** The share of reads that is answered, 0 to 1, of those that proxies pass on. */
  get share(): number {
    let [weights, answered] = [0, 0];
    for (let i = 0; i < this.targets.length; i++) {
      const weight = this.weight(i);
      weights += weight;
      answered += weight * this.answers(i);
    }
    return weights === 0 ? 0 : answered / weights;
  }

  /** The same of requests that write too, where the master does so for `written` of them: it fails no request that it reads for twice. */
  shareOfBoth(written: number): number {
    let [weights, answered] = [0, 0];
    for (let i = 0; i < this.targets.length; i++) {
      const weight = this.weight(i);
      weights += weight;
      answered += i < this.shard.nodes.length ? weight : weight * this.answers(i);
    }
    return weights === 0 ? 0 : (written * answered) / weights;
  }

  /** The share of answered reads that copies answer, 0 to 1; undefined where nothing is. */
  get shareOfCopies(): number | undefined {
    let [all, copies] = [0, 0];
    for (let i = 0; i < this.targets.length; i++) {
      const answered = this.weight(i) * this.answers(i);
      all += answered;
      if (i >= this.shard.nodes.length) copies += answered;
    }
    return all === 0 ? undefined : copies / all;
  }

  private weight(i: number): number {
    const whole = this.fullWeight(i);
    if (this.treated[i] === OUT) return 0;
    return this.treated[i] === LOWERED ? whole * this.own.lowered : whole;
  }

  private fullWeight(i: number): number {
    const reader = i - this.shard.nodes.length;
    if (reader < 0) return this.targets[i] === this.shard.master ? this.own.masterWeight : 0;
    return this.state[reader] === REBUILDING ? 0 : this.own.weight;
  }

  private answers(i: number): number {
    const { truth, sight } = this.world;
    const thing = this.targets[i]!;
    const reached = sight.reaches(this.entrance.place, truth.home(thing));
    const reader = i - this.shard.nodes.length;
    if (reader < 0) return reached * this.shard.reads;
    if (this.state[reader] !== FOLLOWING) return 0;
    return reached * (truth.manner[thing] === GRAY ? 1 - truth.share[thing]! : 1);
  }

  phase(): Phase {
    if (this.treated.includes(LOWERED)) return DETECT;
    for (let i = 0; i < this.things.length; i++) {
      if (this.state[i] === GONE && this.treated[i + this.shard.nodes.length] === WELL) return DETECT;
      if (this.state[i] === REATTACHING) return SWITCH;
    }
    return IDLE;
  }
}
