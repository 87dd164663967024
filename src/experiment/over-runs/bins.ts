import { stepsBetween } from '../../measures/index.ts';
import type { OverRuns } from '../result/index.ts';

/** Minutes a year, from a tenth of a second to more than a year has. */
const EDGES: readonly number[] = stepsBetween(1e-3, 1e6);

/** Counts runs by their downtime, minutes a year. The edges are fixed, so that counts of any part of the runs add up. */
export class Bins {
  private without = 0;
  private readonly counts = new Map<number, number>();

  add(minutes: number): void {
    if (minutes === 0) {
      this.without += 1;
      return;
    }
    const bin = binOf(minutes);
    this.counts.set(bin, (this.counts.get(bin) ?? 0) + 1);
  }

  told(): Pick<OverRuns, 'runsWithout' | 'downtimeMinutes'> {
    const bins = [...this.counts].sort(([a], [b]) => a - b);
    return {
      runsWithout: this.without,
      downtimeMinutes: bins.map(([bin, runs]) => ({ from: EDGES[bin]!, to: EDGES[bin + 1]!, runs })),
    };
  }
}

/** The last bin whose lower edge is at or below; what is less than all stands in the first. */
function binOf(minutes: number): number {
  const above = EDGES.findIndex((edge) => edge > minutes);
  return Math.max(0, (above < 0 ? EDGES.length - 1 : above) - 1);
}
