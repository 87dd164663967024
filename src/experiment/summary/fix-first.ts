import { sortedEntries } from '../../base/index.ts';
import type { Cause, FixFirst, PhaseName, Wait, WorkloadResult } from '../result.ts';

type Workloads = Readonly<Record<string, Pick<WorkloadResult, 'downtimeMinutesPerYear' | 'causes' | 'waits'>>>;

/** The cause that costs the workload that is down the longest the most, and the phase of it that does. */
export function fixFirstOf(workloads: Workloads): FixFirst | null {
  const [workload, { causes, waits }] = worstWorkload(workloads) ?? ['', { causes: [], waits: [] }];
  const cause = causes.find(({ combination }) => combination.length > 0);
  const dearest = cause && dearestPhase(cause);
  if (cause === undefined || dearest === undefined) return null;
  const { combination, share, minutesPerYear, intervals } = cause;
  const { phase, share: phaseShare } = dearest;
  const settings = settingsOf(cause, phase, waits);
  const bounds = { share: intervals.share, minutesPerYear: intervals.minutesPerYear };
  return { workload, combination, share, minutesPerYear, phase, phaseShare, settings, intervals: bounds };
}

const NAMED = 3;

/** For what a phase of a cause was waited for at least half of the time. */
function settingsOf({ trigger, phases }: Cause, phase: PhaseName, waits: readonly Wait[]): string[] {
  const half = (phases[phase] ?? 0) / 2;
  return waits
    .filter((wait) => wait.trigger === trigger && wait.phase === phase && wait.minutesPerYear >= half)
    .slice(0, NAMED)
    .map(({ setting }) => setting);
}

/** The workload that is down the longest, with its name; undefined where none is. */
export function worstWorkload<T extends Pick<WorkloadResult, 'downtimeMinutesPerYear'>>(
  workloads: Readonly<Record<string, T>>,
): readonly [string, T] | undefined {
  const minutes = ([, { downtimeMinutesPerYear }]: readonly [string, T]): number => downtimeMinutesPerYear.mean ?? 0;
  const hurt = sortedEntries(workloads).filter((one) => minutes(one) > 0);
  return hurt.sort((a, b) => minutes(b) - minutes(a))[0];
}

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
