import type { Us } from '../base/index.ts';
import { BLOCK, Collected, isLook } from '../measures/index.ts';
import { type Key, masterKey } from '../random/index.ts';
import { compileScenario, type Model, type Scenario } from '../scenario/index.ts';
import { blockOf } from './block-tape.ts';
import { checkOptions } from './checked-options.ts';
import { type Cut, DEFAULT_MAX_RUNS, DOWNTIME_ONLY, type RunOptions, type Stopping } from './options.ts';
import type { Origin } from './origin.ts';
import { Spreading } from './over-runs/over-runs.ts';
import type { Portion } from './portion.ts';
import { leastSure, Precision } from './precision.ts';
import { type Block, type BlockPart, BlockRun, horizonOf, SLICE } from './replication.ts';
import type { FaultClass, Result } from './result/index.ts';
import { summarise } from './summary/summary.ts';
import { TraceHash } from './trace-hash.ts';

/** A run, slice by slice, so that whoever calls can show progress, stop it, and keep what is done. */
export class Experiment {
  readonly asked: number;
  done = 0;
  private readonly options: RunOptions;
  readonly model: Model;
  private readonly master: Key;
  private readonly horizon: Us;
  private readonly collected: Collected;
  private readonly spreading: Spreading;
  private readonly hash = new TraceHash();
  /** The share of downtime of each workload in each block that was counted: what another run is paired with. */
  readonly downByBlock: number[][] = [];
  private readonly precision: Precision | undefined;
  private begun = 0;
  private current: BlockRun | undefined;

  constructor(scenario: Scenario, options: RunOptions) {
    checkOptions('Experiment', options, { runs: 'count', years: 'years' });
    this.options = options;
    this.model = compileScenario(scenario, { alone: options.alone ?? false });
    this.master = masterKey(options.seed);
    this.horizon = horizonOf(options.years);
    this.collected = new Collected(scenario.workloads.length, this.model.world.stores.names.length);
    this.spreading = new Spreading(scenario.workloads.map(({ name }) => name));
    const { precision, precisionOf = DOWNTIME_ONLY } = options;
    this.precision = precision === undefined ? undefined : new Precision(this.model, precision, precisionOf);
    this.asked = options.precision === undefined ? options.runs : (options.maxRuns ?? DEFAULT_MAX_RUNS);
  }

  /** Runs on for a slice; false when nothing is left to do. What counts as done are whole blocks. */
  step(): boolean {
    if (this.finished) return false;
    const block = this.advance();
    if (block !== undefined) this.count(block);
    return !this.finished;
  }

  /** Runs on for a slice of a block that is not counted yet; the block, when it is complete. */
  advance(): Block | undefined {
    this.current ??= new BlockRun(this.model, this.master, this.begun++, this.asked, this.horizon);
    if (!this.current.advance(SLICE)) return undefined;
    const { block } = this.current;
    this.current = undefined;
    return block;
  }

  /** Counts a block in; they come in the order of their index. */
  count({ collected, hashes, figures }: Block): void {
    this.downByBlock.push(collected.workloads.map(({ down }) => down.mean));
    this.collected.merge(collected);
    this.spreading.add(figures, this.collected);
    this.precision?.add(collected);
    this.hash.add(hashes);
    this.done += collected.replications;
  }

  /** The blocks that are not counted yet. */
  *portions(): Generator<Portion<BlockPart>> {
    const { seed, years } = this.options;
    const common = { seed, years, runs: this.asked };
    const count = (tape: Float64Array): void => this.count(blockOf(tape, this.scenario));
    for (let index = Math.ceil(this.done / BLOCK); index < this.blocks; index++) {
      yield { part: { ...common, index }, of: 0, count };
    }
  }

  /** Blocks in all, at the most. */
  get blocks(): number {
    return Math.ceil(this.asked / BLOCK);
  }

  get scenario(): Scenario {
    return this.model.scenario;
  }

  /** Nothing is left to do. */
  get finished(): boolean {
    return this.done >= this.asked || this.precise;
  }

  /** Looked at only at fixed counts: a rule that looks all the time stops at lucky moments. */
  private get precise(): boolean {
    if (this.precision === undefined || this.done < BLOCK || !isLook(this.done)) return false;
    return this.precision.reached(this.collected, this.years);
  }

  /** Whether a precision was asked of what is not known so well yet. */
  get undecided(): boolean {
    return this.precision !== undefined && !this.precise;
  }

  private get years(): number {
    return this.done * this.options.years;
  }

  private stopping(cut: Cut | undefined): Stopping {
    const { precision } = this.options;
    if (precision === undefined) return { reason: cut ?? 'runs', precision: null, reached: null };
    const measures = this.precision?.measures(this.collected, this.years) ?? [];
    const decidedBy = leastSure(measures);
    return {
      reason: this.precise ? 'precision' : (cut ?? 'max-runs'),
      precision,
      reached: decidedBy?.reached ?? null,
      measures,
      ...(decidedBy === undefined ? {} : { decidedBy }),
    };
  }

  /** The classes of faults that this scenario knows. */
  get classes(): readonly FaultClass[] {
    return [...new Set(this.model.meter.domains.rows.map((row) => row.class))].sort();
  }

  /** What the blocks that were counted have shown; `cut` tells what ended the run before it was finished. */
  result(origin: Origin, cut?: Cut): Result {
    return summarise({
      model: this.model,
      collected: this.collected,
      spreading: this.spreading,
      origin,
      options: this.options,
      asked: this.asked,
      stopping: this.stopping(this.finished ? undefined : cut),
      traceHash: this.hash.text,
    });
  }

  /** The same as a run of which no more was asked than has been done gives it: byte for byte what that one says. */
  resultOfDone(origin: Origin): Result {
    const { seed, years } = this.options;
    return summarise({
      model: this.model,
      collected: this.collected,
      spreading: this.spreading,
      origin,
      options: { seed, years, runs: this.done },
      asked: this.done,
      stopping: { reason: 'runs', precision: null, reached: null },
      traceHash: this.hash.text,
    });
  }
}
