import type { Us } from '../base/index.ts';
import type { Law } from '../random/index.ts';
import type { PlaceId } from './places.ts';

/** What a carrier carries, and between which stores. */
export interface Carriage {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** What one write adds to the backlog: rows, or bytes; above 0. */
  readonly perWrite: number;
  /** Lag without a backlog, within one place. */
  readonly lag: Law;
}

/** The product that carries. */
export interface Carrying {
  /** Where what it carries sets out, and where it arrives. */
  sender(): PlaceId;
  receiver(): PlaceId;
  /** Whether it works and reaches both stores. */
  joins(): boolean;
  /** Whether it knows what the target lacks. */
  follows(): boolean;
  /** Gives the backlog what it can carry of a share of the way, bytes a second; 0 where nothing is carried. */
  carry(width: number): void;
  /** Starts anew from a copy that was begun at `position`. */
  restart(position: Us): void;
  /** The source holds other data: what the target has can no longer be built upon. */
  forget(): void;
  /** The target holds again what it held at `point`; without it, that is no affair of the product. */
  goBack?(point: Us): void;
  /** Looks what has become of it since; asked before anything else is. */
  look(): void;
  /** Something on the way has changed. */
  changed(): void;
}
