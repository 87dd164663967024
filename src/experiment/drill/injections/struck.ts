import type { Scenario } from '../../../scenario/index.ts';
import type { Injection } from './injection.ts';

/** A calm architecture in which these faults strike, and no other. */
export const struckBy = (still: Scenario, { strikes, domains }: Pick<Injection, 'strikes' | 'domains'>): Scenario => ({
  ...still,
  domains: [...still.domains, ...domains],
  schedule: strikes,
});
