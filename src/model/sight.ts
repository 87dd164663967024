import type { Arena } from '../engine/index.ts';
import type { Link } from './links.ts';
import { type Manner, SILENT, serves } from './manner.ts';
import { Network } from './network.ts';
import type { PlaceId, Places } from './places.ts';
import type { Thing, Truth } from './truth.ts';
import type { Watcher } from './watchers.ts';

/** Sets of working links whose reach is remembered. */
const MOST_REMEMBERED = 256;
const MOST_BITS = 30;

/** What can be reached from where, as links fail and come back. */
export class Sight {
  private readonly places: Places;
  private readonly truth: Truth;
  readonly links: Link[] = [];
  private readonly watched = new Map<
    string,
    { from: PlaceId; to: PlaceId; watchers: { readonly watcher: Watcher; readonly i: number }[] }
  >();
  /** What each set of working links joins; worked out once, because the same few links fail again and again. */
  private readonly joined = new Map<number | string, Uint8Array<ArrayBuffer>>();
  private network: Network<Link> | undefined;
  private reach!: Uint8Array;
  /** What {@link reach} was before the last change of a link. */
  private before!: Uint8Array;
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
    this.network = new Network(this.places, this.links);
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
    const { reach } = this;
    let news = false;
    for (let pair = 0; pair < reach.length; pair++) {
      if (working[pair] === reach[pair]) continue;
      reach[pair] = working[pair]!;
      news = true;
    }
    return news;
  }

  /** Which pairs working links join. */
  private joinedNow(): Uint8Array<ArrayBuffer> {
    const key = this.workingLinks();
    const known = this.joined.get(key);
    if (known !== undefined) return known;
    const joined = this.network!.over(this.links.filter((link) => serves(this.truth.manner[link.thing]!)));
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
}
