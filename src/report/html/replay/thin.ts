import type { Curve } from '../../../visual/index.ts';

const POINTS = 400;

/** Every n-th point of a long curve, and its last. */
export function thin(points: Curve['points']): Curve['points'] {
  const step = Math.ceil(points.length / POINTS);
  return step <= 1 ? points : points.filter((_, i) => i % step === 0 || i === points.length - 1);
}
