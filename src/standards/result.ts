import type { Assumption, EditionName, Tier } from '../language/index.ts';
import type { Recoverer, TierScope } from '../service/index.ts';

/** How a measured figure stands to a limit; `too-close`: nearer to it than the band within which nobody should decide. */
export type LimitVerdict = 'pass' | 'fail' | 'too-close' | 'undecided';

/**
 * Classes of disaster, after the column of risks in Alibaba Cloud's disaster-recovery white paper, version 2019-07-18, section
 * 9.2; the standard itself has no such list. Logical damage and people's mistakes are beside it: they gate only where asked.
 */
export const DISASTERS = ['damaged-copy', 'part-lost', 'site-lost', 'all-lost', 'logical-damage', 'mistake'] as const;
export type Disaster = (typeof DISASTERS)[number];

/** How sure a figure of a table is: as its source states it, second-hand, derived here, or from memory and not checked. */
export type Confidence = 'stated' | 'secondary' | 'inferred' | 'memory';

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
  /** The largest share of recoveries that may fail. */
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

/** The seven elements of GB/T 20988-2007, annex A. */
export const ELEMENTS = [
  'data-backup',
  'standby-processing',
  'standby-network',
  'standby-infrastructure',
  'technical-support',
  'operations',
  'recovery-plan',
] as const;
export type Element = (typeof ELEMENTS)[number];

/** What an element asks, as a short word for programs; the words of a report say it in full. */
export const ASKS = [
  'backup-weekly',
  'backup-daily',
  'backup-off-site',
  'transfers-daily',
  'replication-real-time',
  'replication-lossless',
  'equipment-part',
  'equipment-part-there',
  'equipment-all',
  'equipment-warm',
  'equipment-same',
  'equipment-hot',
  'switch-automatic',
  'network-part',
  'network-part-there',
  'network-ready',
  'network-switch',
  'network-both',
  'media-place',
  'recovery-place',
  'site-24x7',
  'room-dedicated',
  'room-24x7',
  'backup-dedicated',
  'hardware-dedicated',
  'all-24x7',
  'systems-24x7',
  'rules-media',
  'backups-checked',
  'rules-standby-site',
  'rules-hardware',
  'rules-electronic-transfer',
  'rules-real-time-backup',
  'rules-systems',
  'plan-tested',
] as const;
export type Ask = (typeof ASKS)[number];

/** Where the evidence comes from: the topology of the scenario, or what it declares. */
export type Basis = 'structure' | 'declared' | 'both';

export interface AskResult {
  readonly ask: Ask;
  readonly tier: Tier;
  readonly met: boolean;
  readonly basis: Exclude<Basis, 'both'>;
  /** What was found, in the scenario's own names: `orders-a: every 1d`, `app-b: 100 %`. */
  readonly found: string;
}

export interface ElementResult {
  readonly element: Element;
  readonly scope: TierScope;
  /** The domain on whose loss it was judged; null: it does not depend on one. */
  readonly domain: string | null;
  /** The highest tier whose asks are all met; 0: not even those of tier 1. */
  readonly tier: Tier | 0;
  readonly basis: Basis;
  readonly confidence: Confidence;
  readonly asks: readonly AskResult[];
}

export interface TierResult {
  readonly scope: TierScope;
  /** The highest tier proven; 0: none. */
  readonly tier: Tier | 0;
  /** The tier that the drills alone would prove, whatever elements ask: what is left is to be built or declared. */
  readonly byDrills: Tier | 0;
  /** Higher tiers that more drills might prove: nothing speaks against them yet. */
  readonly undecided: readonly Tier[];
  /** What keeps it from being higher. */
  readonly decidedBy: readonly Blocker[];
}

/** What stands between a scope and the next tier: a disaster or an element. */
export type Blocker =
  | {
      readonly kind: 'disaster';
      readonly scope: TierScope;
      readonly tier: Tier;
      readonly class: Disaster;
      readonly domain: string;
      /** What falls short: the time, the data lost, the share of recoveries that failed; `not-drilled`: nobody looked. */
      readonly what: 'time' | 'data' | 'failures' | 'not-drilled';
      readonly verdict: Exclude<LimitVerdict, 'pass'>;
      /** Seconds, or a share for failures. Null: no figure. */
      readonly measured: number | null;
      /** What bounds it from below and from above, each 95 % sure; null: nothing does, or the largest loss is judged. */
      readonly low: number | null;
      readonly high: number | null;
      readonly limit: number | null;
      readonly needs: number | null;
    }
  | {
      readonly kind: 'element';
      readonly scope: TierScope;
      readonly tier: Tier;
      readonly element: Element;
      readonly ask: Ask;
      readonly domain: string | null;
      readonly basis: Exclude<Basis, 'both'>;
      readonly found: string;
    };

