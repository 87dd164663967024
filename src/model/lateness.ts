import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import type { Law } from '../random/index.ts';

/** Which end of a replication takes the writes: as written, the one they come from or the one they go to. */
export type End = 0 | 1;
export type ByEnd<T> = readonly [from: T, to: T];

/** µs above the k-th limit of an end, up to now. */
export interface TimeAbove {
  above(end: End, k: number): number;
  /** What those see who read the copy while an end takes the writes, up to now. */
  seen(end: End): Seen;
}

/** How old a copy is to those who read it: the integral of its age over `span`, µs; of the age in seconds. */
export interface Seen {
  readonly age: number;
  readonly span: number;
}

/** What two ages, µs, count as one: between them a straight line is as good as level. */
const LEVEL = 1e-3;

/**
 * For how long the lag of a replication has been above limits, by the end that takes the writes. A lag is what waits, as
 * straight pieces over time, and what is on the way, which follows a law: a moment counts by the chance that the sum is above.
 */
export class Lateness {
  private readonly limits: ByEnd<readonly Us[]>;
  private readonly law: Law;
  private readonly spans: ByEnd<Float64Array>;
  /** The chance to be above while nothing waits. */
  private readonly idle: ByEnd<Float64Array>;
  private readonly writer: Uint8Array;
  private readonly deaf: Uint8Array;
  /** µs that the way takes, beside the law. */
  private readonly transit: Float64Array;
  /** By end: the integral of the age of what arrives, µs · s, and over how long, µs. */
  private readonly ages: Float64Array;

  /** @param limits of each end, as the one that takes the writes; µs */
  constructor(arena: Arena, law: Law, limits: ByEnd<readonly Us[]>) {
    const counts = [limits[0].length, limits[1].length] as const;
    this.law = law;
    this.limits = limits;
    this.spans = [arena.f64('sums', counts[0]), arena.f64('sums', counts[1])];
    this.idle = [arena.f64('memo', counts[0]), arena.f64('memo', counts[1])];
    this.writer = arena.u8('logic', 1);
    this.deaf = arena.u8('logic', 1);
    this.transit = arena.f64('memo', 1);
    this.ages = arena.f64('sums', 4);
    this.refresh();
  }

  /** From now on this end takes the writes, the way takes so long, µs, and the lag is that of the backlog or is not. */
  direct(end: End, transit: number, ofBacklog = true): void {
    this.writer[0] = end;
    this.deaf[0] = ofBacklog ? 0 : 1;
    if (transit === this.transit[0]) return;
    this.transit[0] = transit;
    this.refresh();
  }

  /** Whether the lag is that of the backlog. */
  get ofBacklog(): boolean {
    return this.deaf[0] === 0;
  }

  private refresh(): void {
    for (const [end, limits] of this.limits.entries())
      for (const [i, limit] of limits.entries()) this.idle[end]![i] = this.law.survival(limit - this.transit[0]!);
  }

  /** Nothing has waited for so long, µs, while writes came. */
  inStep(span: number): void {
    const end = this.writer[0]!;
    const [spans, idle] = [this.spans[end]!, this.idle[end]!];
    for (let i = 0; i < spans.length; i++) spans[i]! += span * idle[i]!;
    this.look(span, 0);
  }

  /** A reader meets what waits, and what is on the way. */
  private look(span: number, waits: number): void {
    const at = 2 * this.writer[0]!;
    this.ages[at]! += (span * (waits + this.transit[0]! + this.law.mean)) / 1e6;
    this.ages[at + 1]! += span;
  }

  /** For so long, µs, the age of the oldest that waits went evenly from one to another. */
  waited(span: number, from: number, to: number): void {
    const end = this.writer[0]!;
    const [spans, limits] = [this.spans[end]!, this.limits[end]!];
    for (let i = 0; i < spans.length; i++) spans[i]! += this.over(span, limits[i]! - this.transit[0]!, from, to);
    this.look(span, (from + to) / 2);
  }

  /** The same where nothing carries what waits: nothing is on the way. */
  stood(span: number, from: number, to: number): void {
    const end = this.writer[0]!;
    const [spans, limits] = [this.spans[end]!, this.limits[end]!];
    for (let i = 0; i < spans.length; i++) spans[i]! += span * shareAbove(limits[i]!, from, to);
  }

  private over(span: number, limit: number, from: number, to: number): number {
    if (Math.abs(to - from) < LEVEL) return span * this.chance(limit - from);
    return (span * (this.area(limit - from) - this.area(limit - to))) / (to - from);
  }

  /** The chance that what is on the way is older. */
  private chance(age: number): number {
    return age < 0 ? 1 : this.law.survival(age);
  }

  /** The integral of that chance up to an age, from 0 on. */
  private area(age: number): number {
    return age < 0 ? age : this.law.limitedMean(age);
  }

  /** What readers of the copy have seen while an end took the writes, up to the last look. */
  seen(end: End): Seen {
    return { age: this.ages[2 * end]!, span: this.ages[2 * end + 1]! };
  }

  /** µs above the k-th limit of an end, up to the last look. */
  above(end: End, k: number): number {
    return this.spans[end][k]!;
  }
}

/** The share of a straight line from one age to another that is above a limit. */
function shareAbove(limit: number, from: number, to: number): number {
  if (Math.abs(to - from) < LEVEL) return from > limit ? 1 : 0;
  const [low, high] = from < to ? [from, to] : [to, from];
  return (high - Math.min(high, Math.max(low, limit))) / (high - low);
}
