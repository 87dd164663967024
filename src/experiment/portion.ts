import type { DrillPart } from './drill/part.ts';
import type { TrialPart } from './falsify/part.ts';
import type { RarePart } from './rare/part.ts';
import type { BlockPart } from './replication.ts';

/** What any thread can do by itself: whoever does it gives back the same numbers. */
export type Part = BlockPart | DrillPart | TrialPart | RarePart;

/** A part of some work, and how it is counted in. Parts are counted in the order in which they were handed out. */
export interface Portion<P extends Part = Part> {
  readonly part: P;
  /** Which of several scenarios it is done on. */
  readonly of: number;
  /** What a journal knows it by; undefined where none is kept. */
  readonly key?: string;
  readonly count: (tape: Float64Array) => void;
}

/** What is found out before anything can be shared out. */
export interface Groundwork {
  /** All of it, once it is done. */
  readonly tape: () => Float64Array | undefined;
  /** Takes what an earlier {@link tape} held, instead of doing it again. */
  readonly take: (tape: Float64Array) => void;
}

/** Work that can be shared out among threads. */
export interface Shareable {
  /** A journal keeps it, where there is any. */
  readonly groundwork?: Groundwork;
  readonly asked: number;
  readonly done: number;
  /** What can be done now, in order, by anybody; nothing where one thing depends on the one before. Handing it out changes nothing. */
  portions(): Iterable<Portion>;
  /** Goes on for a slice in this thread; false when nothing is left to do. */
  step(): boolean;
}

/** A part that is being done, slice by slice. */
export interface PartWork {
  /** The replication, drill or schedule that runs. */
  readonly at: number;
  /** How much of it is done, 0 to 1. */
  readonly share: number;
  /** Runs on for a slice; all of the part when it is complete. */
  advance(): Float64Array<ArrayBuffer> | undefined;
}
