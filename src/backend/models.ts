import { compileScenario, type Model, type Reading, readScenario, type Scenario, Variants } from '../scenario/index.ts';
import { Recent } from './recent.ts';
import type { ScenarioPart } from './task.ts';

/** Kept as they are: a sweep goes through many scenarios, a comparison comes back to the same few. */
const KEPT = 8;

/** Scenarios read and compiled once, and kept while they are in use. */
export class Models {
  private readonly models = new Recent<Model>(KEPT);
  private readonly scenarios = new Recent<Scenario>(KEPT);
  private readonly alone: boolean;
  private varied: { readonly text: string; readonly variants: Variants | undefined } | undefined;

  /** `alone`: there will be one of them. */
  constructor(alone = false) {
    this.alone = alone;
  }

  /** Keeps a model that is compiled already. */
  keep(text: string, model: Model): void {
    this.models.of(text, () => model);
    this.scenarios.of(text, () => model.scenario);
  }

  of(part: ScenarioPart): Model {
    return this.models.of(keyOf(part), () => compileScenario(this.scenario(part), { alone: this.alone }));
  }

  scenario(part: ScenarioPart): Scenario {
    return part.read ?? this.scenarios.of(keyOf(part), () => this.read(part));
  }

  /** The points of a sweep are read from one text that is parsed once. */
  private read({ text, name, changes }: ScenarioPart): Scenario {
    if (changes === undefined) return refuseBad(readScenario(text, name), name);
    if (this.varied?.text !== text) this.varied = { text, variants: Variants.of(text, name) };
    return refuseBad(this.varied.variants?.read(changes), name);
  }
}

/** What a scenario is known by. */
export const keyOf = ({ text, changes }: ScenarioPart): string =>
  changes === undefined ? text : `${JSON.stringify(changes)}\n${text}`;

function refuseBad(reading: Reading | undefined, name: string): Scenario {
  if (reading?.scenario === undefined) throw new Error(`${name} does not read: ${reading?.problems[0]?.message}`);
  return reading.scenario;
}
