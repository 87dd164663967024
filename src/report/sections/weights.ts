import type { Cause, Result } from '../../experiment/index.ts';

/** How much of the downtime a default had to do with. */
export interface Weight {
  /** Minutes a year, all workloads together. */
  readonly minutes: number;
  /** Of a phase that others wait for too: the minutes of several such are the same. */
  readonly shared: boolean;
}

export type WeightOf = (path: string) => Weight;

const NONE: Weight = { minutes: 0, shared: false };
export const unweighed: WeightOf = () => NONE;

/** Settings for which somebody waits: a plan's and a cache's own, and all of a probe together. */
const WAITED = /^plans\..*takes$|\.(?:boot|ttl)$/;
const PROBE = /\.(?:interval|timeout|unhealthy)$/;
/** Settings for which users may wait though nobody works on it. */
const CACHES = /\.cohorts$|\.hold-on\./;

/** How well a component helps itself. */
const OWN = /\.(?:coverage|detection|election|manual|switch|zone-switch|works)$/;

/**
 * A default of a fault weighs what was lost while it had struck, one for which somebody waits what was lost while they did, one of how a component helps
 * itself what was lost while something of it was broken. All others weigh nothing.
 */
export function weightsOf({ workloads }: Pick<Result, 'workloads'>): WeightOf {
  const all = Object.values(workloads);
  const causes = all.flatMap((workload) => workload.causes);
  const waits = all.flatMap((workload) => workload.waits);
  const during = (isIn: (broken: string) => boolean): Weight => ({
    minutes: sum(causes.filter(({ combination }) => combination.some(isIn)).map(minutesOf)),
    shared: false,
  });
  const waitedFor = (path: string): Weight => ({
    minutes: sum(waits.filter(({ setting }) => setting === path).map(minutesOf)),
    shared: false,
  });
  return (path) => {
    const fault = /^(?:components|links|places|domains|areas)\.(.+)\.faults\.([^.]+)\./.exec(path);
    if (fault !== null) {
      const name = `${fault[1]!.replaceAll('.', '/')} ${fault[2]!}`;
      return during((broken) => broken === name || broken.startsWith(`${name} ×`));
    }
    if (WAITED.test(path)) return waitedFor(path);
    if (PROBE.test(path)) return waitedFor(path.replace(PROBE, '.interval'));
    if (CACHES.test(path)) return { minutes: sum(all.map(({ phases }) => phases.propagate)), shared: true };
    const owner = OWN.test(path) ? /^components\.([^.]+)\./.exec(path)?.[1] : undefined;
    return owner === undefined
      ? NONE
      : during((broken) => broken.startsWith(`${owner} `) || broken.startsWith(`${owner}/`));
  };
}

const minutesOf = ({ minutesPerYear }: Pick<Cause, 'minutesPerYear'>): number => minutesPerYear;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The weight of one default that many take. */
export const together = (one: Weight, other: Weight): Weight => ({
  minutes: one.shared || other.shared ? Math.max(one.minutes, other.minutes) : one.minutes + other.minutes,
  shared: one.shared || other.shared,
});
