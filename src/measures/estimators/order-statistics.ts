import { normalUpperQuantile } from '../../random/index.ts';

/** One-sided bounds on a quantile, each with the asked confidence; null where the sample is too small for one. */
export interface QuantileBounds {
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The confidence with which the largest of n independent values is at or above the law's p-quantile (Wilks, 1941): 59 are
 * needed for 95 % at p = 0.95.
 */
export const largestOfBound = (n: number, p = 0.95): number => -Math.expm1(n * Math.log(p));

/** P(exactly k of n fall below the p-quantile), k = 0 … n; by logarithms, for p^n underflows. */
function chancesBelow(n: number, p: number): number[] {
  const odds = Math.log(p) - Math.log1p(-p);
  let logarithm = n * Math.log1p(-p);
  const chances = [Math.exp(logarithm)];
  for (let k = 1; k <= n; k++) {
    logarithm += Math.log((n - k + 1) / k) + odds;
    chances.push(Math.exp(logarithm));
  }
  return chances;
}

/** How many of the first chances are needed to sum to `confidence`; their count plus one where all are too few. */
function neededFor(chances: readonly number[], confidence: number): number {
  let sum = 0;
  let needed = 0;
  while (sum < confidence && needed < chances.length) sum += chances[needed++]!;
  return sum < confidence ? needed + 1 : needed;
}

/** From here on the normal law says the same ranks, and much sooner. */
const MANY = 20_000;

/** Ranks, from 1, of bounds on the p-quantile among n independent values; null where n is too small for one. */
export function rankBounds(n: number, p: number, confidence: number): QuantileBounds {
  if (n > MANY) {
    const reach = normalUpperQuantile(1 - confidence) * Math.sqrt(n * p * (1 - p));
    return { lower: Math.floor(n * p - reach), upper: Math.ceil(n * p + reach) + 1 };
  }
  const chances = chancesBelow(n, p);
  const upper = neededFor(chances, confidence);
  const lower = n + 1 - neededFor(chances.toReversed(), confidence);
  return { lower: lower < 1 ? null : lower, upper: upper > n ? null : upper };
}

/**
 * Bounds on the p-quantile of the law behind independent values (sorted, 0 < p < 1), whatever that law. Value r, counted
 * from 1, is at or above the quantile unless r or more of them fall below it. Incidents of one replication are not
 * independent; drills, one a run, are.
 */
export function orderStatisticBound(sorted: readonly number[], p: number, confidence: number): QuantileBounds {
  const { lower, upper } = rankBounds(sorted.length, p, confidence);
  const at = (rank: number | null): number | null => (rank === null ? null : (sorted[rank - 1] ?? null));
  return { lower: at(lower), upper: at(upper) };
}
