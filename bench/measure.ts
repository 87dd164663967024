/** One thing whose speed is measured: `run` does a fixed amount of work and returns how much, in the unit of its figure. */
export interface Contender {
  readonly name: string;
  readonly unit: string;
  /** Amount of work a second. */
  run(): number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Runs all contenders in turn, round by round, so that a machine that drifts drifts for all; returns medians by name. */
export function interleaved(contenders: readonly Contender[], rounds: number): ReadonlyMap<string, number> {
  const figures = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) figures.get(contender.name)!.push(contender.run());
  }
  return new Map([...figures].map(([name, values]) => [name, median(values)]));
}

/** Seconds that something works before its speed is measured: after 3.5 s nearly all code of a-a is optimised. */
const WARM = 4;

export const secondsSince = (start: bigint): number => Number(process.hrtime.bigint() - start) / 1e9;

/** Work a second of something that has been called until it was warm: the speed of a long run. */
export function warmRate(work: () => number): number {
  for (const began = process.hrtime.bigint(); secondsSince(began) < WARM; ) work();
  return rate(work);
}

/** Work a second of something that is called once. */
export function rate(work: () => number): number {
  const start = process.hrtime.bigint();
  const amount = work();
  return amount / secondsSince(start);
}
