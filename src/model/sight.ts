import type { Arena } from '../engine/index.ts';
import { type Link, sameEnd } from './links.ts';
import { type Manner, SILENT, serves } from './manner.ts';
import { INTERNET, type PlaceId, type Places } from './places.ts';
import type { Thing, Truth } from './truth.ts';
import type { Watcher } from './watchers.ts';

/** Sets of working links whose reach is remembered. */
const MOST_REMEMBERED = 256;
const MOST_BITS = 30;

/**
 * What can be reached from where. Places between which no link is declared are joined by a network that never fails;
 * places joined by declared links reach one another while one chain of them works. The internet carries no transit, and the
 * way out of a place (`egress`) is nobody else's. A link of a region leads out of it: it joins no two zones of that region.
 */
export class Sight {
  private readonly places: Places;
  private readonly truth: Truth;
  readonly links: Link[] = [];
  private readonly watched = new Map<
    string,
    { from: PlaceId; to: PlaceId; watchers: { readonly watcher: Watcher; readonly i: number }[] }
  >();
  /** Pairs that lie inside one end of some link, and are joined by others. */
  private neighbours: readonly (readonly [from: PlaceId, to: PlaceId])[] = [];
  private readonly joined = new Map<number | string, Uint8Array<ArrayBuffer>>();
  private governed = new Uint8Array(0);
  private reach = new Uint8Array(0);
  /** What {@link reach} was before the last change of a link. */
  private before = new Uint8Array(0);
  private size = 0;
  private onChange: () => void = () => {};

  constructor(places: Places, truth: Truth) {
    this.places = places;
    this.truth = truth;
  }

  addLink(link: Link): void {
    this.links.push(link);
    this.truth.watch(link.thing, () => this.refresh());
  }

  /** Calls `listener` whenever anything comes into or goes out of reach of anything, before whoever watches a pair. */
  listen(listener: () => void): void {
    this.onChange = listener;
  }

  /** Calls `watcher` with `i` when `to` comes into or goes out of reach of `from`. */
  watch(from: PlaceId, to: PlaceId, watcher: Watcher, i = 0): void {
    const key = `${from} ${to}`;
    const entry = this.watched.get(key) ?? { from, to, watchers: [] };
    entry.watchers.push({ watcher, i });
    this.watched.set(key, entry);
  }

  seal(arena: Arena): void {
    this.size = this.places.count;
    this.reach = arena.u8('memo', this.size * this.size).fill(1);
    this.before = new Uint8Array(this.reach.length);
    this.neighbours = this.sharingAnEnd();
    this.governed = this.connect(this.links);
    this.neighbours = this.neighbours.filter(([from, to]) => this.governed[from * this.size + to] === 1);
  }

  /** Whether `to` is in reach of `from`: 1 or 0. */
  reaches(from: PlaceId, to: PlaceId): number {
    return this.reach[from * this.size + to]!;
  }

  /** How a thing looks from a place: out of reach is silent, whatever the truth there. */
  manner(from: PlaceId, thing: Thing): Manner {
    return this.reaches(from, this.truth.place[thing]!) === 1 ? this.truth.manner[thing]! : SILENT;
  }

  /** Recomputes who reaches whom, and tells those for whom it changed. */
  private refresh(): void {
    const { before, reach } = this;
    before.set(reach);
    if (!this.join(this.joinedNow())) return;
    this.onChange();
    for (const { from, to, watchers } of this.watched.values()) {
      const pair = from * this.size + to;
      if (before[pair] !== reach[pair]) for (const { watcher, i } of watchers) watcher(i);
    }
  }

  /** Takes over which pairs are joined; whether that is any news. */
  private join(working: Uint8Array): boolean {
    const { governed, reach } = this;
    let news = false;
    for (let pair = 0; pair < reach.length; pair++) {
      const joined = governed[pair] === 0 || working[pair] === 1 ? 1 : 0;
      if (joined === reach[pair]) continue;
      reach[pair] = joined;
      news = true;
    }
    return news;
  }

  /** Which pairs of places are joined by chains of `links`. */
  private connect(links: readonly Link[]): Uint8Array<ArrayBuffer> {
    const joined = new Uint8Array(this.size * this.size);
    for (let from = 0; from < this.size; from++) {
      for (const to of this.reachableOver(links, from)) joined[from * this.size + to] = 1;
      joined[from * this.size + from] = 1;
    }
    for (const [from, to] of this.neighbours) {
      const between = links.filter((link) => !sameEnd(link, from, to, this.places));
      joined[from * this.size + to] = this.reachableOver(between, from).has(to) ? 1 : 0;
    }
    return joined;
  }

  /** Which pairs working links join; worked out once for each set of them, because the same few links fail again and again. */
  private joinedNow(): Uint8Array<ArrayBuffer> {
    const key = this.workingLinks();
    const known = this.joined.get(key);
    if (known !== undefined) return known;
    const joined = this.connect(this.links.filter((link) => serves(this.truth.manner[link.thing]!)));
    if (this.joined.size < MOST_REMEMBERED) this.joined.set(key, joined);
    return joined;
  }

  /** The set of links that work: as bits where there are few enough. */
  private workingLinks(): number | string {
    const { links, truth } = this;
    if (links.length > MOST_BITS) return links.map(({ thing }) => (serves(truth.manner[thing]!) ? 1 : 0)).join('');
    let bits = 0;
    for (let i = 0; i < links.length; i++) if (serves(truth.manner[links[i]!.thing]!)) bits |= 1 << i;
    return bits;
  }

  private sharingAnEnd(): (readonly [PlaceId, PlaceId])[] {
    const all = Array.from({ length: this.size }, (_, place) => place);
    const share = (one: PlaceId, other: PlaceId) => this.links.some((link) => sameEnd(link, one, other, this.places));
    return all.flatMap((from) => all.filter((to) => to !== from && share(from, to)).map((to) => [from, to] as const));
  }

  private reachableOver(links: readonly Link[], from: PlaceId): Set<PlaceId> {
    const seen = new Set<PlaceId>([from]);
    const queue: PlaceId[] = [from];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (at === INTERNET && from !== INTERNET) continue;
      for (const { a, b, egress } of links) {
        if (egress) {
          this.leave(from, a, b, seen);
          this.leave(from, b, a, seen);
          continue;
        }
        if (this.places.within(at, a)) this.enter(b, seen, queue);
        if (this.places.within(at, b)) this.enter(a, seen, queue);
      }
    }
    return seen;
  }

  /** Over a way out: only for who stands at its end, and only up to the other one. */
  private leave(from: PlaceId, end: PlaceId, other: PlaceId, seen: Set<PlaceId>): void {
    if (this.places.within(from, end)) for (const inner of this.places.below(other)) seen.add(inner);
  }

  private enter(place: PlaceId, seen: Set<PlaceId>, queue: PlaceId[]): void {
    for (const inner of this.places.below(place)) {
      if (!seen.has(inner)) {
        seen.add(inner);
        queue.push(inner);
      }
    }
  }
}
