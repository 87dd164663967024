import type { Assumption, EditionName, Tier } from '../../language/index.ts';
import type { Recoverer, TierScope } from '../../service/index.ts';
import type { ClassResult, Disaster, LimitVerdict } from './disaster.ts';
import type { Ask, Basis, Contradiction, Element, ElementResult } from './element.ts';
import type { ProfileResult } from './profile.ts';

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
      /** What falls short: the time, the data lost, the share of drills that failed; `not-drilled`: nobody looked. */
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

/** The settings behind a verdict. */
export interface Settings {
  /** The reading of 数分钟, seconds. */
  readonly severalMinutes: number;
  /** The reading of 数小时, seconds. */
  readonly severalHours: number;
  /** The largest share of drills that may fail. */
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
