import type { Scenario } from '../scenario/index.ts';
import { blockOf } from './block-tape.ts';
import type { Comparison as Compared, Differences } from './comparison-result.ts';
import { costDifferences } from './cost-differences.ts';
import type { RunOptions } from './options.ts';
import type { Origin } from './origin.ts';
import { Pairs } from './pairs.ts';
import type { Portion } from './portion.ts';
import { BLOCK_SIZE, type Block, type BlockPart } from './replication.ts';
import { Experiment } from './run.ts';
import { VERSION } from './version.ts';

/** A scenario, and where it came from. */
export interface Contender {
  readonly scenario: Scenario;
  readonly origin: Origin;
}

export type ComparisonOptions = Pick<RunOptions, 'runs' | 'years' | 'seed'>;

interface Lane {
  readonly contender: Contender;
  readonly experiment: Experiment;
  readonly pairs: Pairs;
  /** The block that it has run and that is not counted yet. */
  block: Block | undefined;
}

/**
 * Several scenarios under the same disasters: one seed, and streams of chance keyed by name, so that what two of them have
 * in common breaks and is repaired at the same instants. They go block by block side by side, and are compared replication
 * by replication.
 */
export class Comparison {
  readonly asked: number;
  private readonly options: ComparisonOptions;
  private readonly lanes: readonly Lane[];
  /** Whose turn it is. */
  private turn = 0;

  constructor(contenders: readonly Contender[], options: ComparisonOptions) {
    this.options = options;
    this.asked = options.runs;
    this.lanes = contenders.map((contender) => laneOf(contender, options));
  }

  get done(): number {
    return this.lanes[0]!.experiment.done;
  }

  /** Runs one of them on for a slice; false when nothing is left to do. What counts as done are blocks of all. */
  step(): boolean {
    if (this.done >= this.asked) return false;
    const block = this.lanes[this.turn]!.experiment.advance();
    if (block !== undefined) this.took(block);
    return this.done < this.asked;
  }

  /** The blocks that are not counted yet, by turns of each scenario; `of` says of which. */
  *portions(): Generator<Portion<BlockPart>> {
    const { seed, years, runs } = this.options;
    for (let index = Math.ceil(this.done / BLOCK_SIZE); index * BLOCK_SIZE < runs; index++) {
      for (const [of, { contender }] of this.lanes.entries()) {
        const count = (tape: Float64Array): void => this.took(blockOf(tape, contender.scenario));
        yield { part: { seed, years, runs, index }, of, count };
      }
    }
  }

  /** A block of the scenario whose turn it is. */
  private took(block: Block): void {
    this.lanes[this.turn]!.block = block;
    this.turn = (this.turn + 1) % this.lanes.length;
    if (this.turn === 0) this.pair();
  }

  /** Each has run a block: they are counted together, so that an interruption leaves all with the same replications. */
  private pair(): void {
    const first = this.lanes[0]!.block!.figures;
    for (const { pairs, block } of this.lanes) pairs.add(first, block!.figures);
    for (const { experiment, block } of this.lanes) experiment.count(block!);
  }

  result(interrupted = false): Compared {
    const { seed, years } = this.options;
    const cut = interrupted ? 'interrupted' : undefined;
    return {
      hasim: VERSION,
      seed,
      runs: this.done,
      runsAsked: this.asked,
      yearsPerRun: years,
      scenarios: this.lanes.map(({ contender, experiment }) => experiment.result(contender.origin, cut)),
      totals: this.lanes.map(({ pairs }) => ({ data: pairs.totals(this.done * years, years) })),
      differences: this.differences,
    };
  }

  /** Of each scenario against the first, so far. */
  get differences(): readonly Differences[] {
    const { years } = this.options;
    const first = this.lanes[0]!.contender.scenario;
    const all = this.done * years;
    return this.lanes.map(({ pairs, contender: { scenario } }) => ({
      ...pairs.summary(all, years),
      cost: costDifferences(first, scenario, pairs.downtimeCost, all),
    }));
  }
}

const laneOf = (contender: Contender, options: ComparisonOptions): Lane => ({
  contender,
  experiment: new Experiment(contender.scenario, options),
  pairs: new Pairs(),
  block: undefined,
});
