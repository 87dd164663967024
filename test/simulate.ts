import type { Us } from '../src/base/index.ts';
import { BLOCK_SIZE, horizonOf, runBlock } from '../src/experiment/index.ts';
import type { Collected } from '../src/measures/index.ts';
import { DATA_STATES, MANNERS, type Recorder, ROLES } from '../src/model/index.ts';
import { masterKey } from '../src/random/index.ts';
import {
  type CompileOptions,
  compileScenario,
  type Model,
  readScenario,
  renderProblems,
  type Scenario,
} from '../src/scenario/index.ts';

/** Reads a scenario that must hold. */
export function read(text: string): Scenario {
  const { scenario, problems } = readScenario(text, 'test.yaml');
  if (scenario === undefined) throw new Error(renderProblems(problems, text, 'test.yaml'));
  return scenario;
}

export interface Simulated {
  readonly model: Model;
  readonly collected: Collected;
  /** Trace hash lanes, two a replication. */
  readonly hashes: readonly number[];
}

export interface HowLong extends CompileOptions {
  readonly runs?: number;
  readonly years?: number;
  readonly seed?: string;
}

/** Replications of a scenario in blocks, merged in the order of their index. */
export function simulate(scenario: Scenario, { runs = 1, years = 1, seed = '1', ...options }: HowLong = {}): Simulated {
  const model = compileScenario(scenario, options);
  const master = masterKey(seed);
  const horizon = horizonOf(years);
  const first = runBlock(model, master, 0, runs, horizon);
  const hashes = [...first.hashes];
  for (let index = 1; index * BLOCK_SIZE < runs; index++) {
    const block = runBlock(model, master, index, runs, horizon);
    first.collected.merge(block.collected);
    hashes.push(...block.hashes);
  }
  return { model, collected: first.collected, hashes };
}

/** One thing that happened: when, to what, and how it is now. */
export type Happening = readonly [at: Us, kind: string, thing: string, value: string | number];

/** Writes down all that happens in a model. */
export function listen(model: Model): Happening[] {
  const { world } = model;
  const happened: Happening[] = [];
  const note = (kind: string, thing: string, value: string | number): void => {
    happened.push([world.clocks.now, kind, thing, value]);
  };
  const recorder: Recorder = {
    truth: (thing, manner) => note('truth', world.truth.name(thing), MANNERS[manner]!),
    belief: (observer, target, good) =>
      note('belief', `${world.records.observerName(observer)} of ${world.truth.name(target)}`, good),
    role: (thing, role, value) => note(`role ${ROLES[role]}`, world.truth.name(thing), value),
    step: (plan, step, event) => note(`step ${step}`, world.records.planName(plan), event),
    byHand: (thing) => note('by hand', world.truth.name(thing), 1),
    recovery: (store, _source, age, writes) =>
      note('recovery', world.stores.names[store]!, `${age} µs, ${writes} writes`),
    restored: (store, _source, { age, lost, wrong, discarded }) =>
      note(
        'restored',
        world.stores.names[store]!,
        `${age} µs, ${lost} lost, ${wrong} µs wrong, ${discarded} discarded`,
      ),
    data: (store, state) => note('data', world.stores.names[store]!, DATA_STATES[state]!),
    delivered: (store, writes) => note('delivered', world.stores.names[store]!, writes),
    discarded: (store, writes) => note('discarded', world.stores.names[store]!, writes),
    stale: (store, age) => note('stale', world.stores.names[store]!, age),
  };
  world.records.attach(recorder);
  return happened;
}
