/** A law known by both of its tails, each precise where it is small. */
export interface Tails {
  /** P(X ≤ x). */
  below(x: number): number;
  /** P(X > x). */
  above(x: number): number;
  /** The x with the share p below it. */
  quantile(p: number): number;
  /** The x with the share q above it. */
  upperQuantile(q: number): number;
  /** density ÷ survival, asked only where the survival is too small to be held in a number. */
  farHazard(x: number): number;
}

/** Below this the tail functions lose their digits, near the smallest normal number (2.2e-308). */
const SMALLEST_SURVIVAL = 1e-280;

/**
 * The u-quantile of X − age given X > age. It is looked up in the tail that holds it, so that it keeps its digits at both
 * ends; beyond the reach of numbers the hazard is taken as constant, which it nearly is so far out.
 */
export function residualByTails(law: Tails, u: number, age: number): number {
  const surviving = law.above(age);
  if (surviving < SMALLEST_SURVIVAL) return -Math.log1p(-u) / law.farHazard(age);
  const above = (1 - u) * surviving;
  const end = above < 0.5 ? law.upperQuantile(above) : law.quantile(law.below(age) + u * surviving);
  return Math.max(0, end - age);
}
