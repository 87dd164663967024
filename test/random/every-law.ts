import {
  empirical,
  exponential,
  fixed,
  gamma,
  gammaWithMean,
  type Law,
  lognormal,
  lognormalWithMean,
  lognormalWithMedian,
  lognormalWithQuantiles,
  never,
  uniform,
  weibull,
  weibullWithMean,
} from '../../src/random/index.ts';

const HOUR = 3_600_000_000;

/** Laws with a density, over the shapes that a scenario may ask for. */
export const CONTINUOUS: readonly Law[] = [
  exponential(HOUR),
  exponential(1e-300),
  exponential(1e300),
  ...[0.3, 0.75, 1, 2, 5].map((shape) => weibull(shape, HOUR)),
  weibullWithMean(0.5, HOUR),
  ...[0.1, 0.5, 1, 3].map((sigma) => lognormalWithMedian(HOUR, sigma)),
  lognormal(20, 1.5),
  lognormalWithMean(HOUR, 0.8),
  lognormalWithQuantiles(HOUR / 2, 2 * HOUR),
  ...[0.05, 0.5, 1, 3, 50].map((shape) => gamma(shape, HOUR)),
  gammaWithMean(0.2, HOUR),
  uniform(0, HOUR),
  uniform(HOUR, 1.25 * HOUR),
];

/** Laws of finite mean that jump. */
export const STEPPED: readonly Law[] = [
  fixed(HOUR),
  fixed(1),
  empirical([HOUR]),
  empirical([10, 12, 133, 12, 70]),
  empirical([0, 0, 5]),
];

export const FINITE: readonly Law[] = [...CONTINUOUS, ...STEPPED];
export const ALL: readonly Law[] = [...FINITE, never()];

export const nameOf = (law: Law): string => (law.describe().length < 80 ? law.describe() : `${law.kind} ${law.mean}`);
