import type { Us } from '../base/index.ts';
import { IDLE, type Judge, PHASE_COUNT, type SourceId, type World } from '../model/index.ts';
import type { CauseSum } from './causes.ts';
import type { WorkloadCollected } from './collected.ts';
import type { Domains } from './domains.ts';
import { NOBODY, type PlanSteps } from './plan-steps.ts';
import { ServedMeter } from './served.ts';
import { WaitMeter } from './waits.ts';

/** When a workload counts as up, and what counts as one incident. */
export interface Levels {
  readonly name: string;
  /** Shares of the demand, 0 to 1. */
  readonly upWhen: number;
  readonly recoveredWhen: number;
  readonly settle: Us;
  /** Incidents shorter than this are blips. */
  readonly blip: Us;
  /** Whether wrong answers count as not served. */
  readonly wrongIsDown: boolean;
}

/** What all workloads are measured beside. */
interface Around {
  readonly domains: Domains;
  readonly steps: PlanSteps;
}

/** Levels are compared with this much tolerance, because shares are sums. */
const TOLERANCE = 1e-9;
const FLAP = PHASE_COUNT;

/** Where the numbers of the state stand. */
const SINCE = 0;
const DOWN = 1;
const PLANNED = 2;
const START = 3;
const RECOVERED = 4;
const BELOW = 5;
const OPEN = 6;
const PHASE = 7;
const IS_PLANNED = 8;
const SOURCE = 9;
const COUNT = 10;
const INCIDENT_DOWN = 11;
/** Incidents that were blips; and what was lost in incidents that a change began. */
const BLIPS = 12;
const BY_CHANGES = 13;
/** The group of what the incident is put down to; negative for nothing. */
const TRIGGER = 14;
/** The only group that was broken when it began, negative where that was not so; and how many of it. */
const ALONE = 15;
const HOW_MANY = 16;
const FIELDS = 17;

/** An incident that has ended, or was cut off by the horizon. */
export interface Incident {
  readonly workload: string;
  readonly start: Us;
  readonly end: Us;
  readonly down: number;
  readonly censored: boolean;
  readonly source: SourceId;
  /** What this replication has lost up to here, by phase; up-gaps stand last. It goes on changing: read it at once. */
  readonly spent: Readonly<Float64Array>;
}

/**
 * Follows one workload: integrates what is served, opens an incident when the level is lost and closes it when it has been
 * back for `settle`. Each lost moment is booked on the phase of the thing on which the largest loss dies, and on the cause
 * of its incident; so up + downtime by phase = up + downtime by cause = horizon.
 */
export class WorkloadMeter {
  private readonly world: World;
  private readonly judge: Judge;
  private readonly index: number;
  private readonly levels: Levels;
  private readonly domains: Domains;
  private readonly steps: PlanSteps;
  private readonly state: Float64Array;
  private readonly phases: Float64Array;
  /** The phases of the open incident, as bits. */
  private readonly met: Int32Array;
  /** The same as {@link phases} when the last incident ended. */
  private readonly spent: Float64Array;
  /** How many of each group were broken when the last incident began, where that was not one group alone. */
  private readonly counts: Int32Array;
  /** Where {@link broken} is told. */
  private readonly told: Int32Array;
  /** Below the first the level is lost; it is back from the second on. */
  private readonly lost: number;
  private readonly back: number;
  private readonly answers: ServedMeter;
  private readonly waits: WaitMeter;
  private collected!: WorkloadCollected;
  /** Told of each incident, when someone wants to replay them. */
  onIncident: ((incident: Incident) => void) | undefined;

  constructor(world: World, judge: Judge, index: number, levels: Levels, { domains, steps }: Around) {
    this.world = world;
    this.judge = judge;
    this.index = index;
    this.levels = levels;
    this.domains = domains;
    this.steps = steps;
    this.lost = levels.upWhen - TOLERANCE;
    this.back = levels.recoveredWhen - TOLERANCE;
    this.state = world.workshop.arena.f64('sums', FIELDS);
    this.phases = world.workshop.arena.f64('sums', PHASE_COUNT + 1);
    this.spent = world.workshop.arena.f64('sums', PHASE_COUNT);
    this.met = world.workshop.arena.i32('sums', 1);
    this.answers = new ServedMeter(world);
    this.waits = new WaitMeter(world);
    this.counts = world.workshop.arena.i32('sums', world.sources.active.length);
    this.told = new Int32Array(this.counts.length);
  }

