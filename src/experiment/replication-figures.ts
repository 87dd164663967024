import type { Collected } from '../measures/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { HOURS_PER_YEAR } from './summary/estimates.ts';

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
  /** What its downtime cost a year, of all workloads that say so. */
  readonly downtimeCost: number;
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
    return {
      ...data,
      downtimeCost: downtimeCost(workloads, collected),
      workloads: new Map(workloads.map(({ name }, i) => [name, workloadFigures(collected, i)])),
    };
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

const downtimeCost = (workloads: Scenario['workloads'], collected: Collected): number =>
  workloads.reduce((sum, { downtimeCosts = 0 }, i) => sum + downtimeCosts * collected.workloads[i]!.down.last, 0) *
  HOURS_PER_YEAR;

function workloadFigures(collected: Collected, workload: number): WorkloadFigures {
  const { unserved, down, planned, incidentRate } = collected.workloads[workload]!;
  return { unserved: unserved.last, down: down.last, planned: planned.last, incidents: incidentRate.last };
}
