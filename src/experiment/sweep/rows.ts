import { byName } from '../summary/by-name.ts';
import { MOST_ROWS } from './record.ts';
import type { MeasureName, Row } from './row.ts';

/** Which batch a replication falls into, of so many: batches differ in size by one at most. */
const batchOf = (index: number, runs: number): number =>
  runs <= MOST_ROWS ? index : Math.floor((index * MOST_ROWS) / runs);

/** Means of measures by replication, or by batch of them. */
export class Rows {
  private readonly runs: number;
  private readonly sums = new Map<MeasureName, number[]>();
  private readonly counts: number[] = [];
  private seen = 0;

  constructor(runs: number) {
    this.runs = runs;
  }

  /** Takes in the next replication. */
  add(row: Row): void {
    const batch = batchOf(this.seen++, this.runs);
    this.counts[batch] = (this.counts[batch] ?? 0) + 1;
    for (const [name, value] of row) this.put(name, batch, value);
  }

  private put(name: MeasureName, batch: number, value: number): void {
    const sums = this.sums.get(name) ?? [];
    this.sums.set(name, sums);
    sums[batch] = (sums[batch] ?? 0) + value;
  }

  get means(): Readonly<Record<MeasureName, readonly number[]>> {
    return byName([...this.sums].map(([name, sums]) => [name, sums.map((sum, i) => sum / this.counts[i]!)] as const));
  }
}

/** How many replications each batch holds. */
export function batchSizes(runs: number): readonly number[] {
  const sizes: number[] = [];
  for (let i = 0; i < runs; i++) {
    const batch = batchOf(i, runs);
    sizes[batch] = (sizes[batch] ?? 0) + 1;
  }
  return sizes;
}
