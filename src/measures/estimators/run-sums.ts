import type { Interval } from './interval.ts';
import { ENDLESS, lower, upper } from './scatter.ts';
import type { Tape } from './tape.ts';

/**
 * What single replications have added to a sum of what is never negative: as much as the interval of the sum takes. Replications
 * that add nothing cost nothing. Sums of consecutive blocks, merged in their order, are the same whoever ran them.
 */
export class RunSums {
  /** Replications that added anything. */
  seen = 0;
  /** Of what each of them added; the most that one did. */
  squares = 0;
  largest = 0;
  /** Of what each of them added and what stands beside it: what it is a share of. */
  products = 0;

  /** What one replication adds to the sum, and to what the sum is a share of. */
  add(value: number, beside = 0): void {
    if (value === 0) return;
    this.seen += 1;
    this.squares += value * value;
    this.products += value * beside;
    if (value > this.largest) this.largest = value;
  }

  merge(later: RunSums): void {
    this.seen += later.seen;
    this.squares += later.squares;
    this.products += later.products;
    this.largest = Math.max(this.largest, later.largest);
  }

  /** To or from a tape. */
  code(tape: Tape): void {
    this.seen = tape.number(this.seen);
    this.squares = tape.number(this.squares);
    this.products = tape.number(this.products);
    this.largest = tape.number(this.largest);
  }
}

/** What the interval of a sum takes of what replications added to it. */
export type SeenAmounts = Pick<RunSums, 'seen' | 'squares' | 'largest'>;

/** A sum, what single replications added to it, and how many replications there were. */
export interface RunTotal<Sums = RunSums> {
  readonly total: number;
  readonly sums: Sums;
  readonly runs: number;
  /** It counts events, whose size nobody needs to know. */
  readonly counts?: boolean;
}

/** What a sum is told as a share of. */
export type Whole = Pick<RunTotal, 'total' | 'sums'>;

const variance = (squares: number, runs: number): number => (Math.max(0, squares) * runs) / (runs - 1);

/**
 * The interval of a sum of what replications added, each at least 0, few or many of them anything: a gamma law of the mean and
 * variance of the sum (Fay and Feuer, Statistics in Medicine, 1997), of which the upper side counts another replication as bad as
 * the worst and, of amounts, is widened as Student's law asks of so few that were seen. It is never below 0; of equal amounts, few
 * and far between, it is Poisson's, and of many in every replication the normal one. Below two replications nothing bounds it, and
 * where nothing was seen nothing bounds it above.
 */
export function sumInterval(
  { total, sums, runs, counts = false }: RunTotal<SeenAmounts>,
  confidence: number,
): Interval {
  if (sums.seen === 0) return { mean: 0, low: 0, high: null };
  if (runs < 2) return { mean: total, low: null, high: null };
  const scatter = {
    sum: total,
    variance: variance(sums.squares - total ** 2 / runs, runs),
    largest: sums.largest,
    degrees: counts ? ENDLESS : Math.min(sums.seen, runs - 1),
  };
  return { mean: total, low: lower(scatter, confidence), high: upper(scatter, confidence) };
}

/** A sum by how much of something else: the variance is the linearised one (Cochran, Sampling Techniques, 1977, §6.3). */
export function ratioInterval({ total, sums, runs }: RunTotal, by: Whole, confidence: number): Interval {
  if (!(by.total > 0)) return { mean: null, low: null, high: null };
  const mean = total / by.total;
  if (runs < 2) return { mean, low: null, high: null };
  const scatter = {
    sum: total,
    variance: ratioVariance(mean, sums, by.sums, runs),
    largest: sums.largest,
    degrees: Math.min(sums.seen, runs - 1),
  };
  return { mean, low: lower(scatter, confidence) / by.total, high: upper(scatter, confidence) / by.total };
}

/**
 * What share of a whole a sum is, 0 to 1. Above one half the rest has the gamma law, so that a share of all that was seen has a lower
 * bound that says how little that was.
 */
export function shareInterval(part: RunTotal, whole: Whole, confidence: number): Interval {
  const { total, sums, runs } = part;
  const { mean, low, high } = ratioInterval(part, whole, confidence);
  if (mean === null || low === null || high === null) return { mean, low, high };
  if (mean <= 0.5) return { mean, low, high: Math.min(1, high) };
  const rest = {
    sum: Math.max(0, whole.total - total),
    variance: ratioVariance(mean, sums, whole.sums, runs),
    largest: whole.sums.largest,
    degrees: Math.min(whole.sums.seen, runs - 1),
  };
  const left = (bound: number): number => Math.max(0, 1 - bound / whole.total);
  // Where nothing scatters, one minus the rest is rounded otherwise than the share.
  return {
    mean,
    low: Math.min(mean, left(upper(rest, confidence))),
    high: Math.max(mean, left(lower(rest, confidence))),
  };
}

/** Of the sum of what replications added beyond what the mean ratio has them add. */
const ratioVariance = (mean: number, sums: RunSums, by: RunSums, runs: number): number =>
  variance(sums.squares - 2 * mean * sums.products + mean ** 2 * by.squares, runs);
