import { amountInterval, type Collected } from '../../measures/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { ReplicationFigures } from '../replication-figures.ts';
import type { OverRuns, Reached } from '../result/index.ts';
import { MINUTES_PER_YEAR } from '../summary/estimates.ts';
import { Bins } from './bins.ts';

/** How downtime spreads over the runs, and how the estimate settled; blocks are added in the order of their index. */
export class Spreading {
  private readonly names: readonly string[];
  private readonly bins: readonly Bins[];
  private readonly reached: Reached[][];
  private blocks = 0;

  constructor(names: readonly string[]) {
    this.names = names;
    this.bins = names.map(() => new Bins());
    this.reached = names.map(() => []);
  }

  /** A block, and what all blocks up to it have collected. */
  add(figures: readonly ReplicationFigures[], all: Collected): void {
    for (const { workloads } of figures) {
      for (const [i, name] of this.names.entries()) this.bins[i]!.add(workloads.get(name)!.down * MINUTES_PER_YEAR);
    }
    this.blocks += 1;
    if (isKept(this.blocks)) for (const [i, points] of this.reached.entries()) points.push(reachedBy(all, i));
  }

  /** Of one workload, with what has been reached in the end. */
  of(workload: number, all: Collected): OverRuns {
    const known = this.reached[workload]!;
    const last = reachedBy(all, workload);
    return {
      ...this.bins[workload]!.told(),
      convergence: known.at(-1)?.runs === last.runs ? known : [...known, last],
    };
  }
}

/** Every block at first, then eight times while their number doubles: a long run says no more than a short one. */
function isKept(blocks: number): boolean {
  const octave = 31 - Math.clz32(blocks);
  return blocks % 2 ** Math.max(0, octave - 3) === 0;
}

function reachedBy({ workloads, replications: runs }: Collected, workload: number): Reached {
  const { mean, low, high } = amountInterval(workloads[workload]!.down, CONFIDENCE);
  const minutes = (share: number | null): number | null =>
    share === null ? null : Math.max(0, share * MINUTES_PER_YEAR);
  return { runs, mean: minutes(mean), low: minutes(low), high: minutes(high) };
}
