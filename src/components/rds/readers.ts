import type { Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import {
  GRAY,
  type OwnCopy,
  type PlaceId,
  type StoreId,
  serves,
  type Thing,
  underWay,
  type World,
} from '../../model/index.ts';
import { Disks } from './disks.ts';
import { Follower, type Pace } from './follower.ts';
import type { ReadOnlySpec } from './read-only.ts';

/** What read-only nodes need to know of the database. */
export interface Source {
  readonly name: string;
  readonly store: StoreId;
  readonly whole: Thing;
  /** Whether the primary serves. */
  serving(): boolean;
  /** Where the primary stands. */
  primaryHome(): PlaceId;
  /** What can be read has changed. */
  readsChanged(): void;
}

/** One read-only node. */
interface Reader {
  readonly thing: Thing;
  readonly copy: Follower;
  readonly lag: DrawId;
  /** Pointing it at another primary. */
  readonly reattach: Slot;
}

const AWAY = 1;

/**
 * Read-only nodes: they follow the primary asynchronously, go on answering while it switches or is lost, and are never
 * promoted. One that was away answers again when it has caught up.
 */
export class Readers {
  readonly things: readonly Thing[];
  private readonly world: World;
  private readonly source: Source;
  private readonly readers: readonly Reader[];
  private readonly disks: Disks;
  /** 1 from the loss of a node until it has caught up. */
  private readonly away: Uint8Array;
  /** Since when the primary sends nothing; infinite while it serves. */
  private readonly frozen: Float64Array;
  /** When each node fell out of step, and up to when the primary had sent to it by then. */
  private readonly fell: Float64Array;
  private readonly sent: Float64Array;

  /** The first node is called `<name>/<first>`. */
  constructor(world: World, source: Source, spec: ReadOnlySpec, pace: Pace, first: number) {
    this.world = world;
    this.source = source;
    this.readers = Array.from({ length: spec.count }, (_, i) => {
      const place = spec.places[Math.floor((i * spec.places.length) / spec.count)]!;
      return this.declare(i, `${source.name}/${first + i}`, world.places.id(place), spec, pace);
    });
    this.things = this.readers.map(({ thing }) => thing);
    this.disks = new Disks(world, this.things);
    const { arena } = world.workshop;
    this.away = arena.u8('logic', spec.count);
    this.frozen = arena.f64('time', 1).fill(Number.POSITIVE_INFINITY);
    this.fell = arena.f64('time', spec.count);
    this.sent = arena.f64('time', spec.count);
    for (const [i, reader] of this.readers.entries()) world.stores.streams.ownCopies.push(this.told(reader, i));
    world.stores.offerReads(source.store, (from) => this.answered(from));
  }

  private declare(i: number, name: string, home: PlaceId, spec: ReadOnlySpec, pace: Pace): Reader {
    const { world, source } = this;
    const { registry } = world.workshop;
    const names = { slot: `${name} catches up`, stream: `${name} rebuild` };
    const random = { law: spec.reattach, stream: `${name} re-attaches` };
    return {
      thing: world.truth.add(name, home, source.whole),
      copy: new Follower(world, source.store, pace, names, () => this.caughtUp(i)),
      lag: registry.draw(`${name} lag`, spec.lag),
      reattach: registry.slot('work', `${name} re-attaches`, () => this.consider(i), 0, random),
    };
  }

  /** `primaries` are the places where the primary may come to stand. */
  wire(primaries: readonly PlaceId[]): void {
    const { truth, sight } = this.world;
    for (const [i, { thing }] of this.readers.entries()) {
      truth.watch(thing, () => this.changed(i));
      for (const place of new Set(primaries)) sight.watch(place, truth.home(thing), () => this.changed(i));
    }
  }

  private told({ thing }: Reader, i: number): OwnCopy {
    const { store } = this.source;
    return { store, things: [thing], how: 'asynchronous', behind: () => this.behind(i) };
  }

  private lives({ thing }: Reader): boolean {
    return serves(this.world.truth.manner[thing]!);
  }

  private reached({ thing }: Reader): boolean {
    return this.world.sight.reaches(this.source.primaryHome(), this.world.truth.home(thing)) === 1;
  }

  /** A node is lost or back, or the way to it is. */
  private changed(i: number): void {
    const reader = this.readers[i]!;
    if (!this.lives(reader)) this.away[i] = AWAY;
    if (!this.lives(reader) || !this.reached(reader)) this.lose(i);
    else this.consider(i);
    this.source.readsChanged();
  }

  private lose(i: number): void {
    const { copy } = this.readers[i]!;
    if (copy.inStep) {
      this.fell[i] = this.world.clocks.now;
      this.sent[i] = Math.min(this.world.clocks.now, this.frozen[0]!);
    }
    copy.lose();
  }

  private consider(i: number): void {
    const reader = this.readers[i]!;
    const { copy, reattach } = reader;
    if (!copy.lost || !this.source.serving() || this.world.clocks.armed(reattach)) return;
    if (this.lives(reader) && this.reached(reader)) copy.catchUp(!this.disks.hold(i));
  }

  private caughtUp(i: number): void {
    this.away[i] = 0;
    this.disks.fill(i);
    this.source.readsChanged();
  }

  /** The primary is lost: nothing arrives any more. */
  freeze(): void {
    this.frozen[0] = Math.min(this.frozen[0]!, this.world.clocks.now);
    for (const { copy } of this.readers) copy.stay();
  }

  /** The primary serves again, without a switch. */
  resume(): void {
    this.frozen[0] = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.readers.length; i++) this.consider(i);
  }

  /** Another primary serves: each node has to be pointed at it. */
  exchanged(): void {
    for (const [i, { reattach }] of this.readers.entries()) {
      this.lose(i);
      this.world.clocks.start(reattach);
    }
    this.frozen[0] = Number.POSITIVE_INFINITY;
  }

  private usable(reader: Reader, i: number): boolean {
    return this.away[i] === 0 && this.lives(reader);
  }

  /** The share of reads from a place that these nodes answer: all, if one that works is in reach. */
  private answered(from: PlaceId): number {
    const { truth, sight } = this.world;
    let best = 0;
    for (const [i, reader] of this.readers.entries()) {
      const { thing } = reader;
      if (!this.usable(reader, i) || sight.reaches(from, truth.home(thing)) === 0) continue;
      best = Math.max(best, truth.manner[thing] === GRAY ? 1 - truth.share[thing]! : 1);
    }
    return best;
  }

  /** Whether one of them answers reads, from wherever it is in reach. */
  get answering(): boolean {
    return this.readers.some((reader, i) => this.usable(reader, i));
  }

  /** How far the freshest of those that answer is behind the last acknowledged write. */
  staleness(): Us {
    const ages = this.readers.flatMap((reader, i) => (this.usable(reader, i) ? [this.behind(i)] : []));
    return Math.min(...ages) as Us;
  }

  /** What was on its way to a node when it was cut off has not come; what it works off by log has. */
  private behind(i: number): Us {
    const { clocks, stores } = this.world;
    const { copy, lag } = this.readers[i]!;
    const last = stores.lastWrite(this.source.store, clocks.now);
    return underWay(
      last,
      copy.inStep ? Math.min(clocks.now, this.frozen[0]!) : this.sentTo(i, last),
      clocks.sample(lag),
    ).age;
  }

  private sentTo(i: number, last: Us): number {
    const position = last - this.readers[i]!.copy.behind();
    return position > this.fell[i]! ? position : this.sent[i]!;
  }
}
