import { PHASE_COUNT } from '../model/index.ts';
import { ByDomain } from './by-domain.ts';
import { Causes } from './causes.ts';
import { Moments, RunSums, SumByRun, Tally, type Tape } from './estimators/index.ts';
import { StoreCollected } from './store-collected.ts';
import { Waits } from './waits.ts';

/** What the replications of one block say about a workload. Blocks are merged in the order of their index. */
export class WorkloadCollected {
  /** Share of requests that were not served, a replication each. */
  readonly unserved = new Moments();
  /** Downtime as a share of time, a replication each; and the part of it that was planned. */
  readonly down = new Moments();
  readonly planned = new Moments();
  /** Share of requests that were answered with wrong data. */
  readonly wrong = new Moments();
  /** Share of requests that got no right answer. */
  readonly notRight = new Moments();
  /** The rest of it. */
  readonly unplanned = new Moments();
  readonly incidentRate = new Moments();
  incidents = 0;
  censored = 0;
  blips = 0;
  readonly durations = new Tally();
  readonly recoveries = new ByDomain();
  /** µs by phase, by replications beside all downtime; up-gaps inside incidents stand last. */
  readonly phases = Array.from({ length: PHASE_COUNT + 1 }, () => new SumByRun());
  /** All downtime, µs. */
  readonly downTotal = new SumByRun();
  /** By replications: downtime that no change began beside all of it, µs, and blips. */
  readonly withoutChanges = new RunSums();
  readonly blipRuns = new RunSums();
  readonly causes = new Causes();
  readonly waits = new Waits();

  merge(later: WorkloadCollected): void {
    this.unserved.merge(later.unserved);
    this.down.merge(later.down);
    this.planned.merge(later.planned);
    this.wrong.merge(later.wrong);
    this.notRight.merge(later.notRight);
    this.unplanned.merge(later.unplanned);
    this.incidentRate.merge(later.incidentRate);
    this.incidents += later.incidents;
    this.censored += later.censored;
    this.blips += later.blips;
    this.durations.merge(later.durations);
    this.recoveries.merge(later.recoveries);
    for (const [phase, sum] of later.phases.entries()) this.phases[phase]!.merge(sum);
    this.downTotal.merge(later.downTotal);
    this.withoutChanges.merge(later.withoutChanges);
    this.blipRuns.merge(later.blipRuns);
    this.causes.merge(later.causes);
    this.waits.merge(later.waits);
  }

  /** To or from a tape. */
  code(tape: Tape): void {
    const { unserved, down, planned, wrong, notRight, unplanned, incidentRate } = this;
    for (const moments of [unserved, down, planned, wrong, notRight, unplanned, incidentRate]) moments.code(tape);
    this.incidents = tape.number(this.incidents);
    this.censored = tape.number(this.censored);
    this.blips = tape.number(this.blips);
    this.durations.code(tape);
    this.recoveries.code(tape);
    for (const sum of [...this.phases, this.downTotal, this.withoutChanges, this.blipRuns]) sum.code(tape);
    this.causes.code(tape);
    this.waits.code(tape);
  }
}

/** What a block of replications has shown. */
export class Collected {
  readonly workloads: WorkloadCollected[];
  readonly stores: StoreCollected[];
  /** What components have counted, by the order of their counters. */
  readonly counts: number[] = [];
  readonly countRuns: RunSums[] = [];
  replications = 0;
  events = 0;

  constructor(workloads: number, stores: number) {
    this.workloads = Array.from({ length: workloads }, () => new WorkloadCollected());
    this.stores = Array.from({ length: stores }, () => new StoreCollected());
  }

  merge(later: Collected): void {
    for (const [i, workload] of later.workloads.entries()) this.workloads[i]!.merge(workload);
    for (const [i, store] of later.stores.entries()) this.stores[i]!.merge(store);
    for (const [i, count] of later.counts.entries()) {
      this.counts[i] = (this.counts[i] ?? 0) + count;
      this.runsOf(i).merge(later.runsOf(i));
    }
    this.replications += later.replications;
    this.events += later.events;
  }

  /** To or from a tape; a collection that is read into must be fresh, and of the same scenario. */
  code(tape: Tape): void {
    this.replications = tape.number(this.replications);
    this.events = tape.number(this.events);
    for (const part of [...this.workloads, ...this.stores]) part.code(tape);
    const size = tape.number(this.counts.length);
    for (let i = 0; i < size; i++) {
      this.counts[i] = tape.number(this.counts[i] ?? 0);
      this.runsOf(i).code(tape);
    }
  }

  /** What a replication that has ended has counted. */
  count(counter: number, amount: number): void {
    this.counts[counter] = (this.counts[counter] ?? 0) + amount;
    this.runsOf(counter).add(amount);
  }

  private runsOf(counter: number): RunSums {
    this.countRuns[counter] ??= new RunSums();
    return this.countRuns[counter];
  }
}
