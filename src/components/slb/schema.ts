import type { FaultSpec, ProbeSpec } from '../../language/index.ts';
import type { Law } from '../../random/index.ts';

export const SLB_PRODUCTS = ['clb', 'alb', 'nlb'] as const;
export type SlbProduct = (typeof SLB_PRODUCTS)[number];

export interface SlbZones {
  readonly primary: string;
  readonly standby: string;
  /** From the loss of the primary's zone until the standby serves. */
  readonly switch: Law;
}

export interface SlbBackend {
  readonly pool: string;
  /** Not normalised, above 0. */
  readonly weight: number;
}

export interface SlbSpec {
  readonly kind: 'slb';
  readonly name: string;
  readonly product: SlbProduct;
  /** The place, where there is just one. */
  readonly in: string | undefined;
  /** A primary and a standby zone; undefined for one place, and where several zones serve at once. */
  readonly zones: SlbZones | undefined;
  /** Every place it stands in, primary first. */
  readonly places: readonly string[];
  /** Sorted by pool. */
  readonly backends: readonly SlbBackend[];
  /** undefined: off; dead servers stay in rotation. */
  readonly healthCheck: ProbeSpec | undefined;
  /** Route to all when every server looks bad. */
  readonly failOpen: boolean;
  readonly faults: readonly FaultSpec[];
}
