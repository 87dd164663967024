import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import { type Division, Divisions, KEPT } from './divisions.ts';
import { type Link, sameEnd } from './links.ts';
import { serves } from './manner.ts';
import { INTERNET, type PlaceId, type Places } from './places.ts';
import type { Truth } from './truth.ts';

export type StreamId = number & { readonly __stream?: never };

const NO_LINK = -1;
/** The route of a stream that does not flow. */
const STILL = -1;

/**
 * The ways that streams of data take between places, and what each gets of their bandwidth. A stream takes one way at a time:
 * the widest that works, of equally wide ones the shortest, then the first by name. A link is shared evenly by the streams
 * that flow over it. Places that no declared link joins are joined by a network that is never the bottleneck.
 */
export class Ways {
  private readonly places: Places;
  private readonly truth: Truth;
  private readonly links: readonly Link[];
  private readonly owners: (() => void)[] = [];
  private readonly listeners: (() => void)[] = [];
  /** Of each stream: from where to where it flows, as the number of that pair of places, or {@link STILL}. */
  private routes!: Int32Array;
  private shares!: Float64Array;
  private delays!: Float64Array;
  /** 1 while a stream is to be told that its way takes longer or shorter. */
  private moved!: Uint8Array;
  /** Scratch: places inside each end of each link; how a place is reached best; which links each stream takes. */
  private ends: readonly (readonly [readonly PlaceId[], readonly PlaceId[]])[] = [];
  private width!: Float64Array;
  private delay!: Float64Array;
  private lastLink!: Int32Array;
  private before!: Int32Array;
  private uses!: Uint8Array;
  private cut!: Uint8Array;
  private divisions: Divisions;
  private division!: Division;

  /** `links` may grow until {@link seal}. */
  constructor(places: Places, truth: Truth, links: readonly Link[]) {
    this.places = places;
    this.truth = truth;
    this.links = links;
    this.divisions = new Divisions(links, truth, 0);
  }

  /** Declares a stream; `changed` is called when its share of the way has changed, or how long that takes. */
  add(changed: () => void): StreamId {
    return this.owners.push(changed) - 1;
  }

  seal(arena: Arena): void {
    const [streams, places] = [this.owners.length, this.places.count];
    this.routes = arena.i32('logic', streams).fill(STILL);
    this.shares = arena.f64('memo', streams).fill(Number.POSITIVE_INFINITY);
    this.delays = arena.f64('time', streams);
    this.moved = new Uint8Array(streams);
    this.ends = this.links.map(({ a, b }) => [this.places.below(a), this.places.below(b)]);
    this.width = new Float64Array(places);
    this.delay = new Float64Array(places);
    this.lastLink = new Int32Array(places);
    this.before = new Int32Array(places);
    this.uses = new Uint8Array(streams * this.links.length);
    this.cut = new Uint8Array(streams);
    const users = new Int32Array(this.links.length);
    this.division = { shares: this.shares, delays: this.delays, users, rooms: new Map() };
    this.divisions = new Divisions(this.links, this.truth, streams);
    if (streams > 0) for (const { thing } of this.links) this.truth.watch(thing, () => this.divide());
  }

  /** Says between which places a stream flows now, and whether it does. */
  route(stream: StreamId, from: PlaceId, to: PlaceId, flowing: boolean): void {
    const route = flowing ? from * this.places.count + to : STILL;
    if (this.routes[stream] === route) return;
    this.routes[stream] = route;
    this.divide();
  }

  /** What a stream gets of its way: bytes a second, Infinity where nothing limits it, 0 where no way works. */
  share(stream: StreamId): number {
    return this.shares[stream]!;
  }

  /** How long data is on its way, one way; that of the last way while none works. */
  transit(stream: StreamId): Us {
    return this.delays[stream]! as Us;
  }

  /** Calls `listener` when {@link room} may have changed, whatever its ends. */
  listen(listener: () => void): void {
    this.listeners.push(listener);
    for (const { thing } of this.links) this.truth.watch(thing, listener);
  }

  /** What one more flow would get now, beside those that flow: bytes a second, as {@link share}. */
  room(from: PlaceId, to: PlaceId): number {
    // Those who watch links may ask before the links are divided anew: what is remembered follows from the division that it is kept with.
    const { rooms, users } = this.divisions.of(this.routes, this.afresh);
    const pair = from * this.places.count + to;
    const known = rooms.get(pair);
    if (known !== undefined) return known;
    const room = this.findRoom(from, to, users);
    rooms.set(pair, room);
    return room;
  }

  private findRoom(from: PlaceId, to: PlaceId, users: Int32Array): number {
    if (from === to || !this.search(from, to, false)) return Number.POSITIVE_INFINITY;
    if (!this.search(from, to, true)) return 0;
    let room = Number.POSITIVE_INFINITY;
    for (let at = to; at !== from; at = this.before[at]!) {
      const link = this.lastLink[at]!;
      room = Math.min(room, this.bandwidth(link) / (users[link]! + 1));
    }
    return room;
  }

