import type { Tier } from '../../language/index.ts';
import type { TierScope } from '../../service/index.ts';

/** How a measured figure stands to a limit; `too-close`: nearer to it than the band within which nobody should decide. */
export type LimitVerdict = 'pass' | 'fail' | 'too-close' | 'undecided';

/**
 * Classes of disaster, after the column of risks in Alibaba Cloud's disaster-recovery white paper, version 2019-07-18, section
 * 9.2; the standard itself has no such list. Logical damage and people's mistakes are beside it: they gate only where asked.
 */
export const DISASTERS = ['damaged-copy', 'part-lost', 'site-lost', 'all-lost', 'logical-damage', 'mistake'] as const;
export type Disaster = (typeof DISASTERS)[number];

/** A measured time against a limit. Seconds; null: no such figure (nothing seen, or fewer than bounds need). */
export interface JudgedTime {
  /** Recoveries behind it. */
  readonly count: number;
  readonly p95: number | null;
  /** Each bounds the 95 % quantile from its side, 95 % sure. */
  readonly low: number | null;
  readonly high: number | null;
  readonly max: number | null;
  /** Null: the tier sets none. */
  readonly limit: number | null;
  readonly verdict: LimitVerdict;
}

/** A recovery point, with how many recoveries were seen and how many of them lost no acknowledged write. */
export interface JudgedPoint extends JudgedTime {
  readonly clean: number;
}

export interface JudgedShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** The largest share of drills that may fail. */
  readonly limit: number;
  readonly verdict: LimitVerdict;
}

/** One disaster on one domain, on the worst of its workloads and stores. */
export interface ClassResult {
  readonly class: Disaster;
  /** What is lost or damaged. */
  readonly domain: string;
  /** The size of what is lost. */
  readonly scope: TierScope;
  /** As it was injected: `lost`, `cut`, the name of a fault. */
  readonly fault: string;
  readonly drills: number;
  readonly workload: string | null;
  readonly store: string | null;
  readonly rtoSeconds: JudgedTime;
  /** Null where nothing had to be taken over or restored. */
  readonly rpoSeconds: JudgedPoint | null;
  readonly failedShare: JudgedShare;
  /** The highest tier that it alone would allow; 0: none. */
  readonly tier: Tier | 0;
  /** The tier that the verdict is about. */
  readonly against: Tier;
  readonly verdict: LimitVerdict;
  /** How many more drills would decide; null: it is decided, or no number would. */
  readonly needs: number | null;
  /** Whether a tier depends on it: a disaster that `against` does not ask about is only reported. */
  readonly gates: boolean;
}
