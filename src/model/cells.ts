const NO_CELL = -1;

/** Something on the way of requests: where it sends them on. */
export interface Stage {
  children(): readonly number[];
}

/**
 * Where the requests of each workload can come by: a cell for a stage and a workload, and none for the rest, so that many
 * workloads over many pools cost by what they meet and not by the product of both. Cells of a stage stand side by side, by
 * workload.
 */
export class Cells {
  /** By stage: its first cell; one more stands at the end. */
  readonly first: Int32Array;
  /** By cell: its workload. */
  readonly workload: Int32Array;

  /** `doors` are the stages at which each workload comes in. */
  constructor(stages: readonly Stage[], doors: readonly (readonly number[])[]) {
    const comeBy = visitors(stages, doors);
    this.workload = Int32Array.from(comeBy.flat());
    this.first = new Int32Array(stages.length + 1);
    for (const [stage, { length }] of comeBy.entries()) this.first[stage + 1] = this.first[stage]! + length;
  }

  get count(): number {
    return this.workload.length;
  }

  /** The cell of a stage and a workload; negative where none of its requests come by. */
  at(stage: number, workload: number): number {
    const { first } = this;
    let low = first[stage]!;
    let high = first[stage + 1]! - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.workload[middle]! < workload) low = middle + 1;
      else high = middle;
    }
    return low === high && this.workload[low] === workload ? low : NO_CELL;
  }

  countOf(stage: number): number {
    return this.first[stage + 1]! - this.first[stage]!;
  }

  /** The cells of a stage, in order. */
  of(stage: number): number[] {
    return Array.from({ length: this.countOf(stage) }, (_, i) => this.first[stage]! + i);
  }
}

/** By stage: the workloads whose requests come by, in order. */
function visitors(stages: readonly Stage[], doors: readonly (readonly number[])[]): number[][] {
  const comeBy = stages.map((): number[] => []);
  for (const [workload, nodes] of doors.entries()) {
    const waiting = [...nodes];
    for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
      if (comeBy[stage]!.at(-1) === workload) continue;
      comeBy[stage]!.push(workload);
      waiting.push(...stages[stage]!.children());
    }
  }
  return comeBy;
}
