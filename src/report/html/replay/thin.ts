const POINTS = 400;

/** Every n-th point of a long curve, its last, and those between which it breaks off. */
export function thin<P extends readonly [at: number, value: number | null]>(points: readonly P[]): readonly P[] {
  const step = Math.ceil(points.length / POINTS);
  const isEdge = (i: number): boolean => [i - 1, i, i + 1].some((k) => points[k]?.[1] === null);
  return step <= 1 ? points : points.filter((_, i) => i % step === 0 || i === points.length - 1 || isEdge(i));
}
