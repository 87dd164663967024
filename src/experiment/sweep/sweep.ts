import type { Variants } from '../../scenario/index.ts';
import type { SweepPlan } from './plan.ts';
import type { UnitRecord } from './record.ts';
import type { SweepResult } from './result.ts';
import { summariseSweep } from './summarise.ts';
import { UnitRun } from './unit-run.ts';

/** Told of each distinct scenario that has been run. */
export type UnitWatcher = (record: UnitRecord) => void;

export interface SweepSetting {
  /** What earlier runs of the same plan have come to. */
  readonly known?: Iterable<UnitRecord>;
  /** Units to run, of those that are not known; all unless said. */
  readonly mine?: readonly number[];
  readonly watcher?: UnitWatcher;
}

/** A sweep, slice by slice in one thread, so that whoever calls can show progress, stop it, and keep what is done. */
export class Sweep {
  /** Replications of all distinct scenarios that have to be run. */
  readonly asked: number;
  readonly records = new Map<number, UnitRecord>();
  private readonly plan: SweepPlan;
  private readonly variants: Variants;
  private readonly watcher: UnitWatcher | undefined;
  private readonly waiting: number[];
  /** Known before. */
  private readonly before: number;
  private current: UnitRun | undefined;

  constructor(plan: SweepPlan, variants: Variants, { known = [], mine, watcher }: SweepSetting = {}) {
    this.plan = plan;
    this.variants = variants;
    this.watcher = watcher;
    for (const record of known) this.records.set(record.unit, record);
    const wanted = mine ?? plan.units.map(({ index }) => index);
    this.waiting = wanted.filter((unit) => !this.records.has(unit)).reverse();
    this.before = this.records.size;
    this.asked = this.waiting.length * plan.options.runs;
  }

  get done(): number {
    return (this.records.size - this.before) * this.plan.options.runs + (this.current?.done ?? 0);
  }

  /** Runs on for a slice; false when nothing is left to do. */
  step(): boolean {
    this.current ??= this.next();
    const record = this.current?.step();
    if (record !== undefined) this.keep(record);
    return this.current !== undefined || this.waiting.length > 0;
  }

  result(pareto?: readonly string[]): SweepResult {
    return summariseSweep(this.plan, this.records, pareto);
  }

  private next(): UnitRun | undefined {
    const unit = this.waiting.pop();
    return unit === undefined ? undefined : startUnit(unit, this.plan, this.variants);
  }

  private keep(record: UnitRecord): void {
    this.records.set(record.unit, record);
    this.current = undefined;
    this.watcher?.(record);
  }
}

/** Begins to run one distinct scenario of a plan. */
export function startUnit(
  unit: number,
  { units, options }: Pick<SweepPlan, 'units' | 'options'>,
  variants: Variants,
): UnitRun {
  const { scenario } = variants.read(units[unit]!.changes);
  return new UnitRun(unit, scenario!, options);
}
