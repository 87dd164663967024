import type { Us } from '../base/index.ts';
import type { DrawId, Slot } from '../engine/index.ts';
import {
  DECIDE,
  DETECT,
  IDLE,
  type Phase,
  type SettingId,
  type SourceId,
  type StepEvent,
  type Thing,
  type Worker,
  type World,
} from '../model/index.ts';
import { BoundStep } from './bound-step.ts';
import { untilWindow } from './calendar.ts';
import { type Executed, Execution } from './execution.ts';
import { tellKeptOut } from './kept-out.ts';
import { Proof } from './proof.ts';
import type { PlanSpec } from './schema.ts';
import { PlanSettings } from './settings.ts';
import { ASKING, AWAITING_WINDOW, DECIDING, HOLDING, RESTING, STEPPING, Standing } from './standing.ts';
import { StoppedWrites } from './stopped-writes.ts';
import type { Team } from './team.ts';
import type { Alarm } from './watch.ts';

const NO_STEP = -1;

export interface PlanParts {
  readonly alarm: Alarm;
  /** The alarm that gives the plan up when it has cleared. */
  readonly giveUp: Alarm | undefined;
  readonly team: Team | undefined;
  readonly source: SourceId;
}

/**
 * A plan: started by an alarm that holds, decided by people or automation, given up if the alarm clears before a point of
 * no return, and carried out step by step. A plan that starts when an alarm has cleared is a way back; its work is planned.
 */
export class PlanRunner implements Worker, Executed {
  readonly spec: PlanSpec;
  readonly world: World;
  private readonly parts: PlanParts;
  readonly steps: readonly BoundStep[];
  readonly standing: Standing;
  readonly slot: Slot;
  readonly proof: Proof;
  readonly stopped: StoppedWrites;
  private readonly execution: Execution;
  private readonly settings: PlanSettings;
  private readonly decision: DrawId;
  private readonly caller: number;
  private readonly record: number;
  private readonly works: ReadonlySet<Thing>;
  private before: PlanRunner | undefined;
  private readonly followers: PlanRunner[] = [];

  constructor(world: World, spec: PlanSpec, parts: PlanParts) {
    const { registry, arena } = world.workshop;
    this.world = world;
    this.spec = spec;
    this.parts = parts;
    this.steps = spec.steps.map((step, i) => new BoundStep(world, step, `${spec.name} step ${i + 1}`, parts.source));
    this.standing = new Standing(arena);
    this.slot = registry.slot('plan', spec.name, () => this.fire());
    this.decision = registry.draw(`${spec.name} decision`, spec.decidedBy.takes);
    this.proof = new Proof(world, spec);
    this.stopped = new StoppedWrites(world, parts.source, this.steps);
    this.execution = new Execution(this);
    this.settings = new PlanSettings(world.settings, spec, this.steps, parts.alarm.setting);
    this.caller = parts.team?.enrol(() => this.decide()) ?? 0;
    this.record = world.records.plan(
      spec.name,
      spec.steps.map((step) => `${step.verb} ${step.targets.join(', ')}`),
    );
    const watched = parts.alarm.things.flatMap((thing) => world.stores.standFor(thing));
    this.works = new Set([...watched, ...this.steps.flatMap((step) => step.mends)]);
    for (const thing of this.works) world.workforce.assign(thing, this);
    tellKeptOut(world, spec.name, spec.steps);
    for (const place of new Set(this.steps.flatMap((step) => step.places)))
      world.truth.watch(place, () => this.execution.unblock());
    parts.alarm.listen((raised) => this.alarmed(raised));
    const { primary } = spec.when;
    if (primary !== undefined) world.stores.onRole(world.stores.id(primary), () => this.consider());
  }

  /** This plan starts only after another one has run to its end. */
  follow(before: PlanRunner): void {
    this.before = before;
    before.followers.push(this);
  }

  private get wayBack(): boolean {
    return this.spec.when.cleared !== undefined;
  }

  /** Whether the alarm is as the plan wants it. */
  private get called(): boolean {
    return this.ready && this.parts.alarm.raised !== this.wayBack;
  }

  /** Whether the alarm is all that it waits for. */
  private get ready(): boolean {
    return (this.before === undefined || this.before.standing.completed) && this.fits;
  }

  /** Whether the database that it is meant for takes the writes. */
  private get fits(): boolean {
    const { primary } = this.spec.when;
    const { stores } = this.world;
    return primary === undefined || stores.leads(stores.id(primary));
  }

