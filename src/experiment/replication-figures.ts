import type { Collected } from '../measures/index.ts';
import type { Scenario } from '../scenario/index.ts';

/** What one replication came to for a workload. */
export interface WorkloadFigures {
  /** Share of the requests. */
  readonly unserved: number;
  /** Shares of time. */
  readonly down: number;
  readonly planned: number;
  /** Incidents a microsecond. */
  readonly incidents: number;
}

/** What one replication came to: what is compared, pair by pair. */
export interface ReplicationFigures {
  readonly workloads: ReadonlyMap<string, WorkloadFigures>;
  /** Of all stores together. */
  readonly writesLost: number;
  /** Microseconds in which two stores took the writes of one. */
  readonly splitTime: number;
}

/** Reads the figures of the replication that has just ended off what its block has shown so far. */
export function figuresOf({ workloads }: Scenario): (collected: Collected) => ReplicationFigures {
  let block: Collected | undefined;
  let before = { writesLost: 0, splitTime: 0 };
  return (collected) => {
    if (collected !== block) before = { writesLost: 0, splitTime: 0 };
    block = collected;
    const sums = dataSums(collected);
    const data = { writesLost: sums.writesLost - before.writesLost, splitTime: sums.splitTime - before.splitTime };
    before = sums;
    return { ...data, workloads: new Map(workloads.map(({ name }, i) => [name, workloadFigures(collected, i)])) };
  };
}

function dataSums({ stores }: Collected): { writesLost: number; splitTime: number } {
  let writesLost = 0;
  let splitTime = 0n;
  for (const store of stores) {
    writesLost += store.writesLost;
    splitTime += store.splitTime.total;
  }
  return { writesLost, splitTime: Number(splitTime) };
}

function workloadFigures(collected: Collected, workload: number): WorkloadFigures {
  const { unserved, down, planned, incidentRate } = collected.workloads[workload]!;
  return { unserved: unserved.last, down: down.last, planned: planned.last, incidents: incidentRate.last };
}
