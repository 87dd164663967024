import type { Arena } from '../engine/index.ts';
import type { Link } from './links.ts';
import { type Manner, SILENT, serves } from './manner.ts';
import { Network } from './network.ts';
import type { PlaceId, Places } from './places.ts';
import type { Thing, Truth } from './truth.ts';
import type { Watcher } from './watchers.ts';

/** Sets of working links whose reach is remembered. */
const MOST_REMEMBERED = 256;
const UNKNOWN = -1;
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
  /** What sets of working links join, each one once: the same few links fail again and again. */
  private readonly pictures: Uint8Array<ArrayBuffer>[] = [];
  /** The picture of each set of working links, by its number. */
  private readonly known = new Map<number | string, number>();
  /** The number of the present one, where it has one: most links that fail have another beside them, and change nothing. */
  private picture!: Int32Array;
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
    this.picture = arena.i32('memo', 1).fill(UNKNOWN);
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
    const set = this.workingLinks();
    const known = this.known.get(set) ?? this.paint(set);
    if (known !== UNKNOWN && known === this.picture[0]) return;
    this.picture[0] = known;
    if (!this.join(known === UNKNOWN ? this.joinedNow() : this.pictures[known]!)) return;
    this.onChange();
    const { before, reach } = this;
    for (const { from, to, watchers } of this.watched.values()) {
      const pair = from * this.size + to;
      if (before[pair] !== reach[pair]) for (const { watcher, i } of watchers) watcher(i);
    }
  }

  /** Takes over which pairs are joined; whether that is any news. */
  private join(joined: Uint8Array): boolean {
    const { before, reach } = this;
    before.set(reach);
    reach.set(joined);
    return joined.some((reaches, pair) => reaches !== before[pair]);
  }

  /** The number of what a set of links joins, the present one; none where too many are remembered. */
  private paint(set: number | string): number {
    if (this.known.size === MOST_REMEMBERED) return UNKNOWN;
    const joined = this.joinedNow();
    const alike = this.pictures.findIndex((one) => one.every((reaches, pair) => reaches === joined[pair]));
    const number = alike < 0 ? this.pictures.push(joined) - 1 : alike;
    this.known.set(set, number);
    return number;
  }

  /** Which pairs working links join. */
  private joinedNow(): Uint8Array<ArrayBuffer> {
    return this.network!.over(this.links.filter((link) => serves(this.truth.manner[link.thing]!)));
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
