import type { Law } from './law.ts';

/** Halves between a low and a high end until no number lies between them; by ratio while the ends are far apart. */
function bisect(isTooLow: (x: number) => boolean, low: number, high: number): number {
  let a = low;
  let b = high;
  for (;;) {
    const middle = b > 2 * a ? Math.sqrt(a) * Math.sqrt(b) : a + (b - a) / 2;
    if (!(middle > a && middle < b)) return b;
    if (isTooLow(middle)) a = middle;
    else b = middle;
  }
}

/**
 * The x with limitedMean(x) = u · mean, for a law without a closed form. limitedMean(x) ≤ x, so u · mean is a lower end;
 * the upper end doubles from there.
 */
export function equilibriumByBisection(law: Pick<Law, 'mean' | 'limitedMean'>, u: number): number {
  const target = u * law.mean;
  const isTooLow = (x: number): boolean => law.limitedMean(x) < target;
  let high = target;
  while (isTooLow(high)) high *= 2;
  return bisect(isTooLow, target, high);
}
