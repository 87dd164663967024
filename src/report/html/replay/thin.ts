const POINTS = 400;

/** Every n-th point of a long curve, and its last. */
export function thin<P>(points: readonly P[]): readonly P[] {
  const step = Math.ceil(points.length / POINTS);
  return step <= 1 ? points : points.filter((_, i) => i % step === 0 || i === points.length - 1);
}
