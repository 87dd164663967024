export type LawKind = 'exponential' | 'weibull' | 'lognormal' | 'gamma' | 'uniform' | 'fixed' | 'empirical' | 'never';

/** A law as plain data: its kind and its parameters, with what a scenario writes where that says more. */
export type PlainLaw =
  | readonly ['never']
  | readonly ['fixed', value: number]
  | readonly ['exponential', mean: number]
  | readonly ['uniform', low: number, high: number]
  | readonly ['empirical', values: readonly number[]]
  | readonly ['gamma', shape: number, scale: number, written: string]
  | readonly ['lognormal', mu: number, sigma: number, written: string]
  | readonly ['weibull', shape: number, scale: number, mean: number, written: string];

/**
 * A law of positive random numbers: a duration in µs, or a size in its own unit. Every draw is by inversion, one uniform
 * number a draw and monotone in it, so that two designs under the same chances differ only where they are different.
 * Every `u` lies in the open interval (0, 1); every `x` and `age` is 0 or more.
 */
export interface Law {
  readonly kind: LawKind;
  readonly mean: number;
  /** The mean of an exponential law, 0 for any other: the sampler draws the commonest law without a call. */
  readonly exponentialMean: number;
  /** The density at x; 0 for x ≤ 0. A fixed and an empirical law have none and answer 0: nothing can be weighed by them. */
  density(x: number): number;
  /** P(X > x). */
  survival(x: number): number;
  /** The u-quantile. It may underflow to 0 where the law crowds at 0; whoever draws a delay rounds it up. */
  inverse(u: number): number;
  /** The u-quantile of X − age given X > age; 0 where no life is longer than `age`. */
  residual(u: number, age: number): number;
  /** E[min(X, x)]: the mean part of a life that falls before x. At ∞ it is the mean. */
  limitedMean(x: number): number;
  /**
   * The u-quantile of what is left of a life met at a moment long after the start: density survival(x) ÷ mean,
   * distribution limitedMean(x) ÷ mean (Cox, Renewal Theory, 1962).
   */
  equilibrium(u: number): number;
  /** The law as a scenario writes it, its numbers taken as µs: `{lognormal: {median: 30m, p95: 2h}}`. */
  describe(): string;
  /** For other threads: `lawFrom` makes the same law of it, to the last bit. */
  plain(): PlainLaw;
}
