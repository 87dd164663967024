/** What a scenario may be at most. Beyond it the answer is an error, at once. */
export const LIMITS = {
  /** UTF-16 code units of text. */
  text: 1_000_000,
  /** Brackets open at once, or levels of any kind. */
  depth: 60,
  /** Values after aliases have been followed. */
  values: 200_000,
  /** Things in one section. */
  things: 2_000,
  /** Instances of all components together. */
  instances: 100_000,
  /** Problems reported. */
  problems: 200,
} as const;
