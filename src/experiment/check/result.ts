import type { StandardResult } from '../../standards/index.ts';
import type { JudgedObjective, Verdict } from '../result/index.ts';
import type { Measured } from './measured.ts';

/** What `hasim check --json` prints. */
export interface CheckResult {
  readonly hasim: string;
  readonly scenario: { readonly name: string; readonly file: string; readonly sha256: string };
  readonly seed: string;
  readonly runs: number;
  readonly yearsPerRun: number;
  /** Drills of each fault. */
  readonly times: number;
  /** How long a lost site stays lost in a drill, in seconds. */
  readonly lostForSeconds: number;
  /** What a later check can be compared with. */
  readonly measured: Measured;
  readonly objectives: readonly JudgedObjective[];
  /** Null where no objective asks for a tier or a profile. */
  readonly standard: StandardResult | null;
  readonly verdict: Verdict;
  /** Where somebody interrupted it: how much was finished of what was asked for. Then nothing but a missed objective is a verdict. */
  readonly interrupted?: {
    /** Null where no objective asks for runs. */
    readonly runs: Finished | null;
    /** Faults that were drilled. */
    readonly faults: Finished;
  };
}

/** So many of so many. */
export interface Finished {
  readonly done: number;
  readonly asked: number;
}