  /**
   * How many of each group were broken when the last incident began, without the damages that have no part in it. It goes on
   * changing: read it at once.
   */
  get broken(): Readonly<Int32Array> {
    const { counts, told, state } = this;
    if (state[ALONE]! < 0) return counts;
    told.fill(0);
    told[state[ALONE]!] = state[HOW_MANY]!;
    return told;
  }

  get below(): boolean {
    return this.state[BELOW] === 1;
  }

  /** The share that is served now. */
  get served(): number {
    return this.answers.share;
  }

  /** Incidents of this replication so far. */
  get incidents(): number {
    return this.state[COUNT]!;
  }

  /** From when on a further loss would be an incident of its own; never while below the level. */
  get settledFrom(): number {
    const { state } = this;
    if (state[BELOW] === 1) return Number.POSITIVE_INFINITY;
    return state[OPEN] === 1 ? state[RECOVERED]! + this.levels.settle : 0;
  }

  begin(collected: WorkloadCollected): void {
    this.collected = collected;
  }

  /** From now on, so much of the demand of each workload is served. Returns whether it is below its level. */
  service(shares: Float64Array): boolean {
    const served = shares[this.index]!;
    const below = this.state[BELOW] === 1;
    if (served !== this.answers.share) {
      this.answers.take(shares, this.index);
      if (!below && served < this.lost) {
        this.fall(this.world.clocks.now);
        return true;
      }
    }
    if (!below) return false;
    this.account(this.world.clocks.now);
    if (served < this.back) this.look();
    else this.rise();
    return served < this.back;
  }

  /** From now on, so much of the demand of each workload is served with wrong data. */
  wrong(shares: Float64Array): void {
    this.answers.wrong(shares[this.index]!, this.world.clocks.now);
  }

  /** The level is lost. */
  private fall(now: Us): void {
    this.state[SINCE] = now;
    this.open(now, this.look());
  }

  /** The level is reached again. */
  private rise(): void {
    this.state[BELOW] = 0;
    this.state[RECOVERED] = this.world.clocks.now;
  }

  /** Books the time since the last look. */
  private account(now: Us): void {
    const { state } = this;
    const span = now - state[SINCE]!;
    state[SINCE] = now;
    if (state[BELOW] === 0) return;
    state[DOWN]! += span;
    state[INCIDENT_DOWN]! += span;
    if (state[IS_PLANNED] === 1) state[PLANNED]! += span;
    const phase = state[PHASE]! | 0;
    this.phases[phase]! += span;
    this.met[0]! |= 1 << phase;
    this.waits.account(span as Us);
  }

  /** Finds what the next moments are lost on; returns the thing. */
  private look(): number {
    const { state, world } = this;
    const { thing, phase } = this.judge.worst(this.index);
    const whole = thing < 0 ? thing : world.truth.whole(thing);
    state[PHASE] = phase === IDLE ? world.workforce.phase(thing, whole) : phase;
    this.waits.look(world, thing, whole, state[PHASE]! | 0);
    state[IS_PLANNED] = world.workforce.planned(thing, whole) ? 1 : 0;
    return thing;
  }

  private open(now: Us, thing: number): void {
    const { state } = this;
    state[BELOW] = 1;
    const gap = now - state[RECOVERED]!;
    if (state[OPEN] === 1 && gap < this.levels.settle) {
      this.phases[FLAP]! += gap;
      return;
    }
    if (state[OPEN] === 1) this.close(state[RECOVERED]! as Us, false);
    state[OPEN] = 1;
    state[START] = now;
    state[INCIDENT_DOWN] = 0;
    state[COUNT]! += 1;
    state[SOURCE] = this.world.blamed(thing);
    this.noteCause(state[SOURCE]! | 0);
  }

