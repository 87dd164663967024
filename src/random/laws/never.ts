import type { Law } from './law.ts';

const NEVER: Law = {
  kind: 'never',
  mean: Number.POSITIVE_INFINITY,
  exponentialMean: 0,
  density: () => 0,
  survival: () => 1,
  inverse: () => Number.POSITIVE_INFINITY,
  residual: () => Number.POSITIVE_INFINITY,
  limitedMean: (x) => x,
  equilibrium: () => Number.POSITIVE_INFINITY,
  describe: () => 'none',
  plain: () => ['never'],
};

/** What does not happen. */
export const never = (): Law => NEVER;
