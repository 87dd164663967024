/** Every error that hasim raises on purpose, by code. What a user can cause is a {@link Problem} with a place in the file. */
export type ErrorCode =
  | 'too-many-events-at-an-instant'
  | 'too-many-events'
  | 'horizon-too-long'
  | 'too-many-slots'
  | 'nothing-to-bias'
  | 'never-calm'
  | 'broken-invariant';

export class HasimError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'HasimError';
    this.code = code;
  }
}

export const tooManyEventsAtAnInstant = (limit: number, at: string, last: readonly string[]): HasimError =>
  new HasimError(
    'too-many-events-at-an-instant',
    `more than ${limit} events at one instant (${at}); the model loops. The last ones: ${last.join(', ')}`,
  );

export const tooManyEvents = (limit: number, last: readonly string[]): HasimError =>
  new HasimError(
    'too-many-events',
    `more than ${limit} events in one replication; shorten --years or look for an event that repeats: ${last.join(', ')}`,
  );

export const horizonTooLong = (years: number): HasimError =>
  new HasimError(
    'horizon-too-long',
    `a replication of ${years} years is longer than the 285 years that a clock can hold`,
  );

export const tooManySlots = (count: number, limit: number): HasimError =>
  new HasimError('too-many-slots', `the model needs ${count} pending events, more than the limit of ${limit}`);

export const nothingToBias = (): HasimError =>
  new HasimError(
    'nothing-to-bias',
    'there is nothing that --rare could make more frequent: no fault of this scenario has a law with a density (faults that are scheduled, fixed or empirical have none); --rare splitting needs no law',
  );

export const neverCalm = (share: number): HasimError =>
  new HasimError(
    'never-calm',
    `only in ${(100 * share).toFixed(2)} % of the time nothing is broken and nothing goes on, and failure biasing can begin only there: an ordinary run sees more, or --rare splitting, which begins anywhere`,
  );

/** An invariant of hasim itself: reaching it is a bug, never a user's mistake. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new HasimError('broken-invariant', message);
}
