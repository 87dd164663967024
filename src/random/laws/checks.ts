import { invariant } from '../../base/index.ts';

/** Whoever makes a law has already told the user about bad parameters; one that arrives here is a mistake of hasim. */
export function mustBePositive(name: string, value: number): void {
  invariant(
    value > 0 && value < Number.POSITIVE_INFINITY,
    `the ${name} of a law must be positive and finite, not ${value}`,
  );
}

/** As {@link mustBePositive}, but 0 is allowed. */
export function mustNotBeNegative(name: string, value: number): void {
  invariant(
    value >= 0 && value < Number.POSITIVE_INFINITY,
    `the ${name} of a law must be finite and not negative, not ${value}`,
  );
}
