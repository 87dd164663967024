import type { DnsAnswer } from './schema.ts';

/** A set of answers as bits, by the order of the scenario's answers. */
export type Mask = number;
export const MAX_ANSWERS = 30;
/** What users hold whose answer has expired while the name's servers are lost. */
export const NO_ANSWER: Mask = -2;

/** The weights that a name gives: those of the answers in a set, of the best priority, normalised. */
export class AnswerTable {
  readonly count: number;
  private readonly answers: readonly DnsAnswer[];
  private readonly known = new Map<Mask, Float64Array>();

  constructor(answers: readonly DnsAnswer[]) {
    this.answers = answers;
    this.count = answers.length;
    this.known.set(NO_ANSWER, new Float64Array(answers.length));
  }

  get all(): Mask {
    return 2 ** this.count - 1;
  }

  /**
   * The share of each answer, summing to 1; all answers share when the set is empty: a name whose servers work always
   * answers. All zero for {@link NO_ANSWER}.
   */
  weights(mask: Mask): Float64Array {
    const known = this.known.get(mask);
    if (known !== undefined) return known;
    const fresh = this.compute(mask === 0 ? this.all : mask);
    this.known.set(mask, fresh);
    return fresh;
  }

  private compute(mask: Mask): Float64Array {
    const inside = this.answers.map((_, i) => (mask >> i) % 2 === 1);
    const best = Math.min(...this.answers.filter((_, i) => inside[i]).map((answer) => answer.priority));
    const raw = this.answers.map((answer, i) => (inside[i] && answer.priority === best ? answer.weight : 0));
    const total = raw.reduce((sum, weight) => sum + weight, 0);
    return Float64Array.from(raw, (weight) => weight / total);
  }
}
