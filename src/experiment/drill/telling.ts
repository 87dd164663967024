import type { Us } from '../../base/index.ts';
import { type Key, masterKey } from '../../random/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { type Injection, struckBy } from './injections/index.ts';
import type { DrillOutcome } from './outcome.ts';
import type { DrillRow } from './result.ts';
import { type Chosen, chosenOf, tell } from './runbooks.ts';
import type { DrillTimeline } from './timeline.ts';
import { worstOfEach } from './worst-first.ts';

interface Drilled {
  readonly injection: Injection;
  readonly chosen: readonly Chosen[];
}

interface TellingOptions {
  readonly seed: string;
  readonly lostFor: Us;
  /** Of so many faults at the most, from 0. */
  readonly most: number;
}

/** Tells the typical and the worst drill of faults step by step, when all have been drilled. */
export class Telling {
  private readonly still: Scenario;
  private readonly options: TellingOptions;
  private readonly master: Key;
  private readonly drilled = new Map<DrillRow, Drilled>();
  private readonly told = new Map<DrillRow, readonly DrillTimeline[]>();
  private next: DrillRow[] | undefined;

  /** @param still the scenario, in which nothing strikes by itself */
  constructor(still: Scenario, options: TellingOptions) {
    this.still = still;
    this.options = options;
    this.master = masterKey(options.seed);
  }

  /** Keeps of a fault's drills those that may be told. */
  keep(row: DrillRow, injection: Injection, outcomes: readonly DrillOutcome[]): void {
    this.drilled.set(row, { injection, chosen: chosenOf(this.still, outcomes) });
  }

  /** Tells one more fault; false when none is left. To be called when the last one is kept. */
  step(): boolean {
    this.next ??= worstOfEach([...this.drilled.keys()], this.options.most);
    const row = this.next.shift();
    if (row !== undefined) this.told.set(row, this.tellAll(this.drilled.get(row)!));
    return this.next.length > 0;
  }

  private tellAll({ injection, chosen }: Drilled): DrillTimeline[] {
    const { master } = this;
    const { lostFor } = this.options;
    const scenario = struckBy(this.still, injection);
    return chosen.map((one) => tell({ scenario, master, lostFor }, one));
  }

  /** The row with what was told of it. */
  withTold(row: DrillRow): DrillRow {
    const timelines = this.told.get(row);
    if (timelines === undefined) return row;
    const { curves, ...figures } = row;
    return { ...figures, timelines, ...(curves && { curves }) };
  }

  /** Faults that stay untold. */
  get left(): number {
    return this.drilled.size - this.told.size;
  }
}
