import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import type { Seen } from './lateness.ts';

/** How long a store has been without what protects it. */
export class Exposure {
  private readonly since: Float64Array;
  private readonly flags: Uint8Array;
  /** Microseconds: without a second copy in step, fallen back to asynchronous, and read from copies beside the primary alone. */
  private readonly spans: Float64Array;

  constructor(arena: Arena) {
    this.since = arena.f64('time', 3);
    this.flags = arena.u8('logic', 3);
    this.spans = arena.f64('sums', 3);
  }

  set(alone: boolean, fallenBack: boolean, now: Us): void {
    this.put(0, alone, now);
    this.put(1, fallenBack, now);
  }

  /** Whether reads are answered by copies beside the primary alone. */
  get stale(): boolean {
    return this.flags[2] === 1;
  }

  setStale(on: boolean, now: Us): void {
    this.put(2, on, now);
  }

  private put(which: number, on: boolean, now: Us): void {
    const next = on ? 1 : 0;
    if (this.flags[which] === next) return;
    if (next === 0) this.spans[which]! += now - this.since[which]!;
    this.since[which] = now;
    this.flags[which] = next;
  }

  /** Time up to `now` without a second copy in step, fallen back, and read from copies beside the primary alone. */
  read(now: Us): { alone: number; fallenBack: number; stale: number } {
    const span = (which: number) => this.spans[which]! + (this.flags[which] === 1 ? now - this.since[which]! : 0);
    return { alone: span(0), fallenBack: span(1), stale: span(2) };
  }
}

/** The exposures of all stores, by name. */
export class Exposures {
  readonly byStore = new Map<string, Exposure>();
  /** While a store takes writes and a replication carries none of them elsewhere; one for each replication that it is an end of. */
  readonly elsewhere = new Map<string, Exposure[]>();
  /**
   * Of stores that an objective about lost sites concerns: for each such objective, the time in which every copy was further
   * behind than it allows; µs.
   */
  readonly late = new Map<string, (() => number)[]>();
  /** Of copies that users read: what they have seen. */
  readonly seen = new Map<string, () => Seen>();
  private readonly arena: Arena;

  constructor(arena: Arena) {
    this.arena = arena;
  }

  add(store: string): Exposure {
    const exposure = new Exposure(this.arena);
    this.byStore.set(store, exposure);
    return exposure;
  }

  addElsewhere(store: string): Exposure {
    const exposure = new Exposure(this.arena);
    this.elsewhere.set(store, [...(this.elsewhere.get(store) ?? []), exposure]);
    return exposure;
  }
}
