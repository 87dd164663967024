import type { RareCollected } from '../collected.ts';

/** What is lost by all the copies of one stretch of a path: copies of one state are alike, their clusters are not. */
export class Clusters {
  any = false;
  private readonly down: Float64Array;

  constructor(workloads: number) {
    this.down = new Float64Array(workloads);
  }

  add(workload: number, weighted: number): void {
    this.any = true;
    this.down[workload]! += weighted;
  }

  close({ workloads }: RareCollected): void {
    for (let i = 0; i < this.down.length; i++) workloads[i]!.windows.add(this.down[i]!);
    this.down.fill(0);
    this.any = false;
  }
}
