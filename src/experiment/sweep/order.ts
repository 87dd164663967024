import {
  readParameters,
  readSetText,
  readSweepFile,
  type SweepProblem,
  Variants,
  type WrittenParameter,
} from '../../scenario/index.ts';
import { VERSION } from '../version.ts';
import { type BadPoint, planSweep, type SweepOptions, type SweepPlan } from './plan.ts';

/** Everything that a sweep is made of, as plain data: what a journal begins with and another machine is sent. */
export interface SweepOrder {
  readonly scenario: { readonly text: string; readonly name: string; readonly file: string; readonly sha256: string };
  /** As `--set` takes them. */
  readonly sets: readonly string[];
  /** A sweep file. */
  readonly sweep: { readonly name: string; readonly text: string } | null;
  readonly options: SweepOptions;
}

/** A sweep that can be run. */
export interface ReadySweep {
  readonly plan: SweepPlan;
  readonly variants: Variants;
}

export type ReadOrder =
  | ReadySweep
  | { readonly problems: readonly SweepProblem[] }
  | { readonly bad: readonly BadPoint[] }
  | { readonly refused: string };

/** Reads all of a sweep; nothing runs before every point of it has been read. */
export function readOrder({ scenario, sets, sweep, options }: SweepOrder): ReadOrder {
  const variants = Variants.of(scenario.text, scenario.name);
  if (variants === undefined) return { refused: 'this is no scenario' };
  const written = writtenIn(sets, sweep);
  if ('problems' in written) return written;
  const read = readParameters(written.written, variants);
  if ('problems' in read) return read;
  const { file, sha256 } = scenario;
  const planned = planSweep(
    { variants, parameters: read.parameters, origin: { file, sha256 }, version: VERSION },
    options,
  );
  return 'plan' in planned ? { plan: planned.plan, variants } : planned;
}

type Written = { readonly written: readonly WrittenParameter[] } | { readonly problems: readonly SweepProblem[] };

function writtenIn(sets: readonly string[], sweep: SweepOrder['sweep']): Written {
  const texts = sets.map((text) => readSetText(text));
  const file = sweep === null ? [] : [readSweepFile(sweep)];
  const problems = [...file, ...texts].flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) return { problems };
  return {
    written: [
      ...file.flatMap((one) => ('read' in one ? one.read.parameters : [])),
      ...texts.flatMap((one) => ('read' in one ? [one.read] : [])),
    ],
  };
}

/** Which units a shard runs: every n-th, so that neighbours, which cost alike, are shared out. */
export const shardOf = ({ units }: SweepPlan, shard: number, shards: number): number[] =>
  units.map(({ index }) => index).filter((index) => index % shards === shard - 1);
