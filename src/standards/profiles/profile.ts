import type { Tier } from '../../language/index.ts';
import type { TierScope } from '../../service/index.ts';
import type { Confidence, Disaster, Settings } from '../result/index.ts';

/** One rule: what is asked when something of these scopes is lost. */
export interface ProfileRule {
  /** Undefined: every sort of site that was drilled. */
  readonly scopes: readonly TierScope[] | undefined;
  readonly disaster: Disaster;
  readonly tier: Tier | undefined;
  /** Seconds. */
  readonly rto: number | undefined;
  readonly rpo: number | undefined;
  /** The figures themselves are too much. */
  readonly strictly: boolean;
  /** Metres at least to the place where everything stands ready, or where the data have a copy. */
  readonly centre: number | undefined;
  readonly copy: number | undefined;
}

/** Rules of a sector, a company or a country, beside a standard. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly rules: readonly ProfileRule[];
  /** Settings that the profile replaces. */
  readonly settings: Partial<Settings>;
}

/** A rule that asks nothing yet. */
export const RULE: ProfileRule = {
  scopes: undefined,
  disaster: 'site-lost',
  tier: undefined,
  rto: undefined,
  rpo: undefined,
  strictly: false,
  centre: undefined,
  copy: undefined,
};
