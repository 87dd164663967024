import type { Us } from '../base/index.ts';
import type { Slot } from '../engine/index.ts';
import { IDLE, type Phase, type StepEvent, type Thing, type World } from '../model/index.ts';
import type { BoundStep } from './bound-step.ts';
import type { Proof } from './proof.ts';
import { ASKING, BLOCKED, REFUSED, STEPPING, type Standing } from './standing.ts';
import type { StoppedWrites } from './stopped-writes.ts';

/** What the steps of a plan are carried out with, and whom they belong to. */
export interface Executed {
  readonly world: World;
  readonly steps: readonly BoundStep[];
  /** The clock of the plan. */
  readonly slot: Slot;
  readonly standing: Standing;
  readonly proof: Proof;
  readonly stopped: StoppedWrites;
  /** Whether the plan is to be given up before its step `index`. */
  givenUp(index: number): boolean;
  note(step: number, event: StepEvent): void;
  /** The last step has ended. */
  complete(): void;
  /** The plan ends before its last step. */
  end(event: 'give-up' | 'fail'): void;
}

/** Carries out a plan that has been decided, step by step. */
export class Execution {
  private readonly plan: Executed;

  constructor(plan: Executed) {
    this.plan = plan;
  }

  private get present(): BoundStep {
    return this.plan.steps[this.plan.standing.step]!;
  }

  private noteHere(event: StepEvent): void {
    this.plan.note(this.plan.standing.step, event);
  }

  private wait(delay: Us): void {
    this.plan.world.clocks.startFor(this.plan.slot, delay);
  }

  /** Goes on with the step `index`. */
  enter(index: number): void {
    const { standing, steps } = this.plan;
    standing.step = index;
    if (index === steps.length) this.plan.complete();
    else if (this.plan.givenUp(index)) this.giveUp(index);
    else this.attempt();
  }

  /** The alarm has changed: a step that was refused is looked at again. */
  reconsider(): void {
    if (this.plan.standing.is(REFUSED)) this.enter(this.plan.standing.step);
  }

  /** A place has been lost or is back. */
  unblock(): void {
    const { standing } = this.plan;
    const waits = standing.is(BLOCKED) || standing.is(REFUSED);
    if (waits && !this.present.blocked) this.enter(standing.step);
  }

  /** Begins the present step, when its places work and its data is near enough. */
  private attempt(): void {
    const step = this.present;
    if (step.blocked) {
      this.plan.standing.state = BLOCKED;
      this.noteHere('wait');
      return;
    }
    const { maxLag, elseAction } = step.spec;
    if (maxLag === undefined || elseAction === 'promote' || step.lag() <= maxLag) this.begin(step);
    else if (elseAction === 'ask') this.ask(step);
    else this.refuse();
  }

  /** Not with this much lost: the step is looked at again when a place comes back or the alarm changes. */
  private refuse(): void {
    this.plan.standing.state = REFUSED;
    this.noteHere('wait');
  }

  private begin(step: BoundStep): void {
    this.plan.standing.state = STEPPING;
    this.noteHere('begin');
    if (step.spec.verb === 'stop-writes') this.plan.stopped.begin();
    if (!step.statedFirst) step.begin();
    const delay = this.prove(step);
    const needed = (step.duration() + delay + this.compare(step)) as Us;
    if (needed > 0 || !step.statedFirst) this.wait(needed);
    else this.order(step);
  }

  /** What comes before the deeds is over: they begin if it has worked. */
  private order(step: BoundStep): void {
    step.prepared();
    if (!step.succeeds()) {
      this.stumble(step);
      return;
    }
    step.begin();
    this.wait(step.untilLooked());
  }

  /** How much longer a comparison takes because something differs. */
  private compare(step: BoundStep): Us {
    if (!step.differs) return 0 as Us;
    this.noteHere('differs');
    return step.repairing();
  }

  /** How much longer the step takes because what it leans on does not work at once. */
  private prove(step: BoundStep): Us {
    const delay = this.plan.proof.delayOf(step.spec);
    if (delay > 0) this.noteHere('fail');
    return delay;
  }

  private ask(step: BoundStep): void {
    this.plan.standing.state = ASKING;
    this.noteHere('ask');
    this.wait(step.answerTime());
  }

  /** The alarm or the lag may have changed while people thought. */
  answered(): void {
    const index = this.plan.standing.step;
    const step = this.present;
    if (this.plan.givenUp(index)) this.giveUp(index);
    else if (step.lag() <= (step.spec.maxLag ?? 0) || step.accepts()) this.begin(step);
    else this.refuse();
  }

  /** The time of the present step is over. */
  stepped(): void {
    const step = this.present;
    if (step.blocked) this.attempt();
    else if (step.preparing) this.order(step);
    else if (!step.ready) this.wait(step.untilLooked());
    else this.done(step);
  }

  /** The deeds have come about, and what is stated comes on top of them. */
  private done(step: BoundStep): void {
    const stated = step.stated();
    if (stated > 0) this.wait(stated);
    else if (step.statedFirst || step.succeeds()) this.succeed(step);
    else this.stumble(step);
  }

  private succeed(step: BoundStep): void {
    const index = this.plan.standing.step;
    step.end();
    this.plan.note(index, step.worked ? 'end' : 'fail');
    if (step.spec.verb === 'repoint') this.plan.stopped.release();
    this.enter(index + 1);
  }

  private stumble(step: BoundStep): void {
    this.noteHere('fail');
    if (step.spec.then === 'retry') this.attempt();
    else if (step.spec.then === 'ask') this.ask(step);
    else this.abort();
  }

  /** The plan ends where it is. What it did is taken back, unless a store has been promoted on the way. */
  private abort(): void {
    const { standing, steps, stopped } = this.plan;
    this.present.abandon();
    const ended = steps.slice(0, standing.step);
    const promoted = ended.some(({ spec: { verb } }) => verb === 'promote' || verb === 'failover');
    if (!promoted) this.giveUp(standing.step);
    else {
      stopped.release();
      this.plan.end('fail');
    }
  }

  /** Takes back what has been done so far. */
  private giveUp(index: number): void {
    for (let done = index - 1; done >= 0; done--) this.plan.steps[done]!.undo();
    this.plan.stopped.release();
    this.plan.end('give-up');
  }

  /** What the present step does for a thing, while one is under way. */
  phase(thing: Thing, wayBack: boolean): Phase {
    return this.stillToMend(thing, wayBack) ? this.present.phase : IDLE;
  }

  /** Whether this step or a later one mends the thing: what has been mended waits for nobody here. */
  private stillToMend(thing: Thing, wayBack: boolean): boolean {
    if (wayBack && !this.plan.stopped.any) return false;
    const { steps } = this.plan;
    for (let i = 0; i < steps.length; i++)
      if (this.isPending(steps[i]!, i) && steps[i]!.mends.includes(thing)) return true;
    return false;
  }

  /** Writes that it has stopped stay so until the steps after that have given them another home. */
  private isPending(step: BoundStep, index: number): boolean {
    return index >= this.plan.standing.step || (step.spec.verb === 'stop-writes' && this.plan.stopped.any);
  }
}
