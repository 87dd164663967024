import type { Link } from './links.ts';
import { serves } from './manner.ts';
import type { Truth } from './truth.ts';

/** A stream keeps the delay of its last way. */
export const KEPT = -1;

/** How streams share the links, which follows from where they flow and which links work. */
export interface Division {
  /** Bytes a second, by stream. */
  readonly shares: Float64Array;
  /** One way, µs, by stream, or {@link KEPT}. */
  readonly delays: Float64Array;
  /** How many streams flow over each link. */
  readonly users: Int32Array;
  /** What one more flow would get, bytes a second, by the pair of its ends, as far as it has been asked for. */
  readonly rooms: Map<number, number>;
}

/** Links that fit into the bits of a number. */
const MOST_BITS = 30;
/** Divisions that are remembered: a power of two. One that collides ousts the other. */
const REMEMBERED = 256;
const UNTOLD = -1;

const mix = (hash: number, word: number): number => {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};

/**
 * Remembers divisions by the routes of the streams and the links that work: the same few links and databases fail again and again, and
 * finding every way anew took a third of the time where sites are joined by lines. Nothing here is state.
 */
export class Divisions {
  private readonly links: readonly Link[];
  private readonly truth: Truth;
  private readonly known: (Division | undefined)[] = Array.from({ length: REMEMBERED });
  /** For what each was worked out: the links that worked, then the route of each stream. */
  private readonly rows: Int32Array;
  private readonly width: number;

  constructor(links: readonly Link[], truth: Truth, streams: number) {
    this.links = links;
    this.truth = truth;
    this.width = 1 + streams;
    this.rows = new Int32Array(REMEMBERED * this.width);
  }

  /** The division among streams of these `routes`, a number each; worked out by `fresh` where it is not known. */
  of(routes: Int32Array, fresh: () => Division): Division {
    const working = this.working();
    if (working === UNTOLD) return fresh();
    const place = placeOf(working, routes);
    const known = this.known[place];
    if (known !== undefined && this.isOf(place, working, routes)) return known;
    const division = fresh();
    this.known[place] = division;
    this.rows[place * this.width] = working;
    this.rows.set(routes, place * this.width + 1);
    return division;
  }

  private isOf(place: number, working: number, routes: Int32Array): boolean {
    const { rows } = this;
    const row = place * this.width;
    if (rows[row] !== working) return false;
    for (let stream = 0; stream < routes.length; stream++) if (rows[row + 1 + stream] !== routes[stream]) return false;
    return true;
  }

  /** The links that work, as bits; a slow one carries what its fault leaves, which no bit tells. */
  private working(): number {
    const { links, truth } = this;
    if (links.length > MOST_BITS) return UNTOLD;
    let bits = 0;
    for (let link = 0; link < links.length; link++) {
      const { thing } = links[link]!;
      if (truth.factor[thing]! > 1) return UNTOLD;
      if (serves(truth.manner[thing]!)) bits |= 1 << link;
    }
    return bits;
  }
}

function placeOf(working: number, routes: Int32Array): number {
  let hash = working;
  for (let stream = 0; stream < routes.length; stream++) hash = mix(hash, routes[stream]!);
  return hash & (REMEMBERED - 1);
}
