import { BlockRun, horizonOf, SLICE, tapeOf } from '../experiment/index.ts';
import { masterKey } from '../random/index.ts';
import { compileScenario, type Model, type Reading, readScenario, type Scenario, Variants } from '../scenario/index.ts';
import type { BlockTask, ScenarioPart } from './task.ts';

/** Models kept compiled: a sweep goes through many scenarios, a comparison comes back to the same few. */
const KEPT = 4;

/** Scenarios compiled once, and kept while they are in use. */
export class Models {
  private readonly kept = new Map<string, Model>();
  private varied: { readonly text: string; readonly variants: Variants | undefined } | undefined;

  /** Keeps a model that is compiled already. */
  keep(text: string, model: Model): void {
    this.kept.set(text, model);
  }

  of(part: ScenarioPart): Model {
    const key = keyOf(part);
    const model = this.kept.get(key) ?? compileScenario(this.scenarioOf(part));
    this.kept.delete(key);
    this.kept.set(key, model);
    if (this.kept.size > KEPT) this.kept.delete([...this.kept.keys()][0]!);
    return model;
  }

  /** The points of a sweep are read from one text that is parsed once. */
  private scenarioOf({ text, name, changes }: ScenarioPart): Scenario {
    if (changes === undefined) return refuseBad(readScenario(text, name), name);
    if (this.varied?.text !== text) this.varied = { text, variants: Variants.of(text, name) };
    return refuseBad(this.varied.variants?.read(changes), name);
  }
}

const keyOf = ({ text, changes }: ScenarioPart): string =>
  changes === undefined ? text : `${JSON.stringify(changes)}\n${text}`;

function refuseBad(reading: Reading | undefined, name: string): Scenario {
  if (reading?.scenario === undefined) throw new Error(`${name} does not read: ${reading?.problems[0]?.message}`);
  return reading.scenario;
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
