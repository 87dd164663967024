import type { Cause, PhaseName, Result } from '../../experiment/index.ts';

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

/** Settings for which a phase may wait, whatever broke: looking, deciding, changing roles, booting, caches. */
const PHASES: readonly (readonly [RegExp, PhaseName])[] = [
  [/^(?:alarms\.|.*\.(?:check|health-check|monitor)\.).*(?:interval|timeout|unhealthy)$/, 'detect'],
  [/^plans\..*\.decided-by\.takes$/, 'decide'],
  [/^plans\..*\.steps\..*takes$/, 'switch'],
  [/\.boot$/, 'start'],
  [/\.(?:ttl|cohorts)$|\.hold-on\./, 'propagate'],
];

/** How well a component helps itself. */
const OWN = /\.(?:coverage|detection|election|manual|switch|zone-switch|works)$/;

/**
 * A default of a fault weighs what was lost while it had struck, one of a phase what that phase took, one of how a component helps
 * itself what was lost while something of it was broken. All others weigh nothing.
 */
export function weightsOf({ workloads }: Pick<Result, 'workloads'>): WeightOf {
  const all = Object.values(workloads);
  const causes = all.flatMap((workload) => workload.causes);
  const during = (isIn: (broken: string) => boolean): Weight => ({
    minutes: sum(causes.filter(({ combination }) => combination.some(isIn)).map(minutesOf)),
    shared: false,
  });
  return (path) => {
    const fault = /^(?:components|links|places|domains|areas)\.(.+)\.faults\.([^.]+)\./.exec(path);
    if (fault !== null) {
      const name = `${fault[1]!.replaceAll('.', '/')} ${fault[2]!}`;
      return during((broken) => broken === name || broken.startsWith(`${name} ×`));
    }
    const plan = /^plans\.([^.]+)\..*takes$/.exec(path)?.[1];
    const own = during((broken) => broken === `plan ${plan}`);
    // A plan that stops service on purpose answers for that alone.
    if (own.minutes > 0) return { ...own, shared: true };
    const phase = PHASES.find(([keys]) => keys.test(path))?.[1];
    if (phase !== undefined) return { minutes: sum(all.map(({ phases }) => phases[phase])), shared: true };
    const owner = OWN.test(path) ? /^components\.([^.]+)\./.exec(path)?.[1] : undefined;
    return owner === undefined
      ? NONE
      : during((broken) => broken.startsWith(`${owner} `) || broken.startsWith(`${owner}/`));
  };
}

const minutesOf = ({ minutesPerYear }: Cause): number => minutesPerYear;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The weight of one default that many take. */
export const together = (one: Weight, other: Weight): Weight => ({
  minutes: one.shared || other.shared ? Math.max(one.minutes, other.minutes) : one.minutes + other.minutes,
  shared: one.shared || other.shared,
});
