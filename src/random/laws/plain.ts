import { Empirical } from './empirical.ts';
import { Exponential } from './exponential.ts';
import { Fixed } from './fixed.ts';
import { Gamma } from './gamma.ts';
import type { Law, PlainLaw } from './law.ts';
import { Lognormal } from './lognormal.ts';
import { never } from './never.ts';
import { Uniform } from './uniform.ts';
import { Weibull } from './weibull.ts';

export const isLaw = (value: object): value is Law => 'plain' in value && typeof value.plain === 'function';

/** The law that says this of itself. */
export function lawFrom(plain: PlainLaw): Law {
  switch (plain[0]) {
    case 'never':
      return never();
    case 'fixed':
      return new Fixed(plain[1]);
    case 'exponential':
      return new Exponential(plain[1]);
    case 'uniform':
      return new Uniform(plain[1], plain[2]);
    case 'empirical':
      return new Empirical(plain[1]);
    case 'gamma':
      return new Gamma(plain[1], plain[2], plain[3]);
    case 'lognormal':
      return new Lognormal(plain[1], plain[2], plain[3]);
    case 'weibull':
      return new Weibull(plain[1], plain[2], plain[3], plain[4]);
  }
}
