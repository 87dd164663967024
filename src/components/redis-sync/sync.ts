import type { Us } from '../../base/index.ts';
import type { Slot } from '../../engine/index.ts';
import { OneWay, type Part, roleCode, type StoreId, serves, type Thing, type World } from '../../model/index.ts';
import { Conflicts } from './conflicts.ts';
import type { RedisSyncSpec } from './schema.ts';

/** Compiles a channel between two stores that both take writes. */
export function declareRedisSync(spec: RedisSyncSpec, world: World): Part {
  return new Sync(spec, world);
}

const OPEN = 0;
/** Something on the way does not work, or nobody has resumed it. */
const CUT = 1;
/** It could not go on from where it was: one side is copied anew. */
const COPYING = 2;

const NOT_TOLD = -1;

/** A channel between two stores that both take writes, and the manager that resumes it and rebuilds. */
class Sync implements Part {
  private readonly spec: RedisSyncSpec;
  private readonly world: World;
  private readonly channel: Thing;
  private readonly manager: Thing;
  private readonly state: Uint8Array;
  private readonly since: Float64Array;
  /** The side that is copied anew where they cannot go on, 0 or 1: the one that was lost. */
  private readonly poor: Uint8Array;
  /** 1 when the other side has been taken back, so that this one must be copied anew; and when the copy was begun. */
  private readonly renew: Uint8Array;
  private readonly began: Float64Array;
  /** How long what was on its way from a side when it was last cut off takes, as it has been told; by side. */
  private readonly late: Float64Array;
  /** How many writes have been told as left behind since that cut, by side. */
  private readonly told: Float64Array;
  private readonly conflicts: Conflicts;
  private readonly resume: Slot;
  private readonly copy: Slot;
  private readonly notices: readonly Slot[];
  private sides: readonly StoreId[] = [];
  private ways: readonly OneWay[] = [];

  constructor(spec: RedisSyncSpec, world: World) {
    const { registry, arena } = world.workshop;
    const { name } = spec;
    this.spec = spec;
    this.world = world;
    this.channel = world.truth.add(name, 0);
    this.manager = world.truth.add(
      `${name}/manager`,
      spec.manager === undefined ? 0 : world.places.id(spec.manager),
      this.channel,
    );
    this.state = arena.u8('logic', 1);
    this.since = arena.f64('time', 1);
    this.poor = arena.u8('logic', 1).fill(1);
    this.renew = arena.u8('logic', 1);
    this.began = arena.f64('time', 1);
    this.late = arena.f64('time', 2).fill(NOT_TOLD);
    this.told = arena.f64('sums', 2);
    this.conflicts = new Conflicts(arena, spec.keys, (2 * spec.lag.mean) / 1e6);
    const slot = (what: string, handler: (arg: number) => void, law: RedisSyncSpec['copy'], arg = 0): Slot =>
      registry.slot('work', `${name} ${what}`, handler, arg, { law, stream: `${name} ${what}` });
    this.resume = slot('resumes', () => this.resumed(), spec.resume);
    this.copy = slot('copies', () => this.copied(), spec.copy);
    this.notices = spec.between.map((side, i) => slot(`notices ${side}`, (arg) => this.noticed(arg), spec.notice, i));
    world.wholes.set(name, this.channel);
    world.units.set(name, [this.channel, this.manager]);
    world.strikes.set(name, (fault) => [fault === 'manager' ? this.manager : this.channel]);
    if (spec.direction === 'both')
      for (const side of spec.between) world.conflicts.set(side, (now) => this.conflicts.count(now) / 2);
  }

  wire(): void {
    const { world, spec } = this;
    this.sides = spec.between.map((side) => world.stores.id(side));
    const [one, other] = this.sides as [StoreId, StoreId];
    const draw = world.workshop.registry.draw(`${spec.name} lag`, spec.lag);
    const way = (from: StoreId, to: StoreId): OneWay =>
      new OneWay(world, {
        name: `${spec.name} from ${world.stores.names[from]}`,
        from,
        to,
        lag: spec.lag,
        draw,
        sourceRestored: () => this.sourceRestored(to),
      });
    this.ways = spec.direction === 'both' ? [way(one, other), way(other, one)] : [way(one, other)];
    for (const [i, side] of this.sides.entries()) this.watch(i === 0 ? 0 : 1, side);
    for (const thing of [this.channel, this.manager]) world.truth.watch(thing, () => this.look());
    const places = spec.between.flatMap((side) => (world.units.get(side) ?? []).map((unit) => world.truth.home(unit)));
    for (const from of new Set(places))
      for (const to of new Set(places)) world.sight.watch(from, to, () => this.look());
    world.atStart(() => this.carry());
  }

  private watch(i: 0 | 1, side: StoreId): void {
    const { world } = this;
    const thing = world.stores.things[side]!;
    world.truth.watch(thing, () => this.sideChanged(i));
    world.stores.onRate(side, () => this.conflicts.setRate(i, world.stores.rate[side]!, world.clocks.now));
  }

  private sideWorks(i: number): boolean {
    const { truth, stores } = this.world;
    return serves(truth.manner[stores.things[this.sides[i]!]!]!);
  }