/** Who declares a disaster, and how long that takes. Seconds; null: unknown. */
export interface Declaring {
  readonly plan: string;
  readonly by: 'people' | 'automation';
  readonly team: string | null;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** A declaration that the scenario's own structure contradicts: the structure wins. */
export interface Contradiction {
  readonly declared: string;
  readonly element: Element;
  readonly found: string;
}

/** Who brought service back; `itself`: products did, and no plan was needed; `unnoticed`: users noticed nothing. */
export type SeenRecoverer = Recoverer | 'itself' | 'unnoticed';

/** What a document promises and drills do not bear out, or do. */
export interface DocumentedResult {
  readonly source: string;
  readonly scope: TierScope;
  readonly what: 'rto' | 'rpo' | 'tier' | 'recovered-by';
  readonly promised: number | Recoverer;
  /** Seconds of the worst domain, the tier proven, or who brought service back there; null: not recovered, or nothing seen. */
  readonly measured: number | SeenRecoverer | null;
  /** What bounds a time from below and from above, each 95 % sure, as if it were known beforehand which domain is the worst. */
  readonly low: number | null;
  readonly high: number | null;
  readonly agrees: boolean | null;
}

/** One rule of a profile on one scope. */
export interface RuleResult {
  readonly rule: number;
  readonly what: 'tier' | 'rto' | 'rpo' | 'remote-centre' | 'remote-copy' | 'standby-centre';
  readonly scope: TierScope;
  readonly domain: string | null;
  readonly workload: string | null;
  /** Seconds, a tier, or metres. */
  readonly target: number;
  readonly measured: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: LimitVerdict;
  readonly needs: number | null;
}

export interface ProfileResult {
  readonly name: string;
  /** The file of a profile of one's own; absent: hasim knows it by name. */
  readonly file?: string;
  readonly title: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly verdict: LimitVerdict;
  readonly rules: readonly RuleResult[];
}

/** The settings behind a verdict. */
export interface Settings {
  /** The reading of 数分钟, seconds. */
  readonly severalMinutes: number;
  /** The reading of 数小时, seconds. */
  readonly severalHours: number;
  /** The largest share of recoveries that may fail. */
  readonly mayFail: number;
  /** Nearer to a limit than this share of it is too close to call. */
  readonly band: number;
  /** Whether logical damage and people's mistakes gate a tier. */
  readonly gateLogicalDamage: boolean;
}

export interface StandardResult {
  readonly name: string;
  readonly edition: EditionName;
  readonly inForce: { readonly from: string; readonly to: string | null };
  readonly source: string;
  /** Whether the text of the elements was at hand. */
  readonly elementsChecked: boolean;
  readonly settings: Settings;
  readonly tiers: readonly TierResult[];
  /** Of the objective's scope, else of the smallest scope drilled; 0: none; null: nothing was drilled. */
  readonly tier: Tier | 0 | null;
  readonly scope: TierScope | null;
  readonly classes: readonly ClassResult[];
  readonly elements: readonly ElementResult[];
  /** What blocks the next tier of each scope: the to-do list. */
  readonly blockers: readonly Blocker[];
  readonly contradictions: readonly Contradiction[];
  readonly documented: readonly DocumentedResult[];
  readonly profile: ProfileResult | null;
  readonly declaring: readonly Declaring[];
  /** What the verdict takes for granted; who declares a disaster stands first. */
  readonly assumptions: readonly Assumption[];
}

/** Something in the plans that an auditor would ask about. */
export interface AuditFinding {
  readonly code:
    | 'no-plan'
    | 'decided-by-people'
    | 'asks-people'
    | 'may-fail'
    | 'never-drilled'
    | 'drill-unknown'
    | 'unfenced-promotion'
    | 'no-way-back';
  readonly severity: 'bad' | 'note';
  readonly plan: string | null;
  /** From 1. */
  readonly step: number | null;
  readonly verb: string | null;
  readonly class: Disaster | null;
  readonly domain: string | null;
  /** Stores, workloads or teams that it is about. */
  readonly of: readonly string[];
  /** A chance, or seconds (the p95 of a decision); null: none. */
  readonly figure: number | null;
}
