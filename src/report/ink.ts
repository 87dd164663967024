/** Colours of a report; each is the identity where there is no terminal. */
export interface Ink {
  /** Titles and the figures that matter most. */
  readonly strong: (text: string) => string;
  /** What helps and may be skipped. */
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly doubtful: (text: string) => string;
}

const plain = (text: string): string => text;
export const PLAIN: Ink = { strong: plain, dim: plain, good: plain, bad: plain, doubtful: plain };
