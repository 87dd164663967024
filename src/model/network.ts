import { type Line, sameEnd } from './links.ts';
import { INTERNET, type PlaceId, type Places } from './places.ts';

/**
 * Which places reach one another while some of the links work. Places between which no link is declared are joined by a
 * network that never fails; places joined by declared links reach one another while one chain of them works. The internet carries
 * no transit, and the way out of a place (`egress`) is nobody else's. A link of a region leads out of it: it joins no two zones of
 * that region.
 */
export class Network<L extends Line> {
  private readonly places: Places;
  /** Pairs that lie inside one end of some link, and are joined by others. */
  private readonly neighbours: readonly (readonly [from: PlaceId, to: PlaceId])[];
  /** Pairs that declared links join. */
  private readonly governed: Uint8Array;

  /** All places and `links` must have been declared. */
  constructor(places: Places, links: readonly L[]) {
    this.places = places;
    const sharing = this.sharingAnEnd(links);
    this.governed = this.connect(links, sharing);
    this.neighbours = sharing.filter(([from, to]) => this.governed[from * places.count + to] === 1);
  }

  /** 1 for each pair of places, in rows by the first, that reach each other while of all links only `working` ones do. */
  over(working: readonly L[]): Uint8Array<ArrayBuffer> {
    return this.connect(working, this.neighbours).map((joined, pair) => (this.governed[pair] === 0 ? 1 : joined));
  }

  /** Which pairs of places are joined by chains of `links`. */
  private connect(links: readonly L[], neighbours: readonly (readonly [PlaceId, PlaceId])[]): Uint8Array<ArrayBuffer> {
    const size = this.places.count;
    const joined = new Uint8Array(size * size);
    for (let from = 0; from < size; from++) {
      for (const to of this.reachableOver(links, from)) joined[from * size + to] = 1;
      joined[from * size + from] = 1;
    }
    for (const [from, to] of neighbours) {
      const between = links.filter((link) => !sameEnd(link, from, to, this.places));
      joined[from * size + to] = this.reachableOver(between, from).has(to) ? 1 : 0;
    }
    return joined;
  }

  private sharingAnEnd(links: readonly L[]): (readonly [PlaceId, PlaceId])[] {
    const all = Array.from({ length: this.places.count }, (_, place) => place);
    const share = (one: PlaceId, other: PlaceId) => links.some((link) => sameEnd(link, one, other, this.places));
    return all.flatMap((from) => all.filter((to) => to !== from && share(from, to)).map((to) => [from, to] as const));
  }

  private reachableOver(links: readonly L[], from: PlaceId): Set<PlaceId> {
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
