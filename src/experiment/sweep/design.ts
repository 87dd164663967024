import { masterKey, STREAM_WORDS, Streams } from '../../random/index.ts';
import { type Level, type Parameter, rangeLevel, valueAt } from '../../scenario/index.ts';

/** One value for each parameter, in their order. */
export type Settings = readonly Level[];

/** Every combination of all levels; the last parameter changes the fastest. */
export function gridPoints(parameters: readonly Parameter[]): Settings[] {
  return parameters.reduce<Settings[]>(
    (points, { levels }) => points.flatMap((point) => levels.map((level) => [...point, level])),
    [[]],
  );
}

/**
 * A Latin hypercube (McKay, Beckman and Conover, Technometrics 1979): each parameter's scale is cut into as many strata as
 * there are points, and each stratum is drawn from once. Every parameter has a stream of its own, so that another one beside
 * it does not move its values.
 */
export function samplePoints(parameters: readonly Parameter[], count: number, seed: string): Settings[] {
  const columns = parameters.map((parameter) => column(parameter, count, seed));
  return Array.from({ length: count }, (_, i) => columns.map((levels) => levels[i]!));
}

function column({ name, levels, range }: Parameter, count: number, seed: string): Level[] {
  const uniform = streamOf(`sweep ${name}`, seed);
  const strata = shuffled(count, uniform);
  return strata.map((stratum) => {
    const share = (stratum + uniform()) / count;
    return range === undefined ? levels[Math.floor(share * levels.length)]! : rangeLevel(valueAt(range, share), range);
  });
}

function streamOf(name: string, seed: string): () => number {
  const streams = new Streams();
  const stream = streams.declare(name);
  streams.bind(new Int32Array(STREAM_WORDS));
  streams.seed(masterKey(seed), 0);
  return () => streams.uniform(stream);
}

/** 0 … count − 1 in random order (Fisher and Yates). */
function shuffled(count: number, uniform: () => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
