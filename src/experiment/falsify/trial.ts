import { type Us, YEAR } from '../../base/index.ts';
import type { Incident } from '../../measures/index.ts';
import { dataCode, type Listener, type Restoration, type ServiceMeter, type SourceId } from '../../model/index.ts';
import { type Key, masterKey } from '../../random/index.ts';
import { compileScenario, type Model, type Scenario } from '../../scenario/index.ts';
import { blank, horizonOf, replicate } from '../replication.ts';
import { type FaultSchedule, withSchedule } from './strike.ts';

/** How users of one workload fared. */
export interface WorkloadSeen {
  readonly name: string;
  /** Time without service, what is half served counting half, microseconds. */
  unserved: number;
  /** The longest incident, microseconds; ∞ where service was not back in the end. Planned work is none. */
  longest: number;
  /** The lowest share served, 0 to 1. */
  least: number;
}

/** What happened to one store. */
export interface StoreSeen {
  readonly name: string;
  /** The oldest point that a recovery went on from, as its age, microseconds; ∞ where no copy and no backup was left. */
  age: number;
  /** Acknowledged writes that recoveries left behind. */
  writesLost: number;
  /** Time in which two primaries took writes, microseconds. */
  split: number;
}

/** What one replication under a schedule of faults came to. */
export interface Seen {
  readonly workloads: readonly WorkloadSeen[];
  readonly stores: readonly StoreSeen[];
}

const LOST = dataCode('lost');

/** Replications are measured in hundredths of a year, so that a command can say how long they are. */
const STEP = YEAR / 100;

/** How long a replication must be, in years: the last fault is over, and so much time is left to recover and to go home. */
export function yearsFor(schedule: FaultSchedule, rest: Us): number {
  const last = Math.max(
    0,
    ...schedule.map(({ target, at, for: lasts }) => (target.deed === 'damage' ? at : at + lasts)),
  );
  return Math.ceil((last + rest) / STEP) / 100;
}

/** A scenario under one schedule of faults, replication by replication. */
export class Trial implements Listener, ServiceMeter {
  private readonly model: Model;
  private readonly master: Key;
  private readonly horizon: Us;
  private seen: Seen;

  constructor(scenario: Scenario, schedule: FaultSchedule, seed: string, years: number) {
    this.model = compileScenario(withSchedule(scenario, schedule), { brief: true });
    this.master = masterKey(seed);
    this.horizon = horizonOf(years);
    this.seen = this.nothing();
    this.model.world.records.attach(this);
    this.model.service.attach(this);
    for (const [i, workload] of this.model.meter.workloads.entries()) {
      workload.onIncident = (incident) => this.incident(i, incident);
    }
  }

  private nothing(): Seen {
    const { scenario, world } = this.model;
    return {
      workloads: scenario.workloads.map(({ name }) => ({ name, unserved: 0, longest: 0, least: 1 })),
      stores: world.stores.names.map((name) => ({ name, age: 0, writesLost: 0, split: 0 })),
    };
  }

  /** Other phases of everything that repeats, other delays, the same faults. */
  run(index: number): Seen {
    this.seen = this.nothing();
    const collected = blank(this.model);
    replicate(this.model, this.master, index, this.horizon, collected);
    for (const [i, workload] of this.seen.workloads.entries()) {
      workload.unserved = collected.workloads[i]!.unserved.mean * this.horizon;
    }
    for (const [i, store] of this.seen.stores.entries()) store.split = Number(collected.stores[i]!.splitTime.total);
    return this.seen;
  }

  get watching(): boolean {
    return this.model.meter.watching;
  }

  service(served: Float64Array): void {
    this.model.meter.service(served);
    for (const [i, workload] of this.seen.workloads.entries()) workload.least = Math.min(workload.least, served[i]!);
  }

  wrong(shares: Float64Array): void {
    this.model.meter.wrong(shares);
  }

  private incident(index: number, { start, end, censored, source }: Incident): void {
    if (source >= 0 && this.model.world.sources.list[source]!.class === 'plan') return;
    const workload = this.seen.workloads[index]!;
    workload.longest = Math.max(workload.longest, censored ? Number.POSITIVE_INFINITY : end - start);
  }

  recovery(store: number, _source: SourceId, age: Us, writesLeft: number): void {
    this.recovered(store, age, writesLeft);
  }

  restored(store: number, _source: SourceId, { age, lost }: Restoration): void {
    this.recovered(store, age, lost);
  }

  private recovered(index: number, age: number, writes: number): void {
    const store = this.seen.stores[index]!;
    store.age = Math.max(store.age, age);
    store.writesLost += writes;
  }

  data(store: number, state: number): void {
    if (state === LOST) this.seen.stores[store]!.age = Number.POSITIVE_INFINITY;
  }
}
