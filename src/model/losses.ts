import { IDLE, type Phase } from './phases.ts';
import type { Thing } from './thing.ts';

/** On what the largest loss dies, which the situation determines; the phase is {@link IDLE} where it is that of whoever works on the thing. */
export interface Verdict {
  readonly thing: Thing;
  readonly phase: Phase;
}

const NOBODY: Thing = -1;

/** Requests of one workload that are not served, by the thing on which they die. */
export class Losses {
  /** Requests a second, by thing. */
  private readonly amounts: Float64Array;
  /** Of these, what is known to be in another phase than that of who works on the thing; and which. */
  private readonly known: Float64Array;
  private readonly phases: Uint8Array;
  private readonly touched: Thing[] = [];

  constructor(things: number) {
    this.amounts = new Float64Array(things);
    this.known = new Float64Array(things);
    this.phases = new Uint8Array(things);
  }

  /**
   * Books requests that die on a thing. Who books it may know the phase: short capacity is overload, a withdrawn answer in
   * old caches is propagation. Else it is that of whoever works on the thing.
   */
  add(thing: Thing, amount: number, phase: Phase): void {
    if (amount <= 0) return;
    if (this.amounts[thing] === 0) this.touched.push(thing);
    this.amounts[thing]! += amount;
    if (phase === IDLE) return;
    this.known[thing]! += amount;
    this.phases[thing] = phase;
  }

  /** The thing on which most died, and its phase where that is known; clears the books. */
  worst(): Verdict {
    let thing = NOBODY;
    let most = 0;
    let phase = IDLE;
    for (const candidate of this.touched) {
      const loss = this.amounts[candidate]!;
      if (loss > most || (loss === most && candidate < thing)) {
        most = loss;
        thing = candidate;
        phase = this.known[candidate]! * 2 > loss ? this.phases[candidate]! : IDLE;
      }
      this.amounts[candidate] = 0;
      this.known[candidate] = 0;
    }
    this.touched.length = 0;
    return { thing, phase };
  }
}
