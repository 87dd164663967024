import type { Tape } from '../../measures/index.ts';
import type { Booking } from './booking.ts';
import { RareSums, SortSums } from './sums.ts';

/** One path: what counts, what it has seen itself, and the weighted squares of what was lost at a time, by workload, µs². */
interface PathEnd {
  readonly horizon: number;
  readonly counted: Booking;
  readonly seen: Booking;
  readonly second: Float64Array;
}

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

  /** Takes in later paths; not what sorts have shown, which only a pilot asks for. */
  merge(later: RareCollected): void {
    this.paths += later.paths;
    this.pathEvents += later.pathEvents;
    this.windows += later.windows;
    this.windowEvents += later.windowEvents;
    this.calmTime += later.calmTime;
    for (const [i, sums] of this.workloads.entries()) sums.merge(later.workloads[i]!);
  }

  /** To or from a tape, without the sorts. */
  code(tape: Tape): void {
    this.paths = tape.number(this.paths);
    this.pathEvents = tape.number(this.pathEvents);
    this.windows = tape.number(this.windows);
    this.windowEvents = tape.number(this.windowEvents);
    this.calmTime = tape.number(this.calmTime);
    for (const sums of this.workloads) sums.code(tape);
  }

  /** Adds the one path that has come to its end here. */
  addPath({ horizon, counted, seen, second }: PathEnd): void {
    this.paths += 1;
    for (const [i, sums] of this.workloads.entries()) {
      sums.down.add(counted.down[i]! / horizon);
      sums.unserved.add(counted.unserved[i]! / horizon);
      sums.incidents.add(counted.incidents[i]! / horizon);
      sums.plainVariance.add(second[i]! / horizon ** 2);
      sums.plainDown.add(seen.down[i]! / horizon);
      if (seen.down[i]! > 0) sums.plainSeen += 1;
      sums.causes.endPath();
    }
  }
}
