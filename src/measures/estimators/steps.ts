/** Ten steps to the decade that people count in: Renard's series R10 (ISO 3:1973). */
const R10 = [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8] as const;

/** The steps from `low` to `high`, both powers of ten: 1, 1.25, 1.6 … */
export function stepsBetween(low: number, high: number): number[] {
  const steps: number[] = [];
  for (let decade = low; decade < high; decade *= 10)
    steps.push(...R10.map((step) => Number((step * decade).toPrecision(3))));
  return [...steps, high];
}
