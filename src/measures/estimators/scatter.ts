import { gammaQuantile, gammaUpperQuantile, normalUpperQuantile, studentQuantile } from '../../random/index.ts';

/** A sum, its variance, the most that one replication added, and how many of them show how it scatters. */
export interface Scatter {
  readonly sum: number;
  readonly variance: number;
  readonly largest: number;
  readonly degrees: number;
}

/** By how much Student's law reaches further than the normal one, squared. */
function widening({ degrees }: Scatter, confidence: number): number {
  const tail = (1 + confidence) / 2;
  return (studentQuantile(tail, Math.max(1, degrees)) / studentQuantile(tail, ENDLESS)) ** 2;
}

/** Of so many degrees of freedom Student's law is the normal one. */
export const ENDLESS = 1e9;

/** The lower end of the interval of a sum. */
export function lower({ sum, variance: spread }: Scatter, confidence: number): number {
  return sum === 0 || spread === 0 ? sum : (spread / sum) * gammaEnd(-1, sum ** 2 / spread, confidence);
}

/** Its upper end, which takes another replication as bad as the worst for possible. */
export function upper(scatter: Scatter, confidence: number): number {
  const { sum, largest } = scatter;
  const spread = scatter.variance * widening(scatter, confidence) + largest ** 2;
  const most = sum + largest;
  return most === 0 || spread === 0 ? most : (spread / most) * gammaEnd(1, most ** 2 / spread, confidence);
}

/** From here on a cube of the normal law (Wilson and Hilferty, 1931) says the same to a ten-millionth, and much sooner. */
const LARGE = 1e5;

/** An end of the interval of a gamma law with scale 1: the lower one (−1) or the upper one (1). */
function gammaEnd(side: -1 | 1, shape: number, confidence: number): number {
  const tail = (1 - confidence) / 2;
  if (shape > LARGE)
    return shape * (1 - 1 / (9 * shape) + (side * normalUpperQuantile(tail)) / (3 * Math.sqrt(shape))) ** 3;
  return side < 0 ? gammaQuantile(tail, shape) : gammaUpperQuantile(tail, shape);
}
