import type { Tier } from '../../language/index.ts';
import type { TierScope } from '../../service/index.ts';
import type { Confidence } from './confidence.ts';

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

/** A declaration that the scenario's own structure contradicts: the structure wins. */
export interface Contradiction {
  readonly declared: string;
  readonly element: Element;
  readonly found: string;
}
