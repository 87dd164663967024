import { RareSums, SortSums } from './sums.ts';

/** What a number of paths and their windows have shown. */
export class RareCollected {
  paths = 0;
  pathEvents = 0;
  windows = 0;
  windowEvents = 0;
  /** µs in which all was good. */
  calmTime = 0;
  readonly workloads: readonly RareSums[];
  /** By what began windows. */
  readonly sorts: readonly SortSums[];

  constructor(workloads: number, sorts: number) {
    this.workloads = Array.from({ length: workloads }, () => new RareSums());
    this.sorts = Array.from({ length: sorts }, () => new SortSums(workloads));
  }
}
