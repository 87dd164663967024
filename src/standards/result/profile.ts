import type { TierScope } from '../../service/index.ts';
import type { Confidence } from './confidence.ts';
import type { LimitVerdict } from './disaster.ts';

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
