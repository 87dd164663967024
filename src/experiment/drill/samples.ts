import type { Us } from '../../base/index.ts';
import { stepsBetween } from '../../measures/index.ts';
import type { DrillOutcome } from './outcome.ts';

/** Seconds after the strike at which what is served is looked at, up to the end of a drill: ten to the decade. */
export const sampleSeconds = (lostFor: Us): readonly number[] =>
  stepsBetween(1, 1e7).filter((second) => second * 1e6 <= lostFor);

/** Notes what each workload is served at fixed instants after a strike; between two evaluations nothing changes. */
export class Samples {
  readonly size: number;
  private readonly instants: readonly number[];
  private readonly level: Float64Array;
  private at = 0;

  constructor(seconds: readonly number[], workloads: number) {
    this.size = seconds.length;
    this.instants = seconds.map((second) => second * 1e6);
    this.level = new Float64Array(workloads).fill(1);
  }

  begin(): void {
    this.at = 0;
    this.level.fill(1);
  }

  /** What is served from now on, so long after the strike. */
  serve(served: Float64Array, elapsed: number, outcome: DrillOutcome): void {
    this.upTo(elapsed, outcome);
    this.level.set(served);
  }

  /** All instants before this one see what was served until now. */
  upTo(elapsed: number, { workloads }: DrillOutcome): void {
    for (; this.at < this.size && this.instants[this.at]! < elapsed; this.at++) {
      for (const [i, { served }] of workloads.entries()) served[this.at] = this.level[i]!;
    }
  }
}
