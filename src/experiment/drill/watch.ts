import type { Us } from '../../base/index.ts';
import type { Collected } from '../../measures/index.ts';
import {
  dataCode,
  type Listener,
  PHASE_COUNT,
  type Restoration,
  type ServiceMeter,
  type SourceId,
} from '../../model/index.ts';
import type { Key } from '../../random/index.ts';
import { compileScenario, type Model, type Scenario } from '../../scenario/index.ts';
import { blank, replicate } from '../replication.ts';

const LOST = dataCode('lost');

/** What one drill did to the users of a workload. */
interface Outcome {
  /** The first loss of the level, and the last recovery; negative: none. */
  began: number;
  ended: number;
  /** It was still down when the fault ended. */
  failed: boolean;
}

/** What the drills of one fault have shown of one workload. */
export class WorkloadDrills {
  masked = 0;
  failed = 0;
  servedAtWorst = 1;
  people = 0;
  automation = 0;
  readonly times: number[] = [];
  readonly phases = new Float64Array(PHASE_COUNT);
}

/** What they have shown of one store. */
export class StoreDrills {
  readonly ages: number[] = [];
  writesLost = 0;
  orphaned = 0;
  lostForGood = 0;
}

/** Runs the drills of one injection, one after the other, and keeps what they show. */
export class DrillWatch implements Listener, ServiceMeter {
  readonly workloads: readonly WorkloadDrills[];
  readonly stores: readonly StoreDrills[];
  private readonly model: Model;
  private readonly end: Us;
  private outcomes: Outcome[] = [];
  private ages: number[] = [];
  private people = false;
  private automation = false;

  /** A drill ends at `end`; service that is not back by then has not recovered. */
  constructor(scenario: Scenario, end: Us) {
    this.model = compileScenario(scenario);
    this.end = end;
    this.workloads = scenario.workloads.map(() => new WorkloadDrills());
    this.stores = this.model.world.stores.names.map(() => new StoreDrills());
    this.model.world.records.attach(this);
    this.model.service.attach(this);
    for (const [i, workload] of this.model.meter.workloads.entries()) {
      workload.onIncident = ({ start, end: over, censored, source }) => this.incident(i, start, over, censored, source);
    }
  }

  get storeNames(): readonly string[] {
    return this.model.world.stores.names;
  }

  /** One drill: another phase of everything that repeats, other delays. */
  run(master: Key, index: number): void {
    this.outcomes = this.workloads.map(() => ({ began: -1, ended: -1, failed: false }));
    this.ages = this.stores.map(() => -1);
    this.people = false;
    this.automation = false;
    const collected = blank(this.model);
    replicate(this.model, master, index, this.end, collected);
    this.count(collected);
  }

  get watching(): boolean {
    return this.model.meter.watching;
  }

  service(served: Float64Array, now: Us): void {
    this.model.meter.service(served, now);
    for (const [i, workload] of this.workloads.entries()) {
      if (served[i]! < workload.servedAtWorst) workload.servedAtWorst = served[i]!;
    }
  }

  wrong(shares: Float64Array, now: Us): void {
    this.model.meter.wrong(shares, now);
  }

  /** Work that plans do on purpose afterwards, the way home, is no part of the recovery. */
  private incident(workload: number, start: number, end: number, censored: boolean, source: SourceId): void {
    if (source >= 0 && this.model.world.sources.list[source]!.class === 'plan') return;
    const outcome = this.outcomes[workload]!;
    if (outcome.began < 0) outcome.began = start;
    outcome.ended = end;
    outcome.failed = censored;
  }

  step(plan: number, _step: number, event: string): void {
    if (event !== 'start') return;
    const name = this.model.world.records.planName(plan);
    const by = this.model.scenario.plans.find((one) => one.name === name)?.decidedBy.kind;
    if (by === 'people') this.people = true;
    else this.automation = true;
  }

  recovery(store: number, _source: SourceId, age: Us, writesLeft: number, discarded: boolean): void {
    this.ages[store] = Math.max(this.ages[store]!, age);
    this.stores[store]!.orphaned += writesLeft;
    if (discarded) this.stores[store]!.writesLost += writesLeft;
  }

  restored(store: number, _source: SourceId, { age, lost }: Restoration): void {
    this.ages[store] = Math.max(this.ages[store]!, age);
    this.stores[store]!.writesLost += lost;
  }

  data(store: number, state: number): void {
    if (state === LOST) this.stores[store]!.lostForGood += 1;
  }

  private count(collected: Collected): void {
    for (const [i, { began, ended, failed }] of this.outcomes.entries()) {
      const workload = this.workloads[i]!;
      for (let phase = 0; phase < PHASE_COUNT; phase++) {
        workload.phases[phase]! += Number(collected.workloads[i]!.phases[phase]!.total);
      }
      if (failed) workload.failed += 1;
      else workload.times.push(began < 0 ? 0 : ended - began);
      if (began < 0) workload.masked += 1;
      else if (!failed && this.people) workload.people += 1;
      else if (!failed && this.automation) workload.automation += 1;
    }
    for (const [store, age] of this.ages.entries()) if (age >= 0) this.stores[store]!.ages.push(age);
  }
}
