import type { Model } from '../../scenario/index.ts';

/** What is broken at an instant, by sort, and what it costs a workload. */
export interface RareCause {
  /** Sorts of failures with how many of each. */
  readonly combination: readonly (readonly [group: number, count: number])[];
  /** µs of downtime, weighted; incidents, weighted. */
  down: number;
  incidents: number;
}

/** Weighted downtime by what was broken when an incident began. */
export class RareCauses {
  private readonly known = new Map<string, RareCause>();

  get list(): readonly RareCause[] {
    return [...this.known.values()];
  }

  /** The cause that the present state of the model is. */
  of({ world }: Model): RareCause {
    const combination = [...world.sources.active].flatMap((count, group) =>
      count > 0 ? [[group, count] as const] : [],
    );
    const key = combination.join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const fresh = { combination, down: 0, incidents: 0 };
    this.known.set(key, fresh);
    return fresh;
  }
}
