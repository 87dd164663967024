import { i32Table, type Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import { mix32, nameKey } from '../random/index.ts';
import type { Manner } from './manner.ts';
import type { SourceId, Thing } from './truth.ts';

/** What a step of a plan came to. */
export const STEP_EVENTS = [
  'decide',
  'begin',
  'end',
  'fail',
  'wait',
  'ask',
  'give-up',
  'done',
  'start',
  'differs',
] as const;
export type StepEvent = (typeof STEP_EVENTS)[number];

/** What happens in a simulation, as numbers. Measures and timelines read these and nothing else. */
export interface Recorder {
  truth(thing: Thing, manner: Manner, source: SourceId): void;
  belief(observer: number, target: Thing, good: 0 | 1): void;
  /** A role has changed: who is primary, where an address points. `role` names it, `value` is a thing or a number. */
  role(thing: Thing, role: number, value: number): void;
  step(plan: number, step: number, event: StepEvent): void;
  /** People switch to what is left of a product, because it does not by itself. */
  byHand(thing: Thing): void;
  /** A survivor took over: the last acknowledged write is `age` newer than what it had received. */
  recovery(store: number, source: SourceId, age: Us, writesLeft: number, discarded: boolean): void;
  /** Writes that only the old primary of a store had were thrown away when it was rebuilt from that store. */
  discarded(store: number, writes: number): void;
  /** What a promotion of this store had left behind has arrived after all. */
  delivered(store: number, writes: number): void;
  /** A store was taken back to a point in time. */
  restored(store: number, source: SourceId, outcome: Restoration): void;
  /** The data of a store have changed their worth: a place in {@link DATA_STATES}. */
  data(store: number, state: number): void;
  /** Reads of a store are answered from now on by copies beside its primary alone, which lack the last `age` of writes. */
  stale(store: number, age: Us): void;
}

/** What becomes of data: `gone` from the store, `lost` everywhere. */
export const DATA_STATES = ['right', 'damaged', 'noticed', 'gone', 'lost', 'filled'] as const;
export type DataState = (typeof DATA_STATES)[number];
export const dataCode = (state: DataState): number => DATA_STATES.indexOf(state);

/** What going back to an earlier state of the data has cost. */
export interface Restoration {
  /** From the point to the damage, or to the last acknowledged write where the data were lost. */
  readonly age: Us;
  /** Acknowledged writes in that time. */
  readonly lost: number;
  /** From the damage to the end of writing. */
  readonly wrong: Us;
  /** How far apart the disks of one machine came back: an application across them is inconsistent by so much. */
  readonly apart: Us;
  /** Writes acknowledged after the damage, thrown away with it. */
  readonly discarded: number;
}

/** Roles that change, by what they say. */
export const ROLES = [
  'primary',
  'writable',
  'fenced',
  'writes-stopped',
  'standby',
  'answer',
  'held-out',
  'uses',
  'direction',
  'zone',
  'fallen-back',
  'restoring',
  'running',
  'control',
  'failed-over',
] as const;
export type Role = (typeof ROLES)[number];
export const roleCode = (role: Role): number => ROLES.indexOf(role);

/** Hears of some kinds of records. */
export type Listener = Partial<Recorder>;

const hearsTruth = (listener: Listener): listener is Pick<Recorder, 'truth'> => listener.truth !== undefined;
const hearsBelief = (listener: Listener): listener is Pick<Recorder, 'belief'> => listener.belief !== undefined;

const TWO_TO_MINUS_32 = 2 ** -32;
const LOW = 0;
const HIGH = 1;

/**
 * Hands records on, and folds truth, belief and role into a hash of two 32-bit lanes, keyed by names: equal for literal and
 * elided probes, for any number of workers and for a reordered file.
 */
export class Records implements Recorder {
  private readonly observers: string[] = [];
  private observerKeys!: Int32Array;
  private readonly plans: { readonly name: string; readonly steps: readonly string[] }[] = [];
  private thingKeys!: Int32Array;
  private readonly listeners: Listener[] = [];
  /** Those of them that hear of truth, and of belief: what happens most is told to few. */
  private truthListeners: Pick<Recorder, 'truth'>[] = [];
  private beliefListeners: Pick<Recorder, 'belief'>[] = [];
  private readonly lanes: Int32Array;
  private clock!: { readonly now: Us };

  /** The lanes are part of the state: a simulation that is restored goes on with the hash that it had. */
  constructor(arena: Arena) {
    this.lanes = arena.i32('sums', 2);
    this.lanes.set([0x243f6a88, 0x85a308d3]);
  }

  /** Declares an observer whose beliefs are recorded. */
  observer(name: string): number {
    return this.observers.push(name) - 1;
  }

  observerName(observer: number): string {
    return this.observers[observer]!;
  }

  /** Declares a plan with its steps as one would write them. */
  plan(name: string, steps: readonly string[]): number {
    return this.plans.push({ name, steps }) - 1;
  }

  planName(plan: number): string {
    return this.plans[plan]!.name;
  }

  stepName(plan: number, step: number): string | undefined {
    return this.plans[plan]!.steps[step];
  }

  bind(names: readonly string[], clock: { readonly now: Us }): void {
    this.thingKeys = keysOf(names);
    this.observerKeys = keysOf(this.observers);
    this.clock = clock;
  }

  attach(listener: Listener): void {
    this.listeners.push(listener);
    this.sort();
  }

  detach(listener: Listener): void {
    const at = this.listeners.indexOf(listener);
    if (at >= 0) this.listeners.splice(at, 1);
    this.sort();
  }

  private sort(): void {
    this.truthListeners = this.listeners.filter(hearsTruth);
    this.beliefListeners = this.listeners.filter(hearsBelief);
  }

  /** The two lanes of the trace hash of this replication. */
  get hash(): readonly [number, number] {
    return [this.lanes[LOW]!, this.lanes[HIGH]!];
  }

  get now(): Us {
    return this.clock.now;
  }

  truth(thing: Thing, manner: Manner, source: SourceId): void {
    this.fold(this.thingKeys[thing]!, manner);
    for (let i = 0; i < this.truthListeners.length; i++) this.truthListeners[i]!.truth(thing, manner, source);
  }

  belief(observer: number, target: Thing, good: 0 | 1): void {
    this.fold(this.observerKeys[observer]! ^ this.thingKeys[target]!, 16 + good);
    for (let i = 0; i < this.beliefListeners.length; i++) this.beliefListeners[i]!.belief(observer, target, good);
  }

  role(thing: Thing, role: number, value: number): void {
    this.fold(this.thingKeys[thing]!, 32 + role + (value << 8));
    for (let i = 0; i < this.listeners.length; i++) this.listeners[i]!.role?.(thing, role, value);
  }

  step(plan: number, step: number, event: StepEvent): void {
    for (let i = 0; i < this.listeners.length; i++) this.listeners[i]!.step?.(plan, step, event);
  }

  byHand(thing: Thing): void {
    for (let i = 0; i < this.listeners.length; i++) this.listeners[i]!.byHand?.(thing);
  }

  recovery(store: number, source: SourceId, age: Us, writesLeft: number, discarded: boolean): void {
    for (let i = 0; i < this.listeners.length; i++)
      this.listeners[i]!.recovery?.(store, source, age, writesLeft, discarded);
  }

  discarded(store: number, writes: number): void {
    for (let i = 0; i < this.listeners.length; i++) this.listeners[i]!.discarded?.(store, writes);
  }

  delivered(store: number, writes: number): void {
    for (let i = 0; i < this.listeners.length; i++) this.listeners[i]!.delivered?.(store, writes);
  }

  restored(store: number, source: SourceId, outcome: Restoration): void {
    for (let i = 0; i < this.listeners.length; i++) this.listeners[i]!.restored?.(store, source, outcome);
  }

  data(store: number, state: number): void {
    for (let i = 0; i < this.listeners.length; i++) this.listeners[i]!.data?.(store, state);
  }

  stale(store: number, age: Us): void {
    for (let i = 0; i < this.listeners.length; i++) this.listeners[i]!.stale?.(store, age);
  }

  private fold(key: number, value: number): void {
    const { now } = this.clock;
    const word = Math.imul(key ^ now, 0x9e3779b1) ^ Math.imul(value ^ (now * TWO_TO_MINUS_32), 0x85ebca77);
    const { lanes } = this;
    const low = lanes[LOW]!;
    const high = lanes[HIGH]!;
    lanes[LOW] = Math.imul(low ^ word, 0xc2b2ae3d) ^ (low >>> 15);
    lanes[HIGH] = Math.imul(high ^ mix32(word ^ lanes[LOW]!), 0x27d4eb2f) ^ (high >>> 13);
  }
}

const keysOf = (names: readonly string[]): Int32Array<ArrayBuffer> => i32Table(names.map((name) => nameKey(name)[0]!));
