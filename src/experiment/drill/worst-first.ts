import type { DrillRow } from './result.ts';

/** Rows in which recovery failed, then those that took longest. */
export function worstFirst(a: DrillRow, b: DrillRow): number {
  const failed = (row: DrillRow): number => Math.max(0, ...row.workloads.map((one) => one.failed.share));
  const slowest = (row: DrillRow): number => Math.max(0, ...row.workloads.map((one) => one.rtoSeconds.p95 ?? 0));
  return failed(b) - failed(a) || slowest(b) - slowest(a) || (a.domain < b.domain ? -1 : 1);
}

/** Whether users noticed anything, in any drill. */
export const isNoticed = ({ workloads, times }: DrillRow): boolean => workloads.some(({ masked }) => masked < times);

/**
 * So many rows at the most: the worst of each class, then the second worst of each, and so on; those that users noticed before
 * all others. All of them where there are no more.
 */
export function worstOfEach(rows: readonly DrillRow[], most: number): DrillRow[] {
  const sorted = [...rows].sort(worstFirst);
  return [...inTurn(sorted.filter(isNoticed)), ...inTurn(sorted.filter((row) => !isNoticed(row)))].slice(0, most);
}

/** The first of each class, then the second of each. */
function inTurn(rows: readonly DrillRow[]): DrillRow[] {
  const seen = new Map<string, number>();
  const ranked = rows.map((row) => {
    const rank = seen.get(row.class) ?? 0;
    seen.set(row.class, rank + 1);
    return { row, rank };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ row }) => row);
}
