import type { Us } from '../../base/index.ts';
import type { Collected, Incident } from '../../measures/index.ts';
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
import { blank, replicatePast } from '../replication.ts';
import { type DrillOutcome, downtime, FLAP, untouched, type WorkloadOutcome } from './outcome.ts';
import { Samples } from './samples.ts';

const LOST = dataCode('lost');

/** Runs the drills of one injection, one after the other, and tells what each came to. */
export class DrillWatch implements Listener, ServiceMeter {
  readonly model: Model;
  private readonly lostFor: Us;
  private readonly byPeople: ReadonlySet<string>;
  /** What each workload had lost by phase when its last incident ended. */
  private readonly spent: readonly Float64Array[];
  private readonly samples: Samples;
  /** Drills are told as they go; nobody asks what they come to together. */
  private readonly unread: Collected;
  private outcome: DrillOutcome;
  /** When the last fault of the drill at hand strikes, as far as that is known. */
  private last = 0 as Us;

  /**
   * A drill ends `lostFor` after its strike, the last of several; service that is not back by then has not recovered.
   * @param looks seconds after the strike at which what is served is noted
   */
  constructor(scenario: Scenario, lostFor: Us, looks: readonly number[] = []) {
    this.model = compileScenario(scenario, { brief: true });
    this.unread = blank(this.model);
    this.lostFor = lostFor;
    this.byPeople = new Set(scenario.plans.flatMap((plan) => (plan.decidedBy.kind === 'people' ? [plan.name] : [])));
    this.spent = scenario.workloads.map(() => new Float64Array(PHASE_COUNT));
    this.samples = new Samples(looks, scenario.workloads.length);
    this.outcome = this.untouched();
    const { world, service, meter } = this.model;
    world.records.attach(this);
    world.sources.onStrike((source) => this.struck(source));
    world.sources.onDue((at) => {
      this.last = Math.max(this.last, at) as Us;
    });
    service.attach(this);
    for (const [i, workload] of meter.workloads.entries()) {
      workload.onIncident = (incident) => this.incident(i, incident);
    }
    meter.stores.onLeft = (store) => {
      this.outcome.stores[store]!.left = true;
    };
  }

  private untouched(): DrillOutcome {
    const { scenario, world } = this.model;
    return untouched(scenario.workloads.length, world.stores.names.length, this.samples.size);
  }

  /** One drill: another phase of everything that repeats, other delays. */
  run(master: Key, index: number): DrillOutcome {
    this.outcome = this.untouched();
    for (const spent of this.spent) spent.fill(0);
    this.samples.begin();
    this.last = 0 as Us;
    replicatePast(this.model, master, index, () => this.last, this.lostFor, this.unread);
    this.samples.upTo(Number.POSITIVE_INFINITY, this.outcome);
    for (const workload of this.outcome.workloads) workload.phases[FLAP] = upBetween(workload);
    const { contents, stores } = this.model.world;
    for (const [i, store] of this.outcome.stores.entries()) {
      store.wrong = contents.isDamaged(i);
      store.empty = contents.gone[i] === 1;
      store.answers = stores.canRead[i]! > 0;
    }
    return this.outcome;
  }

  private struck(source: SourceId): void {
    const { outcome } = this;
    if (outcome.struckAt >= 0) return;
    outcome.struckAt = this.model.world.clocks.now;
    outcome.source = source;
  }

  get watching(): boolean {
    return this.model.meter.watching;
  }

  service(served: Float64Array): void {
    this.model.meter.service(served);
    if (this.outcome.struckAt < 0) return;
    this.samples.serve(served, this.model.world.clocks.now - this.outcome.struckAt, this.outcome);
    for (const [i, workload] of this.outcome.workloads.entries()) {
      if (served[i]! < workload.least) workload.least = served[i]!;
    }
  }

  wrong(shares: Float64Array): void {
    this.model.meter.wrong(shares);
  }

  /** Work that plans do on purpose afterwards, the way home, is no part of the recovery. */
  private incident(workload: number, { start, end, censored, source, spent }: Incident): void {
    const before = this.spent[workload]!;
    const outcome = this.outcome.workloads[workload]!;
    const planned = source >= 0 && this.model.world.sources.list[source]!.class === 'plan';
    for (let phase = 0; phase < PHASE_COUNT; phase++) {
      if (!planned) outcome.phases[phase]! += spent[phase]! - before[phase]!;
      before[phase] = spent[phase]!;
    }
    if (planned) return;
    if (outcome.began < 0) outcome.began = start;
    outcome.ended = end;
    outcome.failed = censored;
  }

  step(plan: number, _step: number, event: string): void {
    // A plan of automation that asks people needs them.
    if (event === 'ask') this.set('people');
    if (event !== 'start') return;
    this.set(this.byPeople.has(this.model.world.records.planName(plan)) ? 'people' : 'automation');
  }

  byHand(): void {
    this.set('people');
  }

  private set(who: 'people' | 'automation'): void {
    if (this.outcome[who] < 0) this.outcome[who] = this.model.world.clocks.now;
  }

  recovery(store: number, _source: SourceId, age: Us, writesLeft: number, discarded: boolean): void {
    const outcome = this.outcome.stores[store]!;
    outcome.age = Math.max(outcome.age, age);
    outcome.orphaned += writesLeft;
    if (discarded) outcome.writesLost += writesLeft;
  }

  restored(store: number, _source: SourceId, { age, lost, discarded }: Restoration): void {
    const outcome = this.outcome.stores[store]!;
    outcome.age = Math.max(outcome.age, age);
    outcome.writesLost += lost;
    outcome.discarded += discarded;
  }

  data(store: number, state: number): void {
    if (state === LOST) this.outcome.stores[store]!.gone = true;
  }
}

/** What of a recovery was no downtime: service was back, and was lost again. */
const upBetween = (outcome: WorkloadOutcome): number =>
  outcome.began < 0 ? 0 : outcome.ended - outcome.began - downtime(outcome);
