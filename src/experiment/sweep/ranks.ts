import { normalUpperQuantile } from '../../random/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Estimate } from '../result/index.ts';
import type { Column } from './linear.ts';

/** Ranks from 1; equal values share the mean of theirs. */
export function ranksOf(values: Column): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let k = from; k < to; k++) ranks[order[k]!] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

function correlation(a: Column, b: Column): number | null {
  const mean = (a.length + 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (const [i, value] of a.entries()) {
    ab += (value - mean) * (b[i]! - mean);
    aa += (value - mean) ** 2;
    bb += (b[i]! - mean) ** 2;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : null;
}

/** Fewer points say nothing. */
const LEAST = 5;

/**
 * Spearman's rank correlation over points, with the interval of Bonett and Wright (Psychometrika 2000): Fisher's z, whose
 * standard error for ranks is √((1 + ρ²/2) ÷ (n − 3)).
 */
export function rankCorrelation(x: Column, y: Column): Estimate {
  const rho = x.length < LEAST ? null : correlation(ranksOf(x), ranksOf(y));
  if (rho === null) return { mean: null, low: null, high: null, note: 'too few points, or none that differ' };
  const clipped = Math.min(1 - 1e-12, Math.max(-1 + 1e-12, rho));
  const reach = normalUpperQuantile((1 - CONFIDENCE) / 2) * Math.sqrt((1 + rho ** 2 / 2) / (x.length - 3));
  return { mean: rho, low: Math.tanh(Math.atanh(clipped) - reach), high: Math.tanh(Math.atanh(clipped) + reach) };
}
