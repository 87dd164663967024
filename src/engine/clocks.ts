import type { Us } from '../base/index.ts';

declare const slot: unique symbol;
declare const chance: unique symbol;
declare const draw: unique symbol;
/** A pending event: one at most, of one kind, for one thing. */
export type Slot = number & { readonly [slot]: true };
/** A declared chance: coverage, a step that may fail. */
export type ChanceId = number & { readonly [chance]: true };
/** A declared random size that is no delay of a slot. */
export type DrawId = number & { readonly [draw]: true };

/**
 * The only way a handler touches time or chance. Handlers say what, never how long: a driver behind this interface draws,
 * explores or biases.
 */
export interface Clocks {
  /** The present instant. */
  readonly now: Us;
  /** Starts the slot's own random delay: law and stream were bound to it when the model was compiled. Restarts it if pending. */
  start(slot: Slot): void;
  /** The same with the residual life of the law in equilibrium: the clock of something that has run for long. */
  startSteady(slot: Slot): void;
  /** Starts a fixed delay. */
  startFor(slot: Slot, delay: Us): void;
  /** Starts at an instant, not before now: calendar, schedules, probe arithmetic. */
  startAt(slot: Slot, at: Us): void;
  /** Stops a pending slot; does nothing if it is not pending. */
  stop(slot: Slot): void;
  armed(slot: Slot): boolean;
  /** When an armed slot is due. */
  due(slot: Slot): Us;
  /** Whether a declared chance comes true. A probability given here takes the place of the declared one: it depends on the state. */
  choose(chance: ChanceId, probability?: number): boolean;
  sample(draw: DrawId): Us;
}
