import type { SweepResult } from '../../experiment/index.ts';
import { clean } from '../cells.ts';

/** `ttl` of `www.ttl`: the parameters themselves stand above. */
export const shortName = (name: string): string => clean(name.split('.').slice(-1)[0]!);

/** The measure that a word of the front stands for: of several workloads, the one that fares worst. */
export function worstOf(name: string, { points: all }: SweepResult): string | undefined {
  const [first] = all;
  if (first === undefined) return undefined;
  const of = Object.keys(first.measures).filter((measure) => measure === name || measure.startsWith(`${name}:`));
  const mean = (measure: string): number => first.measures[measure]?.mean ?? 0;
  const sign = isMoreBetter(name) ? -1 : 1;
  return of.sort((a, b) => sign * (mean(b) - mean(a)))[0];
}

/** Of everything else less is better. */
export const isMoreBetter = (measure: string): boolean => measure.startsWith('availability');

/** The measures that a sweep is about: those of its front, each of the workload that fares worst. */
export const measuresOf = (result: SweepResult): string[] => [
  ...new Set(result.pareto.measures.flatMap((name) => worstOf(name, result) ?? [])),
];
