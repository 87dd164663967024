import { masterKey } from '../../random/index.ts';
import type { Variants } from '../../scenario/index.ts';
import { blockOf } from '../block-tape.ts';
import { BLOCK_SIZE, type Block, BlockRun, horizonOf, SLICE } from '../replication.ts';
import type { SweepPlan } from './plan.ts';
import type { UnitRecord } from './record.ts';
import type { SweepResult } from './result.ts';
import { summariseSweep } from './summarise.ts';
import { UnitSum } from './unit-sum.ts';

export interface SweepSetting {
  /** What earlier runs of the same plan have come to. */
  readonly known?: Iterable<UnitRecord>;
  /** Units to run, of those that are not known; all unless said. */
  readonly mine?: readonly number[];
  /** Told of each distinct scenario that has been run. */
  readonly watcher?: (record: UnitRecord) => void;
}

/** One block of one distinct scenario. */
export interface SweepTask {
  readonly unit: number;
  readonly index: number;
}

/**
 * A sweep: what is to be run, block by block, and what it has come to. Whoever runs the blocks, they are counted in the
 * order of the tasks, so that no sum depends on who it was.
 */
export class Sweep {
  /** Replications of all distinct scenarios that have to be run. */
  readonly asked: number;
  readonly plan: SweepPlan;
  /** What has been run, by unit. */
  readonly records = new Map<number, UnitRecord>();
  private readonly variants: Variants;
  private readonly watcher: SweepSetting['watcher'];
  private readonly waiting: readonly number[];
  private readonly known: number;
  private readonly own: Iterator<SweepTask>;
  private sum: UnitSum | undefined;
  private current: BlockRun | undefined;
  private at: SweepTask | undefined;

  constructor(plan: SweepPlan, variants: Variants, { known = [], mine, watcher }: SweepSetting = {}) {
    this.plan = plan;
    this.variants = variants;
    this.watcher = watcher;
    for (const record of known) this.records.set(record.unit, record);
    const wanted = mine ?? plan.units.map(({ index }) => index);
    this.waiting = wanted.filter((unit) => !this.records.has(unit));
    this.known = this.records.size;
    this.asked = this.waiting.length * plan.options.runs;
    this.own = this.tasks();
  }

  /** Replications that are counted. */
  get done(): number {
    return (this.records.size - this.known) * this.plan.options.runs + (this.sum?.done ?? 0);
  }

  /** All that is left to do, in the order in which it is counted. */
  *tasks(): Generator<SweepTask, undefined> {
    for (const unit of this.waiting) {
      for (let index = 0; index * BLOCK_SIZE < this.plan.options.runs; index++) yield { unit, index };
    }
  }

  /** Counts the tape of a task that somebody else has run. */
  countTape(task: SweepTask, tape: Float64Array): void {
    this.count(task, blockOf(tape, this.sumOf(task.unit).model.scenario));
  }

  /** Runs on for a slice in this thread; false when nothing is left to do. */
  step(): boolean {
    this.at ??= this.own.next().value;
    if (this.at === undefined) return false;
    this.current ??= this.begun(this.at);
    if (!this.current.advance(SLICE)) return true;
    this.count(this.at, this.current.block);
    this.current = undefined;
    this.at = undefined;
    return this.done < this.asked;
  }

  result(pareto?: readonly string[]): SweepResult {
    return summariseSweep(this.plan, this.records, pareto);
  }

  private begun({ unit, index }: SweepTask): BlockRun {
    const { seed, runs, years } = this.plan.options;
    return new BlockRun(this.sumOf(unit).model, masterKey(seed), index, runs, horizonOf(years));
  }

  private count({ unit }: SweepTask, block: Block): void {
    const sum = this.sumOf(unit);
    sum.count(block);
    const { record } = sum;
    if (record === undefined) return;
    this.sum = undefined;
    this.records.set(unit, record);
    this.watcher?.(record);
  }

  /** Units are counted one after the other. */
  private sumOf(unit: number): UnitSum {
    const { plan, variants } = this;
    this.sum ??= new UnitSum(unit, variants.read(plan.units[unit]!.changes).scenario!, plan.options);
    return this.sum;
  }
}
