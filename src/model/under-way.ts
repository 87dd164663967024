import type { Us } from '../base/index.ts';

/** What of the writes of a store a copy has not received, of those that had been sent. */
export interface UnderWay {
  /** How much newer the last acknowledged write is than what has been received, µs. */
  readonly age: Us;
  /** The instants between which was written what is on the way; the same where nothing is. */
  readonly from: number;
  readonly to: number;
}

/**
 * What is on the way when all that was written up to `sent` has been sent, which is as far as a stream came before it stood still, and
 * takes `late` to arrive. What was written longer before has arrived: where the last write, at `last`, is that old, nothing is left behind.
 */
export function underWay(last: number, sent: number, late: number): UnderWay {
  const arrived = sent - late;
  const to = Math.min(last, sent);
  return { age: Math.min(last, Math.max(0, last - arrived)) as Us, from: Math.min(to, Math.max(0, arrived)), to };
}
