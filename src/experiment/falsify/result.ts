import type { Timeline } from '../explanation.ts';
import type { Assumption, FaultClass } from '../result/index.ts';
import type { LimitKind } from './limits.ts';
import type { Searched } from './search.ts';
import type { Manner } from './strike.ts';

/** One fault of a schedule that was found. */
export interface FoundFault {
  readonly class: FaultClass;
  readonly deed: 'lose' | 'cut' | 'damage';
  readonly target: string;
  /** Seconds since the start of a replication. */
  readonly at: number;
  /** Null for damaged data, which stay until something restores them. */
  readonly forSeconds: number | null;
  /** How it meets its callers: no answer, a refusal at once, or accepted and never answered. Null for damaged data. */
  readonly effect: Manner | null;
}

/** What a schedule breaks. */
export interface Broken {
  readonly objective: string;
  /** Against the loss of what it is stated; null: of anything. */
  readonly scope: FaultClass | null;
  readonly kind: LimitKind;
  /** The workload or store that it broke worst. */
  readonly of: string;
  /** Seconds; a count for `writes-lost`, a share for `served`. */
  readonly limit: number;
  /** The quantile of all replications; null where service or data did not come back. */
  readonly measured: number | null;
  /** Replications that broke it, of all. */
  readonly broken: number;
  readonly times: number;
}

/** Faults that break something. */
export interface Found {
  readonly faults: readonly FoundFault[];
  readonly breaks: readonly Broken[];
  /** Length of a replication in which it was seen. */
  readonly years: number;
  /** The lines that take the place of `catalogue` and `faults` in the scenario. */
  readonly yaml: string;
}

/** What `hasim falsify --json` prints. */
export interface FalsifyResult {
  readonly hasim: string;
  readonly scenario: { readonly name: string; readonly file: string; readonly sha256: string };
  readonly seed: string;
  /** Replications of each schedule, and the share of them that must keep to a limit. */
  readonly times: number;
  readonly quantile: number;
  /** How long each fault lasted before anything was made smaller. */
  readonly lastsSeconds: number;
  readonly maxFaults: number;
  readonly tries: number;
  /** What was to be broken. */
  readonly limits: readonly Pick<Broken, 'objective' | 'scope' | 'kind' | 'limit'>[];
  /** Schedules that were run. */
  readonly tried: number;
  readonly searched: readonly Searched[];
  /** What could be struck, and what was left out of it, as `class:name`. */
  readonly targets: readonly string[];
  readonly leftOut: readonly string[];
  /** Made as small as it goes; null: nothing was found within the bounds. */
  readonly smallest: Found | null;
  /** All sets of that many faults that break something, as they were found; without the smallest. */
  readonly others: readonly Found[];
  readonly stopped: 'found' | 'bounds' | 'interrupted';
  /** The smallest, step by step. */
  readonly timeline: Timeline | null;
  readonly assumptions: readonly Assumption[];
}