  /** What is broken now, and what struck last; where nothing is, the plan whose step has done it. */
  private noteCause(source: SourceId): void {
    const { state } = this;
    const { sources } = this.world;
    const trigger = source < 0 ? NOBODY : sources.list[source]!.group;
    const { alone } = sources;
    state[TRIGGER] = trigger;
    const isLone = alone >= 0 && (this.levels.wrongIsDown || !(sources.isDamage(alone) || sources.isDamage(trigger)));
    state[ALONE] = isLone ? alone : NOBODY;
    if (isLone) state[HOW_MANY] = sources.active[alone]!;
    else this.noteCounts(source);
  }

  private noteCounts(source: SourceId): void {
    const { counts, state } = this;
    const { sources } = this.world;
    counts.set(sources.active);
    if (!this.levels.wrongIsDown) sources.withoutDamages(counts, source);
    const plan = this.steps.now;
    if (plan === NOBODY || counts.some((count) => count > 0)) return;
    counts[plan] = 1;
    state[TRIGGER] = plan;
  }

  private findCause(): CauseSum {
    const { state, counts } = this;
    const { causes } = this.collected;
    const [trigger, alone] = [state[TRIGGER]! | 0, state[ALONE]! | 0];
    return alone >= 0 ? causes.ofOne(trigger, alone, state[HOW_MANY]! | 0) : causes.of(trigger, counts);
  }

  private close(end: Us, censored: boolean): void {
    const { state, collected } = this;
    const start = state[START]! as Us;
    const length = end - start;
    const source = state[SOURCE]! | 0; // a number from a column of reals is no index until it is whole
    const cause = this.findCause();
    collected.causes.book(cause, state[INCIDENT_DOWN]!);
    this.bookPhases(cause);
    this.waits.book(cause.trigger, collected.waits);
    if (this.world.sources.changes.has(cause.trigger)) state[BY_CHANGES]! += state[INCIDENT_DOWN]!;
    collected.incidents += 1;
    if (censored) collected.censored += 1;
    else collected.durations.add(length);
    if (length < this.levels.blip && !censored) state[BLIPS]! += 1;
    this.recover(this.domains.of(source), length, censored);
    const { name: workload } = this.levels;
    this.onIncident?.({ workload, start, end, down: state[INCIDENT_DOWN]!, censored, source, spent: this.phases });
    state[OPEN] = 0;
  }

  /** What the incident has lost by phase: all since the one before. */
  private bookPhases(cause: CauseSum): void {
    const { phases, spent, met } = this;
    for (let left = met[0]!; left !== 0; left &= left - 1) {
      const phase = 31 - Math.clz32(left & -left);
      const lost = phases[phase]! - spent[phase]!;
      if (lost === 0) continue;
      this.collected.causes.bookPhase(cause, phase, lost);
      spent[phase] = phases[phase]!;
    }
    met[0] = 0;
  }

  private recover(domain: number, length: number, censored: boolean): void {
    if (domain < 0 || this.domains.rows[domain]!.class === 'plan') return;
    if (censored) this.collected.recoveries.addCensored(domain);
    else this.collected.recoveries.add(domain, length);
  }

  /** The horizon: an incident that is still open is censored, never dropped. */
  end(now: Us): void {
    const { state, collected } = this;
    this.account(now);
    if (state[OPEN] === 1) this.close(state[BELOW] === 1 ? now : (state[RECOVERED]! as Us), state[BELOW] === 1);
    this.answers.end(now, collected, this.levels.wrongIsDown);
    collected.down.add(state[DOWN]! / now);
    collected.planned.add(state[PLANNED]! / now);
    collected.unplanned.add((state[DOWN]! - state[PLANNED]!) / now);
    collected.incidentRate.add(state[COUNT]! / now);
    this.endRun();
  }

  /** What this replication adds to sums, and the sums that their intervals take. */
  private endRun(): void {
    const { state, collected, phases } = this;
    const down = state[DOWN]!;
    collected.downTotal.add(down);
    collected.downTotal.endRun();
    collected.withoutChanges.add(down - state[BY_CHANGES]!, down);
    collected.blips += state[BLIPS]!;
    collected.blipRuns.add(state[BLIPS]!);
    for (let phase = 0; phase <= FLAP; phase++) {
      collected.phases[phase]!.add(phases[phase]!);
      collected.phases[phase]!.endRun(down);
    }
    collected.durations.endRun();
    collected.recoveries.endRun();
    collected.causes.endRun(down);
    collected.waits.endRun();
  }
}
