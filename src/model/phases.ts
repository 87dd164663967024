import type { SettingId } from './setting-id.ts';

/**
 * What a lost moment was spent on, in the order of a recovery: of several that are pending, the first of the chain counts.
 * Locating, restoring and replaying are `restore`; changing DNS is `switch`, its tail `propagate`; short capacity while the
 * path works is `overload`; nobody at work is `repair`.
 */
export const PHASE_NAMES = [
  'detect',
  'decide',
  'switch',
  'start',
  'restore',
  'propagate',
  'overload',
  'repair',
] as const;
export type PhaseName = (typeof PHASE_NAMES)[number];
export type Phase = number & { readonly __phase?: never };

export const DETECT: Phase = 0;
export const DECIDE: Phase = 1;
export const SWITCH: Phase = 2;
export const START: Phase = 3;
export const RESTORE: Phase = 4;
export const PROPAGATE: Phase = 5;
export const OVERLOAD: Phase = 6;
export const REPAIR: Phase = 7;
/** Nobody works on it. */
export const IDLE: Phase = 8;
export const PHASE_COUNT = PHASE_NAMES.length;

/** Someone who works on recoveries: a prober, a controller, a plan, a resolver that waits for its cache. */
export interface Worker {
  /** The phase of its work on a thing now, or {@link IDLE}. */
  phase(thing: number): Phase;
  /** Whether that work is planned: a failback, not an emergency. */
  readonly planned?: (thing: number) => boolean;
  /** Tells the settings of the scenario for which it is at a phase of its work on a thing now; none where it is not. */
  readonly waits?: (thing: number, phase: Phase, tell: (setting: SettingId) => void) => void;
}

const NOBODY: Worker[] = [];

/** Who works on what. Asked only while a workload is below its level, so working costs nothing in good times. */
export class Workforce {
  private readonly workers: Worker[][] = [];
  /** Those of them whose work may be planned, and those who tell settings: few. */
  private readonly planners: Worker[][] = [];
  private readonly tellers: Worker[][] = [];
  /** Products that recover by themselves, by what they are as a whole. */
  readonly products = new Map<number, Worker>();

  assign(thing: number, worker: Worker): void {
    const { workers, planners, tellers } = this;
    while (workers.length <= thing) for (const lists of [workers, planners, tellers]) lists.push(NOBODY);
    join(workers, thing, worker);
    if (worker.planned !== undefined) join(planners, thing, worker);
    if (worker.waits !== undefined) join(tellers, thing, worker);
  }

  /** A product that works on its own losses: what it does is told beside what plans do. */
  assignProduct(thing: number, worker: Worker): void {
    this.products.set(thing, worker);
    this.assign(thing, worker);
  }

  /** The first phase of the chain that someone is at, for a thing or the component it is part of; {@link REPAIR} where nobody is. */
  phase(thing: number, whole: number): Phase {
    const first = this.working(thing, whole);
    return first === IDLE ? REPAIR : first;
  }

  /** The same, or {@link IDLE} where nobody works on it. */
  working(thing: number, whole: number): Phase {
    const first = this.first(thing);
    return whole === thing ? first : Math.min(first, this.first(whole));
  }

  /** Tells the settings for which a phase of the work on a thing, or on the component it is part of, lasts. */
  waits(thing: number, whole: number, phase: Phase, tell: (setting: SettingId) => void): void {
    this.tellWaits(thing, phase, tell);
    if (whole !== thing) this.tellWaits(whole, phase, tell);
  }

  planned(thing: number, whole: number): boolean {
    return this.anyPlanned(thing) || (whole !== thing && this.anyPlanned(whole));
  }

  private first(thing: number): Phase {
    let first: Phase = IDLE;
    const workers = of(this.workers, thing);
    for (let i = 0; i < workers.length; i++) first = Math.min(first, workers[i]!.phase(thing));
    return first;
  }

  private tellWaits(thing: number, phase: Phase, tell: (setting: SettingId) => void): void {
    const tellers = of(this.tellers, thing);
    for (let i = 0; i < tellers.length; i++) tellers[i]!.waits?.(thing, phase, tell);
  }

  private anyPlanned(thing: number): boolean {
    const planners = of(this.planners, thing);
    for (let i = 0; i < planners.length; i++) if (planners[i]!.planned?.(thing) === true) return true;
    return false;
  }
}

/** Of thousands of servers few have anybody: one empty list stands for all those. */
function join(lists: Worker[][], thing: number, worker: Worker): void {
  if (lists[thing] === NOBODY) lists[thing] = [worker];
  else lists[thing]!.push(worker);
}

const of = (lists: readonly (readonly Worker[])[], thing: number): readonly Worker[] =>
  thing >= 0 && thing < lists.length ? lists[thing]! : NOBODY;
