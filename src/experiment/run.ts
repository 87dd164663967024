import type { Us } from '../base/index.ts';
import { BLOCK, Collected, isLook, isPrecise, meanInterval, relativeHalfWidth } from '../measures/index.ts';
import { type Key, masterKey } from '../random/index.ts';
import { compileScenario, type Model, type Scenario } from '../scenario/index.ts';
import { CONFIDENCE, type Cut, DEFAULT_MAX_RUNS, type Origin, type RunOptions, type Stopping } from './options.ts';
import { type Block, BlockRun, horizonOf, SLICE } from './replication.ts';
import type { Result } from './result.ts';
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
  private readonly hash = new TraceHash();
  /** The share of downtime of each workload in each block that was counted: what another run is paired with. */
  readonly downByBlock: number[][] = [];
  private begun = 0;
  private current: BlockRun | undefined;

  constructor(scenario: Scenario, options: RunOptions) {
    this.options = options;
    this.model = compileScenario(scenario);
    this.master = masterKey(options.seed);
    this.horizon = horizonOf(options.years);
    this.collected = new Collected(scenario.workloads.length, this.model.world.stores.names.length);
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
  count({ collected, hashes }: Block): void {
    this.downByBlock.push(collected.workloads.map(({ down }) => down.mean));
    this.collected.merge(collected);
    this.hash.add(hashes);
    this.done += collected.replications;
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
    const { precision } = this.options;
    if (precision === undefined || this.done < BLOCK || !isLook(this.done)) return false;
    return this.collected.workloads.every(({ down, withDowntime }) =>
      isPrecise(meanInterval(down, CONFIDENCE), withDowntime, precision),
    );
  }

  private stopping(cut: Cut | undefined): Stopping {
    const { precision } = this.options;
    if (cut !== undefined && precision === undefined) return { reason: cut, precision: null, reached: null };
    if (precision === undefined) return { reason: 'runs', precision: null, reached: null };
    const widths = this.collected.workloads.map(({ down }) => relativeHalfWidth(meanInterval(down, CONFIDENCE)));
    const reached = Math.max(...widths);
    return {
      reason: this.precise ? 'precision' : (cut ?? 'max-runs'),
      precision,
      reached: Number.isFinite(reached) ? reached : null,
    };
  }

  /** What the blocks that were counted have shown; `cut` tells what ended the run before it was finished. */
  result(origin: Origin, cut?: Cut): Result {
    return summarise({
      model: this.model,
      collected: this.collected,
      origin,
      options: this.options,
      asked: this.asked,
      stopping: this.stopping(this.finished ? undefined : cut),
      traceHash: this.hash.text,
    });
  }
}
