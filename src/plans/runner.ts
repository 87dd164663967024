import type { Us } from '../base/index.ts';
import type { DrawId, Slot } from '../engine/index.ts';
import {
  DECIDE,
  DETECT,
  IDLE,
  type Phase,
  type SourceId,
  type StepEvent,
  type Thing,
  type Worker,
  type World,
} from '../model/index.ts';
import { BoundStep } from './bound-step.ts';
import { untilWindow } from './calendar.ts';
import { Proof } from './proof.ts';
import type { PlanSpec } from './schema.ts';
import { StoppedWrites } from './stopped-writes.ts';
import type { Team } from './team.ts';
import type { Alarm } from './watch.ts';

/** Where a plan stands. */
const RESTING = 0;
/** The alarm must hold for a while. */
const HOLDING = 1;
/** Outside its window of the day. */
const AWAITING_WINDOW = 2;
/** People, or automation, decide; or the people are busy. */
const DECIDING = 3;
const STEPPING = 4;
/** A place that the step needs is lost. */
const BLOCKED = 5;
/** People are asked whether to go on. */
const ASKING = 6;
/** Too much would be lost: it waits until something changes. */
const REFUSED = 7;

const STATE = 0;
const STEP = 1;
/** 1 when it has run to its end and nothing has taken that back. */
const COMPLETED = 2;
/** 1 while it holds a member of the team. */
const DECIDER = 3;
/** 1 when data that it is about have been found wrong once more since it began. */
const AGAIN = 4;
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
export class PlanRunner implements Worker {
  readonly spec: PlanSpec;
  private readonly world: World;
  private readonly parts: PlanParts;
  private readonly steps: readonly BoundStep[];
  private readonly state: Int32Array;
  private readonly slot: Slot;
  private readonly decision: DrawId;
  private readonly proof: Proof;
  private readonly stopped: StoppedWrites;
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
    this.state = arena.i32('logic', 5);
    this.slot = registry.slot('plan', spec.name, () => this.fire());
    this.decision = registry.draw(`${spec.name} decision`, spec.decidedBy.takes);
    this.proof = new Proof(world, spec);
    this.stopped = new StoppedWrites(world, parts.source, this.steps);
    this.caller = parts.team?.enrol(() => this.decide()) ?? 0;
    this.record = world.records.plan(
      spec.name,
      spec.steps.map((step) => `${step.verb} ${step.targets.join(', ')}`),
    );
    const watched = parts.alarm.things.flatMap((thing) => world.stores.standFor(thing));
    this.works = new Set([...watched, ...this.steps.flatMap((step) => step.mends)]);
    for (const thing of this.works) world.workforce.assign(thing, this);
    for (const place of new Set(this.steps.flatMap((step) => step.places)))
      world.truth.watch(place, () => this.unblock());
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
    const ready = this.before === undefined || this.before.state[COMPLETED] === 1;
    return ready && this.fits && this.parts.alarm.raised !== this.wayBack;
  }

  /** Whether the database that it is meant for takes the writes. */
  private get fits(): boolean {
    const { primary } = this.spec.when;
    const { stores } = this.world;
    return primary === undefined || stores.leads(stores.id(primary));
  }

  private alarmed(raised: boolean): void {
    if (this.parts.alarm.ofDamage) this.state[AGAIN] = raised && this.begun ? 1 : 0;
    if (this.is(REFUSED)) this.enter(this.state[STEP]!);
    if (raised !== this.wayBack) this.consider();
    else if (this.is(HOLDING) || this.is(AWAITING_WINDOW)) this.rest('give-up');
  }

  private is(state: number): boolean {
    return this.state[STATE] === state;
  }

  private get begun(): boolean {
    return this.state[STATE]! >= STEPPING;
  }

  private consider(): void {
    if (!this.is(RESTING) || !this.called) return;
    this.state[STATE] = HOLDING;
    this.world.clocks.startFor(this.slot, this.spec.when.for);
  }

  private fire(): void {
    switch (this.state[STATE]) {
      case DECIDING:
        this.decided();
        break;
      case STEPPING:
        this.stepped();
        break;
      case ASKING:
        this.answered();
        break;
      default:
        this.held();
    }
  }

  /** The alarm has held for long enough. */
  private held(): void {
    const wait = this.untilWindow();
    if (wait > 0) {
      this.state[STATE] = AWAITING_WINDOW;
      this.world.clocks.startFor(this.slot, wait);
      return;
    }
    this.state[STATE] = DECIDING;
    this.note(NO_STEP, 'decide');
    if (this.parts.team === undefined) this.decide();
    else this.parts.team.ask(this.caller);
  }

  /** How long until the window of the day opens; 0 within it. */
  private untilWindow(): Us {
    return untilWindow(this.spec.when.window, this.world.clocks.now);
  }

  private decide(): void {
    if (!this.is(DECIDING)) {
      this.parts.team?.release();
      return;
    }
    this.state[DECIDER] = 1;
    this.world.clocks.startFor(this.slot, this.world.clocks.sample(this.decision));
  }

  /** Looked at once, when the decision ends: an alarm that has cleared meanwhile ends the plan. */
  private decided(): void {
    this.freeDecider();
    if (!this.called || this.givenUp(0)) {
      this.rest('give-up');
      this.consider();
      return;
    }
    for (const follower of this.followers) follower.abandon();
    this.state[COMPLETED] = 0;
    this.proof.begin();
    this.note(NO_STEP, 'start');
    this.enter(0);
  }

  private freeDecider(): void {
    if (this.state[DECIDER] === 0) return;
    this.state[DECIDER] = 0;
    this.parts.team?.release();
  }

  /** Whether the plan is to be given up before its step `index`. */
  private givenUp(index: number): boolean {
    const { giveUpIf } = this.spec;
    if (giveUpIf === undefined || this.parts.giveUp === undefined) return false;
    const last = this.spec.steps.findIndex((step) => step.verb === giveUpIf.before);
    return index <= last && !this.parts.giveUp.raised;
  }

  private enter(index: number): void {
    this.state[STEP] = index;
    if (index === this.steps.length) this.complete();
    else if (this.givenUp(index)) this.giveUp(index);
    else this.attempt();
  }

  /** Begins the present step, when its places work and its data is near enough. */
  private attempt(): void {
    const step = this.steps[this.state[STEP]!]!;
    if (step.blocked) {
      this.state[STATE] = BLOCKED;
      this.note(this.state[STEP]!, 'wait');
      return;
    }
    const { maxLag, elseAction } = step.spec;
    if (maxLag === undefined || elseAction === 'promote' || step.lag() <= maxLag) this.begin(step);
    else if (elseAction === 'ask') this.ask(step);
    else this.refuse();
  }

  /** Not with this much lost: the step is looked at again when a place comes back or the alarm changes. */
  private refuse(): void {
    this.state[STATE] = REFUSED;
    this.note(this.state[STEP]!, 'wait');
  }

  private begin(step: BoundStep): void {
    this.state[STATE] = STEPPING;
    this.note(this.state[STEP]!, 'begin');
    if (step.spec.verb === 'stop-writes') this.stopped.begin();
    step.begin();
    const delay = this.prove(step);
    this.world.clocks.startFor(this.slot, (step.duration() + delay + this.compare(step)) as Us);
  }

  /** How much longer a comparison takes because something differs. */
  private compare(step: BoundStep): Us {
    if (!step.differs) return 0 as Us;
    this.note(this.state[STEP]!, 'differs');
    return step.repairing();
  }

  /** How much longer the step takes because what it leans on does not work at once. */
  private prove(step: BoundStep): Us {
    const delay = this.proof.delayOf(step.spec);
    if (delay > 0) this.note(this.state[STEP]!, 'fail');
    return delay;
  }

  private ask(step: BoundStep): void {
    this.state[STATE] = ASKING;
    this.note(this.state[STEP]!, 'ask');
    this.world.clocks.startFor(this.slot, step.answerTime());
  }

  /** The alarm or the lag may have changed while people thought. */
  private answered(): void {
    const index = this.state[STEP]!;
    const step = this.steps[index]!;
    if (this.givenUp(index)) this.giveUp(index);
    else if (step.lag() <= (step.spec.maxLag ?? 0) || step.accepts()) this.begin(step);
    else this.refuse();
  }

  /** A place has been lost or is back. */
  private unblock(): void {
    const waits = this.is(BLOCKED) || this.is(REFUSED);
    if (waits && !this.steps[this.state[STEP]!]!.blocked) this.enter(this.state[STEP]!);
  }

  private stepped(): void {
    const index = this.state[STEP]!;
    const step = this.steps[index]!;
    if (step.blocked) this.attempt();
    else if (!step.ready) this.world.clocks.startFor(this.slot, step.untilLooked());
    else this.done(index, step);
  }

  /** The deeds have come about, and what is stated comes on top of them. */
  private done(index: number, step: BoundStep): void {
    const stated = step.stated();
    if (stated > 0) this.world.clocks.startFor(this.slot, stated);
    else if (step.succeeds()) this.succeed(index, step);
    else this.stumble(index, step);
  }

  private succeed(index: number, step: BoundStep): void {
    step.end();
    this.note(index, 'end');
    if (step.spec.verb === 'repoint') this.stopped.release();
    this.enter(index + 1);
  }

  private stumble(index: number, step: BoundStep): void {
    this.note(index, 'fail');
    if (step.spec.then === 'retry') this.attempt();
    else if (step.spec.then === 'ask') this.ask(step);
    else this.abort(index);
  }

  /** The plan ends where it is. What it did is taken back, unless a store has been promoted on the way. */
  private abort(index: number): void {
    const promoted = this.spec.steps.slice(0, index).some(({ verb }) => verb === 'promote' || verb === 'failover');
    if (!promoted) this.giveUp(index);
    else {
      this.stopped.release();
      this.rest('fail');
    }
  }

  /** Takes back what has been done so far. */
  private giveUp(index: number): void {
    for (let done = index - 1; done >= 0; done--) this.steps[done]!.undo();
    this.stopped.release();
    this.rest('give-up');
  }

  /** The disaster has come back while the way home was under way. */
  private abandon(): void {
    if (this.is(RESTING)) return;
    this.freeDecider();
    this.stopped.release();
    this.rest('give-up');
  }

  private complete(): void {
    this.stopped.release();
    this.state[COMPLETED] = 1;
    this.proof.serves();
    if (this.before !== undefined) this.supersede(this.before);
    this.rest('done');
    for (const follower of this.followers) follower.consider();
    if (this.state[AGAIN] === 1) this.consider();
    this.state[AGAIN] = 0;
  }

  /** What an earlier plan has brought about holds no longer; what it switched to has served until a way back is taken. */
  private supersede(before: PlanRunner): void {
    before.state[COMPLETED] = 0;
    if (this.wayBack) before.proof.serves();
  }

  private rest(event: StepEvent): void {
    this.world.clocks.stop(this.slot);
    this.state[STATE] = RESTING;
    this.note(NO_STEP, event);
  }

  private note(step: number, event: StepEvent): void {
    this.world.records.step(this.record, step, event);
  }

  phase(thing: Thing): Phase {
    switch (this.state[STATE]) {
      case HOLDING:
        return this.wayBack ? IDLE : DETECT;
      case DECIDING:
      case ASKING:
        return this.wayBack ? IDLE : DECIDE;
      case STEPPING:
        return this.stillToMend(thing) ? this.steps[this.state[STEP]!]!.phase : IDLE;
      default:
        return IDLE;
    }
  }

  /** Whether this step or a later one mends the thing: what has been mended waits for nobody here. */
  private stillToMend(thing: Thing): boolean {
    if (this.wayBack && !this.stopped.any) return false;
    return this.steps.some((step, index) => this.isPending(step, index) && step.mends.includes(thing));
  }

  /** Writes that it has stopped stay so until the steps after that have given them another home. */
  private isPending(step: BoundStep, index: number): boolean {
    return index >= this.state[STEP]! || (step.spec.verb === 'stop-writes' && this.stopped.any);
  }

  /** Only what a way back stops on purpose is planned. */
  planned(thing: Thing): boolean {
    return this.wayBack && this.stopped.any && this.works.has(thing);
  }
}
