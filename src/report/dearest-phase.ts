import type { Cause, PhaseName } from '../experiment/index.ts';

/** The phase on which most of what a cause costs was lost, and its share; undefined where nothing was. */
export function dearestPhase({
  phases,
}: Pick<Cause, 'phases'>): { readonly phase: PhaseName; readonly share: number } | undefined {
  const all = Object.entries(phases) as [PhaseName, number][];
  const total = all.reduce((sum, [, minutes]) => sum + minutes, 0);
  const [phase, most] = all.reduce((best, one) => (one[1] > best[1] ? one : best), ['repair', 0] as [
    PhaseName,
    number,
  ]);
  return most === 0 ? undefined : { phase, share: most / total };
}
