import { sortedEntries } from '../../base/index.ts';
import type { ComponentSpec } from '../../components/index.ts';
import type { Bounds, Cause, FixFirst, PhaseName, Wait, WorkloadResult } from '../result/index.ts';
import { togetherBounds } from './bounds.ts';

type Workloads = Readonly<Record<string, Pick<WorkloadResult, 'downtimeMinutesPerYear' | 'causes' | 'waits'>>>;

/** What tells the kind of something broken from its name in a cause. */
export type KindOf = (broken: string) => string;

/** A fault of a component is of a kind with that of the same name of another of its sort: `slb-a instance` with `slb-b instance`. */
export function kindsOf(components: readonly Pick<ComponentSpec, 'name' | 'kind'>[]): KindOf {
  const kinds = new Map(components.map(({ name, kind }) => [name, kind]));
  return (broken) => {
    const [, component = '', rest = ''] = /^([^ /]*)(.*)$/.exec(broken) ?? [];
    const kind = kinds.get(component);
    return kind === undefined ? broken : `${kind}${rest}`;
  };
}

/**
 * The cause that costs the workload that is down the longest the most, the phase of it that does, and all of its kind that cost as much as
 * far as was measured: which of them comes first is chance.
 */
export function fixFirstOf(workloads: Workloads, kindOf: KindOf): FixFirst | null {
  const [workload, { causes, waits }] = worstWorkload(workloads) ?? ['', { causes: [], waits: [] }];
  const cause = causes.find(({ combination }) => combination.length > 0);
  const dearest = cause && dearestPhase(cause);
  if (cause === undefined || dearest === undefined) return null;
  const { phase } = dearest;
  const alike = [cause, ...causes.filter((one) => one !== cause && areTwins(cause, one, kindOf))];
  return {
    workload,
    combination: cause.combination,
    ...together(alike, phase),
    phase,
    causes: alike.map(({ combination, share, minutesPerYear, intervals }) => ({
      combination,
      share,
      minutesPerYear,
      intervals: { share: intervals.share, minutesPerYear: intervals.minutesPerYear },
    })),
    settings: settingsOf(alike, phase, waits),
  };
}

/** Whether two causes are of one kind, lose the most on one phase, and cost the same as far as was measured. */
function areTwins(dearest: Cause, other: Cause, kindOf: KindOf): boolean {
  const kind = ({ class: of, combination }: Cause): string => [of, ...combination.map(kindOf).sort()].join('\n');
  if (kind(other) !== kind(dearest) || dearestPhase(other)?.phase !== dearestPhase(dearest)?.phase) return false;
  const { high } = other.intervals.minutesPerYear;
  return high === null || high >= (dearest.intervals.minutesPerYear.low ?? 0);
}

/** What causes come to, and what share of that one phase takes; bounds as if they came independently of each other. */
function together(
  causes: readonly Cause[],
  phase: PhaseName,
): Pick<FixFirst, 'share' | 'minutesPerYear' | 'phaseShare' | 'intervals'> {
  const sum = (of: (cause: Cause) => number): number => causes.reduce((total, cause) => total + of(cause), 0);
  const minutesPerYear = sum((cause) => cause.minutesPerYear);
  const weight = (cause: Cause): number => cause.minutesPerYear / minutesPerYear;
  const portion = ({ phases }: Cause): number => (phases[phase] ?? 0) / sumOf(phases);
  const bounds = (of: (cause: Cause) => Bounds | undefined, mean: (cause: Cause) => number): Bounds =>
    causes.length === 1
      ? (of(causes[0]!) ?? NOTHING)
      : togetherBounds(
          causes.map((cause) => of(cause) ?? NOTHING),
          causes.map(mean),
        );
  return {
    share: sum(({ share }) => share),
    minutesPerYear,
    phaseShare: sum((cause) => weight(cause) * portion(cause)),
    intervals: {
      share: atMostAll(
        bounds(
          ({ intervals }) => intervals.share,
          ({ share }) => share,
        ),
      ),
      minutesPerYear: bounds(
        ({ intervals }) => intervals.minutesPerYear,
        (cause) => cause.minutesPerYear,
      ),
      phaseShare: atMostAll(
        bounds(
          (cause) => scaled(cause.intervals.phaseShares[phase], causes.length === 1 ? 1 : weight(cause)),
          (cause) => weight(cause) * portion(cause),
        ),
      ),
    },
  };
}

const NOTHING: Bounds = { low: 0, high: null };
const sumOf = (phases: Cause['phases']): number => Object.values(phases).reduce((sum, minutes) => sum + minutes, 0);
const atMostAll = (bounds: Bounds): Bounds => ({ ...bounds, high: Math.min(1, bounds.high ?? 1) });

function scaled(bounds: Bounds | undefined, by: number): Bounds | undefined {
  if (bounds === undefined) return undefined;
  const side = (bound: number | null): number | null => (bound === null ? null : bound * by);
  return { ...bounds, low: side(bounds.low), high: side(bounds.high) };
}

const NAMED = 3;

/** For what a phase of one of the causes was waited for at least half of the time. */
function settingsOf(causes: readonly Cause[], phase: PhaseName, waits: readonly Wait[]): string[] {
  const isLong = (wait: Wait): boolean =>
    causes.some(({ trigger, phases }) => wait.trigger === trigger && wait.minutesPerYear >= (phases[phase] ?? 0) / 2);
  const long = waits.filter((wait) => wait.phase === phase && isLong(wait)).map(({ setting }) => setting);
  return [...new Set(long)].slice(0, NAMED);
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
