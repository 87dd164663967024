import type { Collected } from '../../measures/index.ts';
import { masterKey } from '../../random/index.ts';
import { compileScenario, type Model, type Scenario } from '../../scenario/index.ts';
import { BLOCK_SIZE, type Block, BlockRun, blank, horizonOf, SLICE } from '../replication.ts';
import { TraceHash } from '../trace-hash.ts';
import { figuresOfRun, type RowOptions, rowOf } from './measures.ts';
import type { UnitRecord } from './record.ts';
import { Rows } from './rows.ts';

export interface UnitOptions {
  readonly runs: number;
  readonly years: number;
  readonly seed: string;
}

/** Runs one distinct scenario of a sweep, slice by slice. Its record is the same wherever and whenever it is run. */
export class UnitRun {
  /** Replications that have ended. */
  done = 0;
  private readonly unit: number;
  private readonly options: UnitOptions;
  private readonly model: Model;
  private readonly collected: Collected;
  private readonly hash = new TraceHash();
  private readonly rows: Rows;
  private readonly blocks: Generator<undefined, void>;

  constructor(unit: number, scenario: Scenario, options: UnitOptions) {
    this.unit = unit;
    this.options = options;
    this.model = compileScenario(scenario);
    this.collected = blank(this.model);
    this.rows = new Rows(options.runs);
    this.blocks = this.run(scenario);
  }

  /** Runs on for a slice; the record when all is done. */
  step(): UnitRecord | undefined {
    return this.blocks.next().done === true ? this.record() : undefined;
  }

  private *run(scenario: Scenario): Generator<undefined, void> {
    const { runs, years, seed } = this.options;
    const master = masterKey(seed);
    const hasStores = this.model.world.stores.names.length > 0;
    for (let index = 0; index * BLOCK_SIZE < runs; index++) {
      const run = new BlockRun(this.model, master, index, runs, horizonOf(years));
      while (!run.advance(SLICE)) yield;
      this.count(run.block, { scenario, hasStores, years });
    }
  }

  private count({ collected, hashes, figures }: Block, options: RowOptions): void {
    this.collected.merge(collected);
    this.hash.add(hashes);
    for (const one of figures) this.rows.add(rowOf(one, options));
    this.done += figures.length;
  }

  private record(): UnitRecord {
    const { unit, collected, hash, model, options } = this;
    const rows = this.rows.means;
    return {
      unit,
      events: collected.events,
      traceHash: hash.text,
      figures: figuresOfRun({ model, collected, yearsPerRun: options.years, rows }),
      rows,
    };
  }
}
