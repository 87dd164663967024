import type { Entry, Situation, Verdict } from '../model/index.ts';

const NOTHING = -1;
/** The place of a situation of which nothing is kept. */
export const NOWHERE = -1;
/** Outcomes of which one is known to be met again. */
const OUTCOMES = 1024;
/** What nothing is known of: no outcome is the same as this one. */
export const NO_OUTCOME = -1;

/**
 * What service came to in situations that have been met before: the share of each workload that was served, the writes that
 * each store took, and how many attempts users made then. It stands beside the columns and decides nothing: whoever does not
 * find a situation here evaluates it, to the same bits.
 */
export class Memory {
  private readonly situation: Situation;
  private readonly served: Float64Array;
  private readonly rates: Float64Array;
  /** Entries at which users come in who retry. */
  private readonly retried: readonly Entry[];
  /** By place: the situation that it tells of, and the one to which the attempts of that lead. */
  private readonly numbers: Int32Array;
  private readonly next: Int32Array;
  /** By place: which outcome its row is. The same number stands for equal rows only; equal rows may have several. */
  private readonly outcomes: Int32Array;
  private outcomesMet = 0;
  /** Rows of numbers: served, rates, attempts. */
  private readonly rows: Float64Array;
  private readonly halves: Int32Array;
  /** By hash: a place whose row has it. */
  private readonly known = new Int32Array(OUTCOMES).fill(NOTHING);
  private readonly width: number;
  /** By place: the situation that verdicts are for, and the one whose evaluation they rest on. */
  private readonly judged: Int32Array;
  private readonly grounds: Int32Array;
  private readonly verdicts: (Verdict | undefined)[];

  /** `served` and `rates` are what an evaluation writes. */
  constructor(situation: Situation, served: Float64Array, rates: Float64Array, retried: readonly Entry[]) {
    this.situation = situation;
    this.served = served;
    this.rates = rates;
    this.retried = retried;
    this.width = served.length + rates.length + retried.reduce((sum, { attempts }) => sum + attempts.told, 0);
    this.numbers = new Int32Array(situation.kept).fill(NOTHING);
    this.next = new Int32Array(situation.kept);
    this.outcomes = new Int32Array(situation.kept);
    this.rows = new Float64Array(situation.kept * this.width);
    this.halves = new Int32Array(this.rows.buffer);
    this.judged = new Int32Array(situation.kept).fill(NOTHING);
    this.grounds = new Int32Array(situation.kept);
    this.verdicts = new Array<Verdict | undefined>(situation.kept * served.length).fill(undefined);
  }

  /** What the largest loss of a workload died on, where {@link judge} has kept that for the present situation. */
  verdict(workload: number, evaluated: number): Verdict | undefined {
    const place = this.judgedPlace(evaluated);
    return place < 0 ? undefined : this.verdicts[place * this.served.length + workload];
  }

  /** `evaluated` is the situation whose evaluation the verdict rests on: attempts may have led on from there. */
  judge(workload: number, verdict: Verdict, evaluated: number): void {
    const now = this.situation.number();
    if (now < 0 || evaluated < 0) return;
    const width = this.served.length;
    const place = this.situation.placeOf(now);
    if (this.judgedPlace(evaluated) < 0) this.verdicts.fill(undefined, place * width, (place + 1) * width);
    this.judged[place] = now;
    this.grounds[place] = evaluated;
    this.verdicts[place * width + workload] = verdict;
  }

  private judgedPlace(evaluated: number): number {
    const now = this.situation.number();
    const place = this.situation.placeOf(now);
    return now >= 0 && this.judged[place] === now && this.grounds[place] === evaluated ? place : NOTHING;
  }

  /** Where it is kept what an evaluation of the situation `number` comes to; {@link NOWHERE} where that is not known. */
  placeOf(number: number): number {
    if (number < 0) return NOWHERE;
    const place = this.situation.placeOf(number);
    return this.numbers[place] === number ? place : NOWHERE;
  }

  /** Which outcome is kept at a place. */
  outcomeAt(place: number): number {
    return place === NOWHERE ? NO_OUTCOME : this.outcomes[place]!;
  }

  /** Whether the situation of a place stays as it is: retries do not lead on from it to another one. */
  rests(place: number): boolean {
    return this.next[place] === this.numbers[place];
  }

  /** Writes down what an evaluation of the situation `number` has come to; returns where. */
  keep(number: number): number {
    const next = this.situation.number();
    if (number < 0 || next < 0) return NOWHERE;
    const place = this.situation.placeOf(number);
    this.numbers[place] = number;
    this.next[place] = next;
    let at = place * this.width;
    for (const share of this.served) this.rows[at++] = share;
    for (const rate of this.rates) this.rows[at++] = rate;
    for (const { attempts } of this.retried) at = attempts.copyTo(this.rows, at);
    this.outcomes[place] = this.numberOf(place);
    return place;
  }

  /** Does what is left to do where the outcome is the same as before: users go on as they did. */
  goOn(): void {
    for (let i = 0; i < this.retried.length; i++) this.retried[i]!.attempts.resume(true);
  }

  /** The number of an outcome: that of an equal row, if one is known, else a fresh one. */
  private numberOf(place: number): number {
    const slot = this.hash(place) & (OUTCOMES - 1);
    const other = this.known[slot]!;
    if (other !== NOTHING && other !== place && this.alike(place, other)) return this.outcomes[other]!;
    this.known[slot] = place;
    return this.outcomesMet++;
  }

  private hash(place: number): number {
    let hash = 0;
    for (let i = 2 * place * this.width; i < 2 * (place + 1) * this.width; i++) {
      hash = Math.imul(hash ^ this.halves[i]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  private alike(place: number, other: number): boolean {
    const { rows, width } = this;
    for (let i = 0; i < width; i++) if (rows[place * width + i] !== rows[other * width + i]) return false;
    return true;
  }

  /** Does what an evaluation of the situation of a place would do. */
  recall(place: number): void {
    const { served, rates, rows } = this;
    let at = place * this.width;
    for (let i = 0; i < served.length; i++) served[i] = rows[at++]!;
    for (let i = 0; i < rates.length; i++) rates[i] = rows[at++]!;
    if (this.retried.length > 0) this.retry(place, at);
  }

  private retry(place: number, first: number): void {
    let at = first;
    for (let i = 0; i < this.retried.length; i++) {
      const { attempts } = this.retried[i]!;
      attempts.resume(true);
      at = attempts.copyFrom(this.rows, at);
    }
    this.situation.leadTo(this.next[place]!);
  }
}
