import type { Cause } from '../result/index.ts';

/** What tells whether a cause is a smallest combination. */
export type Uncut = Pick<Cause, 'class' | 'combination' | 'minutesPerYear' | 'incidentsPerYear'>;

/**
 * Says of every cause whether it is one of the smallest combinations that took the workload below its level, and which. All
 * causes must be there: what a pair does counts only where neither of the two does it alone. What a plan stops on purpose is no failure.
 */
export function withCuts<T extends Uncut>(causes: readonly T[], blipUnderSeconds: number): (T & Pick<Cause, 'cut'>)[] {
  const alone = new Set(causes.filter(isFailure).flatMap((cause) => (broken(cause).length === 1 ? broken(cause) : [])));
  return causes.map((cause) => ({ ...cause, cut: isFailure(cause) ? cutOf(cause, alone, blipUnderSeconds) : null }));
}

const isFailure = ({ class: of }: Uncut): boolean => of !== 'plan';

function cutOf(cause: Uncut, alone: ReadonlySet<string>, blipUnderSeconds: number): Cause['cut'] {
  const faults = broken(cause);
  if (faults.length === 1) return meanSeconds(cause) < blipUnderSeconds ? 'blip' : 'single';
  return faults.length === 2 && !faults.some((one) => alone.has(one)) ? 'pair' : null;
}

/** How long an incident of a cause is down, on average. */
const meanSeconds = ({ minutesPerYear, incidentsPerYear }: Uncut): number => (60 * minutesPerYear) / incidentsPerYear;

const TWICE = / ×2$/;
const MANY = / ×\d+$/;

/** What was broken, one by one: `app-a host ×2` is two of a kind. More than two of a kind count as three. */
const broken = ({ combination }: Uncut): string[] =>
  combination.flatMap((one) => {
    const kind = one.replace(MANY, '');
    return MANY.test(one) ? Array(TWICE.test(one) ? 2 : 3).fill(kind) : [kind];
  });
