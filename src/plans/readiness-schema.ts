import * as z from 'zod';
import { type Us, YEAR } from '../base/index.ts';
import {
  choice,
  type Defaults,
  law,
  meaning,
  type Notebook,
  positiveDuration,
  probability,
} from '../language/index.ts';
import type { Law } from '../random/index.ts';

/** How lately what a plan switches to has proved itself. */
export interface ReadinessSpec {
  /** It serves every day; it never has; it is drilled, with this time between drills; or as its component says. */
  readonly proved: 'serving' | 'never' | 'drills' | Us;
  /** Chance that it works when it serves every day, or fresh from a drill, 0 to 1. */
  readonly serving: number;
  /** Chance that it works when nobody has ever tried, 0 to 1. */
  readonly never: number;
  /** How fast the one falls towards the other: the time after which e⁻¹ of the difference is left. */
  readonly forgets: Us;
  /** How long people take to make it work when it does not. */
  readonly otherwise: Law;
}

const COVERAGE = 'no public rate is known; what is exercised daily rarely fails to take over';
const DEFAULTS: Defaults = {
  serving: { value: '99%', source: `assumption: ${COVERAGE}` },
  never: {
    value: '80%',
    source: 'assumption: failover itself is what fails in many published outages (Gunawi et al., SoCC 2016)',
  },
  forgets: { value: '2y', source: 'assumption: with a drill a year it then works in 95 % of the cases on average' },
  otherwise: {
    value: '{lognormal: {median: 75m, sigma: 0.8}}',
    source: 'assumption: an undrilled team; the staff of a large provider took 70 and 133 min for a database switch',
  },
};

const words = choice(['serving', 'never', 'drills']);
const proved = z.union([words, positiveDuration]);
const shape = {
  proved,
  serving: probability.optional(),
  never: probability.optional(),
  forgets: positiveDuration.optional(),
  otherwise: law.optional(),
};
const whole = z.strictObject(
  meaning(shape, {
    proved:
      'it serves every day (`serving`), it never has (`never`), it is drilled as the appliance says (`drills`), or the time between drills',
    serving: 'chance that it works when it serves every day, or fresh from a drill',
    never: 'chance that it works when nobody has tried it',
    forgets: 'time constant of the fall from the one to the other after a drill',
    otherwise: 'how long people take to make it work when it does not',
  }),
);
export const readinessInput = z.union([words, positiveDuration, whole]);
type ReadinessInput = z.output<typeof readinessInput>;

/** Fills in how ready a plan is; figures that its case does not use are no assumption. */
export function resolveReadiness(given: ReadinessInput, notes: Notebook): ReadinessSpec {
  const stated = typeof given === 'object' ? given : { proved: given };
  const fill = notes.filling(DEFAULTS);
  const drilled = typeof stated.proved === 'number' || stated.proved === 'drills';
  return {
    proved: stated.proved,
    serving: stated.proved === 'never' ? 1 : fill('serving', stated.serving, probability),
    never: stated.proved === 'serving' ? 0 : fill('never', stated.never, probability),
    forgets: drilled ? fill('forgets', stated.forgets, positiveDuration) : YEAR,
    otherwise: fill('otherwise', stated.otherwise, law),
  };
}
