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

/** Links, or streams, that fit into the bits of a number. */
const MOST_BITS = 30;
/** Divisions that are remembered. */
const MOST_REMEMBERED = 256;
const UNTOLD = -1;

/**
 * Remembers divisions by the streams that flow and the links that work, as long as streams have their ends where they had: the same few
 * links and databases fail again and again, and finding every way anew took a tenth of the time where sites are joined by lines. Nothing
 * here is state.
 */
export class Divisions {
  private readonly links: readonly Link[];
  private readonly truth: Truth;
  /** By the streams that flow, then by the links that work. */
  private readonly known = new Map<number, Map<number, Division>>();
  private remembered = 0;
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
    const flows = flowing.length > MOST_BITS ? 0 : bitsOf(flowing);
    const known = this.known.get(flows)?.get(working);
    if (known !== undefined) return known;
    const division = fresh();
    this.remember(flows, working, division);
    return division;
  }

  private remember(flows: number, working: number, division: Division): void {
    if (this.remembered === MOST_REMEMBERED) return;
    this.remembered += 1;
    const same = this.known.get(flows) ?? new Map<number, Division>();
    this.known.set(flows, same.set(working, division));
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

  private forgetOthers(from: Int32Array, to: Int32Array, flowing: Uint8Array): void {
    const told = flowing.length <= MOST_BITS || alike(flowing, this.flowing);
    if (told && alike(from, this.from) && alike(to, this.to)) return;
    this.known.clear();
    this.remembered = 0;
    this.from.set(from);
    this.to.set(to);
    this.flowing.set(flowing);
  }
}

function bitsOf(flowing: Uint8Array): number {
  let bits = 0;
  for (let stream = 0; stream < flowing.length; stream++) bits |= flowing[stream]! << stream;
  return bits;
}

function alike(one: Int32Array | Uint8Array, other: Int32Array | Uint8Array): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
