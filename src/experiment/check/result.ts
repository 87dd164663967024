export type CheckVerdict = 'met' | 'missed' | 'undecided';

/** An objective with what was measured; `target` is a share for availability, else seconds. */
export interface CheckedObjective {
  readonly objective: string;
  readonly workload: string | null;
  readonly scope: string | null;
  readonly domain: string | null;
  readonly target: number;
  readonly measured: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: CheckVerdict;
}

/** What `hasim check --json` prints. */
export interface CheckResult {
  readonly hasim: string;
  readonly scenario: { readonly name: string; readonly file: string; readonly sha256: string };
  readonly seed: string;
  readonly runs: number;
  readonly yearsPerRun: number;
  /** Drills of each fault. */
  readonly times: number;
  readonly objectives: readonly CheckedObjective[];
  readonly verdict: CheckVerdict;
}