  private get managed(): boolean {
    return serves(this.world.truth.manner[this.manager]!);
  }

  private sideChanged(i: number): void {
    const { clocks } = this.world;
    const slot = this.notices[i]!;
    this.look();
    if (this.sideWorks(i)) clocks.stop(slot);
    else this.sideLost(i);
  }

  private sideLost(i: number): void {
    const { clocks } = this.world;
    const slot = this.notices[i]!;
    if (this.spec.direction === 'both' && this.renew[0] === 0) this.poor[0] = i;
    if (!clocks.armed(slot) && this.managed) clocks.start(slot);
  }

  /** One side is lost: the other is all there is, and lacks what had not arrived. It may yet come when that side is back. */
  private noticed(i: number): void {
    const way = this.ways.find(({ from }) => from === this.sides[i]);
    if (way === undefined || !this.managed) return;
    const { records, stores } = this.world;
    this.late[i] = way.onTheWay();
    const { age, writes } = way.gap(this.late[i]! as Us);
    records.recovery(way.to, this.world.blamed(stores.things[way.from]!), age, writes - this.told[i]!, false);
    this.told[i] = writes;
  }

  private get wayWorks(): boolean {
    const { truth, stores, sight } = this.world;
    const [one, other] = this.sides.map((side) => truth.place[stores.things[side]!]!);
    const reached = sight.reaches(one!, other!) === 1;
    return reached && serves(truth.manner[this.channel]!) && this.sideWorks(0) && this.sideWorks(1);
  }

  /** The way has changed, or who could resume it. */
  private look(): void {
    const { clocks } = this.world;
    if (!this.wayWorks) this.breakOff();
    else if (this.state[0] === CUT && this.managed && !clocks.armed(this.resume)) clocks.start(this.resume);
    if (!this.managed) clocks.stop(this.resume);
  }

  private breakOff(): void {
    const { clocks } = this.world;
    clocks.stop(this.resume);
    clocks.stop(this.copy);
    if (this.state[0] === OPEN) {
      this.since[0] = clocks.now;
      this.poor[0] = 1;
      this.late.fill(NOT_TOLD);
      this.told.fill(0);
    }
    this.enter(CUT);
  }

  private enter(state: number): void {
    if (state === this.state[0]) return;
    this.state[0] = state;
    this.world.records.role(this.channel, roleCode('direction'), state === OPEN ? 1 : 0);
    this.conflicts.setCut(state !== OPEN, this.world.clocks.now);
    this.carry();
  }

  private carry(): void {
    for (const way of this.ways) way.carry(this.state[0] === OPEN ? this.spec.maxWrites : 0);
  }

  /** The manager resumes from where it was cut, or where too much has been missed, by a copy. */
  private resumed(): void {
    if (this.renew[0] === 1) this.takeBack();
    else if (this.world.clocks.now - this.since[0]! <= this.spec.resumable) this.enter(OPEN);
    else this.copyAnew();
  }

  /** One side has been taken back from damage that the other has too: that one is copied anew. */
  private sourceRestored(to: StoreId): void {
    this.breakOff();
    this.renew[0] = 1;
    this.poor[0] = this.sides.indexOf(to);
    this.look();
  }

  /** The way over which the poor side is copied, or back from it. */
  private way(over: boolean): OneWay | undefined {
    const poor = this.sides[this.poor[0]!];
    return this.ways.find(({ from, to }) => (over ? to : from) === poor);
  }

  /** What the poor side has written since the damage goes with it, as it does on the side that was taken back. */
  private takeBack(): void {
    const { contents, stores, records, clocks } = this.world;
    const { from, to } = this.way(true)!;
    const wound = contents.leftOver(to, from);
    if (wound >= 0) {
      const wrong = contents.tellWrong(to, wound, stores.lastWrite(to, clocks.now), clocks.now);
      const discarded = contents.writtenSince(to, wound);
      stores.held.undo(to, discarded, contents.wounds.at[wound]!, clocks.now);
      records.restored(to, contents.wounds.source[wound]!, { age: 0 as Us, lost: 0, wrong, apart: 0 as Us, discarded });
    }
    this.beginCopy();
  }

  /** What only the side had that is copied over is gone; what it writes meanwhile is carried afterwards. */
  private copyAnew(): void {
    const back = this.way(false);
    if (back !== undefined) this.giveUp(back);
    this.beginCopy();
  }

  private beginCopy(): void {
    const { clocks } = this.world;
    for (const way of this.ways) way.settle();
    this.began[0] = clocks.now;
    this.enter(COPYING);
    clocks.start(this.copy);
  }

  private copied(): void {
    this.renew[0] = 0;
    this.way(true)?.copied(this.began[0]! as Us);
    this.enter(OPEN);
  }

  private giveUp(way: OneWay): void {
    const { records, sources } = this.world;
    const told = this.late[this.poor[0]!]!;
    const { age, writes } = way.gap(told === NOT_TOLD ? way.onTheWay() : (told as Us));
    if (told !== NOT_TOLD) records.discarded(way.to, writes);
    else records.recovery(way.to, sources.latest, age, writes, true);
  }
}
