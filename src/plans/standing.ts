import type { Arena } from '../engine/index.ts';

/** Where a plan stands. */
export const RESTING = 0;
/** The alarm must hold for a while. */
export const HOLDING = 1;
/** Outside its window of the day. */
export const AWAITING_WINDOW = 2;
/** People, or automation, decide; or the people are busy. */
export const DECIDING = 3;
export const STEPPING = 4;
/** A place that the step needs is lost. */
export const BLOCKED = 5;
/** People are asked whether to go on. */
export const ASKING = 6;
/** Too much would be lost: it waits until something changes. */
export const REFUSED = 7;

const STATE = 0;
const STEP = 1;
const COMPLETED = 2;
const DECIDER = 3;
const AGAIN = 4;

/** How far a plan has come. */
export class Standing {
  private readonly columns: Int32Array;

  constructor(arena: Arena) {
    this.columns = arena.i32('logic', 5);
  }

  /** One of the states above. */
  get state(): number {
    return this.columns[STATE]!;
  }

  set state(state: number) {
    this.columns[STATE] = state;
  }

  is(state: number): boolean {
    return this.columns[STATE] === state;
  }

  /** Whether it has been decided, and its steps are under way. */
  get begun(): boolean {
    return this.columns[STATE]! >= STEPPING;
  }

  /** The present step, from 0. */
  get step(): number {
    return this.columns[STEP]!;
  }

  set step(step: number) {
    this.columns[STEP] = step;
  }

  /** It has run to its end and nothing has taken that back. */
  get completed(): boolean {
    return this.columns[COMPLETED] === 1;
  }

  set completed(completed: boolean) {
    this.columns[COMPLETED] = completed ? 1 : 0;
  }

  /** It holds a member of the team. */
  get hasDecider(): boolean {
    return this.columns[DECIDER] === 1;
  }

  set hasDecider(has: boolean) {
    this.columns[DECIDER] = has ? 1 : 0;
  }

  /** Data that it is about have been found wrong once more since it began. */
  get calledAgain(): boolean {
    return this.columns[AGAIN] === 1;
  }

  set calledAgain(again: boolean) {
    this.columns[AGAIN] = again ? 1 : 0;
  }
}
