import type { Us } from '../base/index.ts';
import { BLOCK, Collected, isLook, isPrecise, meanInterval, relativeHalfWidth } from '../measures/index.ts';
import { type Key, masterKey } from '../random/index.ts';
import { compileScenario, type Model, type Scenario } from '../scenario/index.ts';
import { horizonOf, runBlock } from './replication.ts';
import type { Result } from './result.ts';
import { summarise } from './summary/summary.ts';
import { TraceHash } from './trace-hash.ts';

export interface RunOptions {
  /** Replications. Under a precision: what is run at the least, rounded to a look. */
  readonly runs: number;
  /** Length of one replication. */
  readonly years: number;
  readonly seed: string;
  /** Run until the half-width of the interval of downtime is this share of it, for every workload. */
  readonly precision?: number;
  /** Under a precision: replications at the most. */
  readonly maxRuns?: number;
}

/** Where a scenario came from. */
export interface Origin {
  readonly file: string;
  /** Of the text with LF line ends. */
  readonly sha256: string;
}

/** Under a precision, replications at the most unless stated. */
export const DEFAULT_MAX_RUNS = 100_000;
export const CONFIDENCE = 0.95;

/** How a run ended. */
export interface Stopping {
  readonly reason: Result['stopping']['reason'];
  readonly precision: number | null;
  /** The relative half-width reached, of the workload that is the least sure; null where nothing bounds it. */
  readonly reached: number | null;
}

/** A run, block by block, so that whoever calls can show progress, stop it, and keep what is done. */
export class Experiment {
  readonly asked: number;
  done = 0;
  private readonly options: RunOptions;
  private readonly model: Model;
  private readonly master: Key;
  private readonly horizon: Us;
  private readonly collected: Collected;
  private readonly hash = new TraceHash();
  private block = 0;

  constructor(scenario: Scenario, options: RunOptions) {
    this.options = options;
    this.model = compileScenario(scenario);
    this.master = masterKey(options.seed);
    this.horizon = horizonOf(options.years);
    this.collected = new Collected(scenario.workloads.length, this.model.world.stores.names.length);
    this.asked = options.precision === undefined ? options.runs : (options.maxRuns ?? DEFAULT_MAX_RUNS);
  }

  /** Runs one more block; false when nothing is left to do. */
  step(): boolean {
    if (this.finished) return false;
    const block = runBlock(this.model, this.master, this.block++, this.asked, this.horizon);
    this.collected.merge(block.collected);
    this.hash.add(block.hashes);
    this.done += block.collected.replications;
    return !this.finished;
  }

  private get finished(): boolean {
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

  private stopping(interrupted: boolean): Stopping {
    const { precision } = this.options;
    if (interrupted) return { reason: 'interrupted', precision: precision ?? null, reached: null };
    if (precision === undefined) return { reason: 'runs', precision: null, reached: null };
    const widths = this.collected.workloads.map(({ down }) => relativeHalfWidth(meanInterval(down, CONFIDENCE)));
    const reached = Math.max(...widths);
    return {
      reason: this.precise ? 'precision' : 'max-runs',
      precision,
      reached: Number.isFinite(reached) ? reached : null,
    };
  }

  result(origin: Origin, interrupted = false): Result {
    return summarise({
      model: this.model,
      collected: this.collected,
      origin,
      options: this.options,
      asked: this.asked,
      stopping: this.stopping(interrupted && this.done < this.asked),
      traceHash: this.hash.text,
    });
  }
}
