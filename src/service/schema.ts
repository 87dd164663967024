import type { Us } from '../base/index.ts';
import type { PlaceKind } from '../language/index.ts';

/** A kind of user request. */
export interface WorkloadSpec {
  readonly name: string;
  /** The component that users address. */
  readonly entry: string;
  /** Requests a second. */
  readonly demand: number;
  /** Roles of stores that a request needs, sorted. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Units of capacity that one request takes, above 0. */
  readonly cost: number;
  /** 0 to 10. */
  readonly retries: number;
  /** Up when at least this share of the demand is served, 0 to 1. */
  readonly upWhen: number;
  /** An incident ends when this share is served again, at least `upWhen`. */
  readonly recoveredWhen: number;
  /** How long it must stay so. */
  readonly settle: Us;
  /** Shorter incidents are counted apart. */
  readonly blip: Us;
}

export type ObjectiveSpec =
  | { readonly kind: 'availability'; readonly workload: string; readonly target: number }
  | {
      readonly kind: 'site-lost';
      readonly scope: PlaceKind;
      readonly rto: Us | undefined;
      readonly rpo: Us | undefined;
    };