  /** Divides the links among the streams as things are now, and tells those whose share or delay that changes. */
  private divide(): void {
    const { owners, routes, delays } = this;
    this.division = this.divisions.of(routes, this.afresh);
    for (let stream = 0; stream < owners.length; stream++) {
      const delay = this.division.delays[stream]!;
      if (delay === KEPT || delay === delays[stream]) continue;
      delays[stream] = delay;
      this.moved[stream] = 1;
    }
    // Who is told may move another stream: the links are divided anew then, also for those who are still to be told.
    for (let stream = 0; stream < owners.length; stream++) this.set(stream, this.division.shares[stream]!);
    for (let i = 0; i < this.listeners.length; i++) this.listeners[i]!();
  }

  /** Finds every stream's way anew and divides the links among them. */
  private readonly afresh = (): Division => {
    const streams = this.owners.length;
    const delays = new Float64Array(streams).fill(KEPT);
    const users = new Int32Array(this.links.length);
    this.uses.fill(0);
    for (let stream = 0; stream < streams; stream++) this.cut[stream] = this.find(stream, delays, users) ? 0 : 1;
    const shares = Float64Array.from({ length: streams }, (_, stream) => this.narrowest(stream, users));
    return { shares, delays, users, rooms: new Map() };
  };

  private narrowest(stream: StreamId, users: Int32Array): number {
    const { links } = this;
    let share = this.cut[stream] === 1 ? 0 : Number.POSITIVE_INFINITY;
    for (let link = 0; link < links.length; link++) {
      if (this.uses[stream * links.length + link] === 0) continue;
      share = Math.min(share, this.bandwidth(link) / users[link]!);
    }
    return share;
  }

  /** Of a slow link, what its fault leaves. */
  private bandwidth(link: number): number {
    const { thing, bandwidth } = this.links[link]!;
    return bandwidth / this.truth.factor[thing]!;
  }

  private set(stream: StreamId, share: number): void {
    if (share === this.shares[stream] && this.moved[stream] === 0) return;
    this.moved[stream] = 0;
    this.shares[stream] = share;
    this.owners[stream]!();
  }

  /** Notes which links a stream takes, and that one more uses them; false where declared links should carry it and no chain of them works. */
  private find(stream: StreamId, delays: Float64Array, users: Int32Array): boolean {
    const route = this.routes[stream]!;
    if (route === STILL) return true;
    const [from, to] = [Math.floor(route / this.places.count), route % this.places.count];
    if (from === to || !this.search(from, to, false)) {
      delays[stream] = 0;
      return true;
    }
    if (!this.search(from, to, true)) return false;
    delays[stream] = Math.round(this.delay[to]!);
    for (let at = to; at !== from; at = this.before[at]!) {
      const link = this.lastLink[at]!;
      if (this.uses[stream * this.links.length + link] === 1) continue;
      this.uses[stream * this.links.length + link] = 1;
      users[link]! += 1;
    }
    return true;
  }

  /** Widens the ways from a place until none can be widened; whether one leads to `to`. */
  private search(from: PlaceId, to: PlaceId, working: boolean): boolean {
    this.width.fill(0);
    this.lastLink.fill(NO_LINK);
    this.width[from] = Number.POSITIVE_INFINITY;
    this.delay[from] = 0;
    for (let changed = true; changed; ) {
      changed = false;
      for (let link = 0; link < this.links.length; link++) {
        if (working && !serves(this.truth.manner[this.links[link]!.thing]!)) continue;
        if (sameEnd(this.links[link]!, from, to, this.places)) continue;
        if (this.cross(link, 0) || this.cross(link, 1)) changed = true;
      }
    }
    return this.width[to]! > 0;
  }

  /** Goes over a link from one of its ends; whether some place beyond is reached better so. */
  private cross(link: number, end: 0 | 1): boolean {
    const { latency, egress } = this.links[link]!;
    if (egress) return false;
    const bandwidth = this.bandwidth(link);
    let better = false;
    for (const at of this.ends[link]![end]) {
      if (this.width[at] === 0 || at === INTERNET) continue;
      const width = Math.min(this.width[at]!, bandwidth);
      const delay = this.delay[at]! + latency / 2;
      for (const next of this.ends[link]![1 - end]!) if (this.improve(at, next, link, width, delay)) better = true;
    }
    return better;
  }

  private improve(at: PlaceId, next: PlaceId, link: number, width: number, delay: number): boolean {
    const known = this.width[next]!;
    if (width < known || (width === known && (known === 0 || delay >= this.delay[next]!))) return false;
    this.width[next] = width;
    this.delay[next] = delay;
    this.before[next] = at;
    this.lastLink[next] = link;
    return true;
  }
}
