import { BlockRun, horizonOf, SLICE, tapeOf } from '../experiment/index.ts';
import { masterKey } from '../random/index.ts';
import { compileScenario, type Model, readScenario } from '../scenario/index.ts';
import type { BlockTask, ScenarioPart } from './task.ts';

/** Models kept compiled: a sweep goes through many scenarios, a comparison comes back to the same few. */
const KEPT = 4;

/** Scenarios compiled once, and kept while they are in use. */
export class Models {
  private readonly kept = new Map<string, Model>();

  /** Keeps a model that is compiled already. */
  keep(text: string, model: Model): void {
    this.kept.set(text, model);
  }

  of({ text, name }: ScenarioPart): Model {
    const model = this.kept.get(text) ?? compiled(text, name);
    this.kept.delete(text);
    this.kept.set(text, model);
    if (this.kept.size > KEPT) this.kept.delete([...this.kept.keys()][0]!);
    return model;
  }
}

function compiled(text: string, name: string): Model {
  const { scenario, problems } = readScenario(text, name);
  if (scenario === undefined) throw new Error(`${name} does not read: ${problems[0]?.message}`);
  return compileScenario(scenario);
}

/** A block that is run in slices. */
export class BlockWork {
  private readonly model: Model;
  private readonly run: BlockRun;

  constructor(model: Model, { seed, index, runs, years }: BlockTask) {
    this.model = model;
    this.run = new BlockRun(model, masterKey(seed), index, runs, horizonOf(years));
  }

  /** The replication that runs. */
  get replication(): number {
    return this.run.replication;
  }

  /** Runs on for a slice; the tape of the block when it is complete. */
  advance(): Float64Array<ArrayBuffer> | undefined {
    return this.run.advance(SLICE) ? tapeOf(this.run.block, this.model.scenario) : undefined;
  }
}
