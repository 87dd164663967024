import * as fc from 'fast-check';
import { SECOND, type Us } from '../../src/base/index.ts';
import type { Instant } from '../../src/engine/index.ts';
import { blank, replicate } from '../../src/experiment/index.ts';
import type { Collected } from '../../src/measures/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { type CompileOptions, compileScenario, type Model } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';
import { TIMES } from '../times.ts';
import { HORIZON_SECONDS, type Raw, scenarios, textOf } from './scenarios.ts';

export const HORIZON = (HORIZON_SECONDS * SECOND) as Us;
const MASTER = masterKey('laws');

export interface Measured {
  readonly collected: Collected;
  readonly hashes: readonly (readonly [number, number])[];
}

/** Two replications of a scenario. */
export function measure(text: string, options: CompileOptions = {}): Measured {
  const model = compileScenario(read(text), options);
  const collected = blank(model);
  const hashes = [0, 1].map((replication) => replicate(model, MASTER, replication, HORIZON, collected));
  return { collected, hashes };
}

const usual = new Map<string, Measured>();

/** As {@link measure} without options; what several laws compare with is measured once for all. */
export function usually(text: string): Measured {
  const known = usual.get(text);
  if (known !== undefined) return known;
  const measured = measure(text);
  usual.set(text, measured);
  return measured;
}

/** The same without what depends on how it was simulated: literal probes are more events. */
export const sums = ({ collected, hashes }: Measured) => ({
  hashes,
  workloads: collected.workloads,
  stores: collected.stores,
});

/** One replication, looked at after each instant. */
export function follow(model: Model, replication: number, look: (now: Us) => void): Collected {
  const collected = blank(model);
  model.meter.begin(collected);
  model.world.begin(model.simulation, MASTER, replication);
  const instant: Instant = {
    end: () => {
      model.service.end();
      look(model.world.clocks.now);
    },
  };
  model.simulation.run(HORIZON, instant);
  model.meter.end(HORIZON);
  return collected;
}

/**
 * `LAWS_SEED=7 npx vitest run test/laws` looks at other scenarios than the usual ones, LAWS_TIMES=10 at ten times as many (`test/times.ts`);
 * with LAWS_SHRINK=1 the first that fails is made smaller, which takes its time.
 */
const SEED = Number(process.env.LAWS_SEED ?? 1);
const SHRINK = process.env.LAWS_SHRINK === '1';

/** Asserts a law over random scenarios; a failing one is printed as a file that replays it. */
export function forAllScenarios(count: number, law: (text: string, raw: Raw) => void): void {
  fc.assert(
    fc.property(scenarios, (raw) => {
      const text = textOf(raw);
      try {
        law(text, raw);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        throw new Error(`${message}\nScenario (JSON is YAML):\n${text}`, { cause: error });
      }
    }),
    { seed: SEED, numRuns: count * TIMES, endOnFailure: !SHRINK },
  );
}
