import type { Arena } from '../engine/index.ts';

/** Counts something that happens to a component: not part of what is served, but part of what users see. */
export interface Counter {
  readonly component: string;
  /** What is counted, as a word that reports translate: `sessions-lost`. */
  readonly what: string;
}

/** What components count in a replication. */
export class Counters {
  readonly list: Counter[] = [];
  private readonly arena: Arena;
  private readonly sums: Float64Array[] = [];

  constructor(arena: Arena) {
    this.arena = arena;
  }

  add(component: string, what: string): number {
    this.sums.push(this.arena.f64('sums', 1));
    return this.list.push({ component, what }) - 1;
  }

  count(counter: number, amount: number): void {
    this.sums[counter]![0]! += amount;
  }

  /** What has been counted in this replication so far. */
  read(counter: number): number {
    return this.sums[counter]![0]!;
  }
}
