import type { Entry, Situation, Verdict } from '../model/index.ts';

const NOTHING = -1;
/** Where the numbers of a place stand in its row: the situation that it tells of, the one to which the attempts of that lead, */
const NUMBER = 0;
const NEXT = 1;
/** which outcome it is (the same number stands for equal outcomes only; equal ones may have several), */
const OUTCOME = 2;
/** and the situation that verdicts are for, and the one whose evaluation they rest on. */
const JUDGED = 3;
const GROUNDS = 4;
const ROW = 8;
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
  private readonly places: Int32Array;
  private outcomesMet = 0;
  /** Rows of numbers: served, rates, attempts. */
  private readonly rows: Float64Array;
  private readonly halves: Int32Array;
  /** By hash: a place whose row has it. */
  private readonly known = new Int32Array(OUTCOMES).fill(NOTHING);
  private readonly width: number;
  private readonly verdicts: (Verdict | undefined)[];

  /** `served` and `rates` are what an evaluation writes. */
  constructor(situation: Situation, served: Float64Array, rates: Float64Array, retried: readonly Entry[]) {
    this.situation = situation;
    this.served = served;
    this.rates = rates;
    this.retried = retried;
    this.width = served.length + rates.length + retried.reduce((sum, { attempts }) => sum + attempts.told, 0);
    this.places = new Int32Array(situation.kept * ROW).fill(NOTHING);
    this.rows = new Float64Array(situation.kept * this.width);
    this.halves = new Int32Array(this.rows.buffer);
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
    this.places[place * ROW + JUDGED] = now;
    this.places[place * ROW + GROUNDS] = evaluated;
    this.verdicts[place * width + workload] = verdict;
  }

  private judgedPlace(evaluated: number): number {
    const now = this.situation.number();
    const place = this.situation.placeOf(now);
    const row = place * ROW;
    const known = now >= 0 && this.places[row + JUDGED] === now && this.places[row + GROUNDS] === evaluated;
    return known ? place : NOTHING;
  }

  /** Where it is kept what an evaluation of the situation `number` comes to; {@link NOWHERE} where that is not known. */
  placeOf(number: number): number {
    if (number < 0) return NOWHERE;
    const { places, situation } = this;
    const place = situation.placeOf(number);
    if (places[place * ROW + NUMBER] !== number) return NOWHERE;
    const next = places[place * ROW + NEXT]!;
    return next === number || situation.keeps(next) ? place : NOWHERE;
  }

  /** Which outcome is kept at a place; none at {@link NOWHERE}. */
  outcomeAt(place: number): number {
    return place === NOWHERE ? NO_OUTCOME : this.places[place * ROW + OUTCOME]!;
  }

  /** Whether the situation of a place stays as it is: retries do not lead on from it to another one. */
  rests(place: number): boolean {
    return this.places[place * ROW + NEXT] === this.places[place * ROW + NUMBER];
  }

  /** Writes down what an evaluation of the situation `number` has come to; returns where. */
  keep(number: number): number {
    const next = this.situation.number();
    if (number < 0 || next < 0) return NOWHERE;
    const place = this.situation.placeOf(number);
    this.places[place * ROW + NUMBER] = number;
    this.places[place * ROW + NEXT] = next;
    let at = place * this.width;
    for (const share of this.served) this.rows[at++] = share;
    for (const rate of this.rates) this.rows[at++] = rate;
    for (const { attempts } of this.retried) at = attempts.copyTo(this.rows, at);
    this.places[place * ROW + OUTCOME] = this.numberOf(place);
    return place;
  }

  /** Before an outcome is recalled: users go on as they did. All that is left to do where it is the same as before. */
  goOn(): void {
    for (let i = 0; i < this.retried.length; i++) this.retried[i]!.attempts.resume(true);
  }

  /** The number of an outcome: that of an equal row, if one is known, else a fresh one. */
  private numberOf(place: number): number {
    const slot = this.hash(place) & (OUTCOMES - 1);
    const other = this.known[slot]!;
    if (other !== NOTHING && other !== place && this.alike(place, other)) return this.places[other * ROW + OUTCOME]!;
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
    this.goOn();
    if (this.rests(place)) return;
    let at = first;
    for (let i = 0; i < this.retried.length; i++) at = this.retried[i]!.attempts.copyFrom(this.rows, at);
    this.situation.leadTo(this.places[place * ROW + NEXT]!);
  }
}