  private alarmed(raised: boolean): void {
    const { standing } = this;
    if (this.parts.alarm.ofDamage) standing.calledAgain = raised && standing.begun;
    this.execution.reconsider();
    if (raised !== this.wayBack) this.consider();
    else if (standing.is(HOLDING) || standing.is(AWAITING_WINDOW)) this.end('give-up');
  }

  private consider(): void {
    if (!this.standing.is(RESTING) || !this.called) return;
    this.standing.state = HOLDING;
    this.world.clocks.startFor(this.slot, this.spec.when.for);
  }

  private fire(): void {
    switch (this.standing.state) {
      case DECIDING:
        this.decided();
        break;
      case STEPPING:
        this.execution.stepped();
        break;
      case ASKING:
        this.execution.answered();
        break;
      default:
        this.held();
    }
  }

  /** The alarm has held for long enough. */
  private held(): void {
    const wait = this.untilWindow();
    if (wait > 0) {
      this.standing.state = AWAITING_WINDOW;
      this.world.clocks.startFor(this.slot, wait);
      return;
    }
    this.standing.state = DECIDING;
    this.note(NO_STEP, 'decide');
    if (this.parts.team === undefined) this.decide();
    else this.parts.team.ask(this.caller);
  }

  /** How long until the window of the day opens; 0 within it. */
  private untilWindow(): Us {
    return untilWindow(this.spec.when.window, this.world.clocks.now);
  }

  private decide(): void {
    if (!this.standing.is(DECIDING)) {
      this.parts.team?.release();
      return;
    }
    this.standing.hasDecider = true;
    this.world.clocks.startFor(this.slot, this.world.clocks.sample(this.decision));
  }

  /** Looked at once, when the decision ends: an alarm that has cleared meanwhile ends the plan. */
  private decided(): void {
    this.freeDecider();
    if (!this.called || this.givenUp(0)) {
      this.end('give-up');
      this.consider();
      return;
    }
    for (const follower of this.followers) follower.abandon();
    this.standing.completed = false;
    this.proof.begin();
    this.note(NO_STEP, 'start');
    this.execution.enter(0);
  }

  private freeDecider(): void {
    if (!this.standing.hasDecider) return;
    this.standing.hasDecider = false;
    this.parts.team?.release();
  }

  givenUp(index: number): boolean {
    const { giveUpIf } = this.spec;
    if (giveUpIf === undefined || this.parts.giveUp === undefined) return false;
    const last = this.spec.steps.findIndex((step) => step.verb === giveUpIf.before);
    return index <= last && !this.parts.giveUp.raised;
  }

  /** The disaster has come back while the way home was under way. */
  private abandon(): void {
    if (this.standing.is(RESTING)) return;
    this.freeDecider();
    this.stopped.release();
    this.end('give-up');
  }

  complete(): void {
    this.stopped.release();
    this.standing.completed = true;
    this.proof.serves();
    if (this.before !== undefined) this.supersede(this.before);
    this.end('done');
    for (const follower of this.followers) follower.consider();
    if (this.standing.calledAgain) this.consider();
    this.standing.calledAgain = false;
  }

  /** What an earlier plan has brought about holds no longer; what it switched to has served until a way back is taken. */
  private supersede(before: PlanRunner): void {
    before.standing.completed = false;
    if (this.wayBack) before.proof.serves();
  }

  end(event: 'done' | 'give-up' | 'fail'): void {
    this.world.clocks.stop(this.slot);
    this.standing.state = RESTING;
    this.note(NO_STEP, event);
  }

  note(step: number, event: StepEvent): void {
    this.world.records.step(this.record, step, event);
  }

  phase(thing: Thing): Phase {
    switch (this.standing.state) {
      case RESTING:
        return !this.wayBack && this.ready && this.parts.alarm.coming ? DETECT : IDLE;
      case HOLDING:
        return this.wayBack ? IDLE : DETECT;
      case DECIDING:
      case ASKING:
        return this.wayBack ? IDLE : DECIDE;
      case STEPPING:
        return this.execution.phase(thing, this.wayBack);
      default:
        return IDLE;
    }
  }

  waits(thing: Thing, phase: Phase, tell: (setting: SettingId) => void): void {
    if (phase === IDLE || this.phase(thing) !== phase) return;
    const setting = this.settings.of(this.standing);
    if (setting !== undefined) tell(setting);
  }

  /** Only what a way back stops on purpose is planned. */
  planned(thing: Thing): boolean {
    return this.wayBack && this.stopped.any && this.works.has(thing);
  }
}
