import { compileScenario, type Model, type Scenario } from '../../scenario/index.ts';
import { type Block, blank } from '../replication.ts';
import { TraceHash } from '../trace-hash.ts';
import { figuresOfRun, type RowOptions, rowOf } from './measures.ts';
import type { UnitRecord } from './record.ts';
import { Rows } from './rows.ts';

export interface UnitOptions {
  readonly runs: number;
  readonly years: number;
  readonly seed: string;
}

/** Sums up the blocks of one distinct scenario of a sweep, which come in the order of their index. */
export class UnitSum {
  readonly model: Model;
  /** Replications that are counted. */
  done = 0;
  private readonly unit: number;
  private readonly options: UnitOptions;
  private readonly collected;
  private readonly hash = new TraceHash();
  private readonly rows: Rows;
  private readonly row: RowOptions;

  constructor(unit: number, scenario: Scenario, options: UnitOptions) {
    this.unit = unit;
    this.options = options;
    this.model = compileScenario(scenario);
    this.collected = blank(this.model);
    this.rows = new Rows(options.runs);
    this.row = { scenario, hasStores: this.model.world.stores.names.length > 0, years: options.years };
  }

  count({ collected, hashes, figures }: Block): void {
    this.collected.merge(collected);
    this.hash.add(hashes);
    for (const one of figures) this.rows.add(rowOf(one, this.row));
    this.done += figures.length;
  }

  /** What it came to, when every replication is counted. */
  get record(): UnitRecord | undefined {
    const { unit, collected, hash, model, options } = this;
    if (this.done < options.runs) return undefined;
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
