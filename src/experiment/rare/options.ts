export interface RareOptions {
  /** Ordinary paths, from each of which many windows are begun. */
  readonly runs: number;
  /** Length of one path. */
  readonly years: number;
  readonly seed: string;
}
