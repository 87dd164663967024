import { toSeconds, type Us } from '../base/index.ts';
import {
  DATA_STATES,
  IDLE,
  MANNERS,
  PHASE_NAMES,
  type Recorder,
  type Restoration,
  ROLES,
  roleCode,
  type SourceId,
  type StepEvent,
  type Thing,
  type World,
} from '../model/index.ts';
import type { Model } from '../scenario/index.ts';
import type { TimelineEvent, TimelineLine } from './explanation.ts';
import { GivenAnswers } from './given.ts';
import { Switching } from './switching.ts';

const NO_STEP = -1;
const ANSWER = roleCode('answer');
const POINTS_AT_THING: ReadonlySet<string> = new Set(['primary', 'uses', 'zone']);
const HELD_OUT = roleCode('held-out');

const WORKS = 0;
/** Roles that nothing has before somebody gives them. */
const OFF_AT_FIRST: ReadonlySet<string> = new Set(['fenced', 'writes-stopped', 'held-out', 'fallen-back']);

/** What of a replication is told. */
interface Window {
  readonly from: Us;
  readonly to: Us;
  /** The instant that times are told from. */
  readonly zero: Us;
  /** What triggered the incident; negative: nothing. */
  readonly cause: SourceId;
}

/** Writes down what happens, as data, between two instants. */
export class Chronicle implements Recorder {
  private readonly world: World;
  private readonly model: Model;
  private readonly window: Window;
  /** How a thing with a role was told last: what is set anew without a change is no news. */
  private readonly roles = new Map<string, number>();
  /** How the cause struck, where that was before the window. */
  private struck: TimelineLine[] = [];
  private readonly given: GivenAnswers;
  private readonly switching: Switching;
  private readonly served: number[];
  private readonly lines: TimelineLine[] = [];

  constructor(model: Model, window: Window) {
    this.world = model.world;
    this.model = model;
    this.window = window;
    this.given = new GivenAnswers(model.scenario.components);
    this.switching = new Switching(model.world);
    this.served = model.scenario.workloads.map(() => 1);
  }

  private write(event: TimelineEvent): void {
    const { now } = this.world.clocks;
    if (now >= this.window.from && now <= this.window.to) this.lines.push(this.lineOf(event));
  }

  private lineOf(event: TimelineEvent): TimelineLine {
    return { at: toSeconds((this.world.clocks.now - this.window.zero) as Us), event };
  }

  /** What happened in the window, and before it how the cause struck. */
  get told(): readonly TimelineLine[] {
    return this.strikesWithin ? this.lines : [...this.struck, ...this.lines];
  }

  /** Whether the cause struck in the window: then what it did long before is another story. */
  private get strikesWithin(): boolean {
    const { cause } = this.window;
    const name = cause < 0 ? null : this.world.sources.list[cause]!.name;
    return this.lines.some(
      ({ at, event }) => at <= 0 && event.kind === 'truth' && event.cause === name && event.manner !== 'ok',
    );
  }

  private remember(event: TimelineEvent): void {
    const line = this.lineOf(event);
    if (this.struck.at(-1)?.at !== line.at) this.struck = [];
    this.struck.push(line);
  }

  truth(thing: Thing, manner: number, source: SourceId): void {
    const cause = source < 0 ? null : this.world.sources.list[source]!.name;
    const name = this.world.truth.name(thing);
    const event: TimelineEvent = { kind: 'truth', thing: name, manner: MANNERS[manner]!, cause };
    const { cause: wanted, from } = this.window;
    const strikes = source >= 0 && source === wanted && manner !== WORKS;
    if (strikes && this.world.clocks.now < from) this.remember(event);
    this.write(event);
  }

  belief(observer: number, target: Thing, good: 0 | 1): void {
    const { records, truth } = this.world;
    this.write({
      kind: 'belief',
      observer: records.observerName(observer),
      target: truth.name(target),
      good: good === 1,
    });
  }

  role(thing: Thing, role: number, told: number): void {
    const key = `${thing} ${role}`;
    const value = role === ANSWER ? this.given.of(this.world.truth.name(thing), told) : told;
    const before = this.roles.get(key) ?? this.atFirst(thing, role);
    if (before === value) return;
    this.roles.set(key, value);
    this.write({
      kind: 'role',
      thing: this.world.truth.name(thing),
      role: ROLES[role]!,
      value: this.roleValue(thing, role, value),
    });
  }

  private atFirst(thing: Thing, role: number): number | undefined {
    if (role === ANSWER) return this.given.atFirst(this.world.truth.name(thing));
    return OFF_AT_FIRST.has(ROLES[role]!) ? 0 : undefined;
  }

  private roleValue(thing: Thing, role: number, value: number): string {
    if (role === ANSWER || role === HELD_OUT) return this.given.names(this.world.truth.name(thing), value);
    return POINTS_AT_THING.has(ROLES[role]!) ? this.world.truth.name(value) : String(value);
  }

  step(plan: number, step: number, event: StepEvent): void {
    const { records } = this.world;
    this.write({
      kind: 'plan',
      plan: records.planName(plan),
      step: step === NO_STEP ? null : (records.stepName(plan, step) ?? null),
      event,
    });
  }

  recovery(store: number, _source: SourceId, age: Us, writesLeft: number): void {
    this.write({
      kind: 'recovery',
      store: this.world.stores.names[store]!,
      seconds: toSeconds(age),
      writes: writesLeft,
    });
  }

  byHand(): void {}

  discarded(): void {}

  delivered(): void {}

  restored(store: number, _source: SourceId, { age, lost }: Restoration): void {
    this.write({ kind: 'restored', store: this.world.stores.names[store]!, seconds: toSeconds(age), writes: lost });
  }

  data(store: number, state: number): void {
    this.write({ kind: 'data', store: this.world.stores.names[store]!, state: DATA_STATES[state]! });
  }

  stale(): void {}

  /** The end of an instant in which service was evaluated. */
  service(served: Float64Array): void {
    for (const event of this.switching.look()) this.write(event);
    for (const [i, { name }] of this.model.scenario.workloads.entries()) {
      if (Math.abs(served[i]! - this.served[i]!) < 1e-9) continue;
      this.served[i] = served[i]!;
      this.write({ kind: 'service', workload: name, served: served[i]!, ...this.blamed(i, served[i]!) });
    }
  }

  private blamed(workload: number, served: number): { on: string | null; phase: string | null } {
    if (served >= 1 - 1e-9) return { on: null, phase: null };
    const { thing, phase } = this.model.service.worst(workload);
    if (thing < 0) return { on: null, phase: null };
    const now = phase === IDLE ? this.world.workforce.phase(thing, this.world.truth.whole(thing)) : phase;
    return { on: this.world.truth.name(thing), phase: PHASE_NAMES[now]! };
  }
}
