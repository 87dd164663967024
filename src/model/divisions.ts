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
}

/** Links that fit into the bits of a number. */
const MOST_LINKS = 30;
/** Sets of working links whose division is remembered. */
const MOST_REMEMBERED = 256;
const UNTOLD = -1;

/**
 * Remembers divisions by the set of links that work, as long as streams flow where they did: the same few links fail again and
 * again, and finding every way anew took a tenth of the time where sites are joined by lines. Nothing here is state.
 */
export class Divisions {
  private readonly links: readonly Link[];
  private readonly truth: Truth;
  private readonly known = new Map<number, Division>();
  /** Where the streams flowed when they were worked out. */
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly flowing: Uint8Array;

  constructor(links: readonly Link[], truth: Truth, streams: number) {
    this.links = links;
    this.truth = truth;
    this.from = new Int32Array(streams);
    this.to = new Int32Array(streams);
    this.flowing = new Uint8Array(streams);
  }

  /** The division among streams that flow `from` places `to` places (1 in `flowing`); worked out by `fresh` where it is not known. */
  of(from: Int32Array, to: Int32Array, flowing: Uint8Array, fresh: () => Division): Division {
    const working = this.working();
    if (working === UNTOLD) return fresh();
    this.forgetOthers(from, to, flowing);
    const known = this.known.get(working);
    if (known !== undefined) return known;
    const division = fresh();
    if (this.known.size < MOST_REMEMBERED) this.known.set(working, division);
    return division;
  }

  /** The links that work, as bits; a slow one carries what its fault leaves, which no bit tells. */
  private working(): number {
    const { links, truth } = this;
    if (links.length > MOST_LINKS) return UNTOLD;
    let bits = 0;
    for (let link = 0; link < links.length; link++) {
      const { thing } = links[link]!;
      if (truth.factor[thing]! > 1) return UNTOLD;
      if (serves(truth.manner[thing]!)) bits |= 1 << link;
    }
    return bits;
  }

  private forgetOthers(from: Int32Array, to: Int32Array, flowing: Uint8Array): void {
    if (alike(from, this.from) && alike(to, this.to) && alike(flowing, this.flowing)) return;
    this.known.clear();
    this.from.set(from);
    this.to.set(to);
    this.flowing.set(flowing);
  }
}

function alike(one: Int32Array | Uint8Array, other: Int32Array | Uint8Array): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
