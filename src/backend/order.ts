import type { Part } from '../experiment/index.ts';
import type { Parcel } from './parcel.ts';

/** Where a gauge tells the replication, drill or schedule that runs, and how often its thread has looked up. */
export const REPLICATION = 0;
export const BEATS = 1;

/** What a thread is handed. */
export interface Order {
  readonly scenario: Parcel;
  readonly part: Part;
  /** Nothing is ever asked of the thread but parts of this scenario. */
  readonly alone: boolean;
  /** Shared by all orders: how many of them have ended. */
  readonly bell: Int32Array<SharedArrayBuffer>;
  /** Shared: it still tells where the thread stood when that has died. */
  readonly gauge: Int32Array<SharedArrayBuffer>;
}

export const freshBell = (): Int32Array<SharedArrayBuffer> => new Int32Array(new SharedArrayBuffer(4));

export const freshGauge = (): Int32Array<SharedArrayBuffer> => new Int32Array(new SharedArrayBuffer(8));

/** What a thread answers: a tape, or what went wrong. */
export type Answer = Float64Array | { readonly message: string; readonly code?: string };
