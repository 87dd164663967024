import type { Law } from './law.ts';

/** A life under way, of which nothing is known but its age (both in µs). */
export interface Life {
  /** Density ÷ survival at an age: the chance a µs that it ends there. */
  hazard(age: number): number;
  /** The chance that it ends within `span` from `age` on, given that it has reached `age`. */
  within(age: number, span: number): number;
  /** The u-quantile of what is left at `age`. */
  residual(u: number, age: number): number;
}

/** Whether ends can be weighed: a law that jumps has no density. */
export const hasDensity = ({ kind }: Law): boolean => kind !== 'fixed' && kind !== 'empirical' && kind !== 'never';

/** Of what began as new and lives by a law with a density. */
export function newLife(law: Law): Life {
  if (law.exponentialMean > 0) return withoutMemory(law, law.exponentialMean);
  return {
    hazard: (age) => quotient(law.density(age), law.survival(age)),
    within: (age, span) => chance(1 - quotient(law.survival(age + span), law.survival(age))),
    residual: (u, age) => law.residual(u, age),
  };
}

/** Of what was met in equilibrium, its age counted from then: density survival(x) ÷ mean (Cox, Renewal Theory, 1962). */
export function steadyLife(law: Law): Life {
  if (law.exponentialMean > 0) return withoutMemory(law, law.exponentialMean);
  const ended = (age: number): number => law.limitedMean(age) / law.mean;
  return {
    hazard: (age) => quotient(law.survival(age), law.mean - law.limitedMean(age)),
    within: (age, span) => chance(quotient(ended(age + span) - ended(age), 1 - ended(age))),
    residual: (u, age) => {
      const before = ended(age);
      return Math.max(0, law.equilibrium(before + u * (1 - before)) - age);
    },
  };
}

const withoutMemory = (law: Law, mean: number): Life => ({
  hazard: () => 1 / mean,
  within: (_age, span) => -Math.expm1(-span / mean),
  residual: (u) => law.inverse(u),
});

const quotient = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
const chance = (value: number): number => Math.min(1, Math.max(0, value));
