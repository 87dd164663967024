import type { FaultSpec } from '../../language/index.ts';
import type { Law } from '../../random/index.ts';

export interface EcsUse {
  /** `database`. */
  readonly role: string;
  /** The store that plays the role until a plan repoints it. */
  readonly store: string;
}

/** A pool of equal servers. */
export interface EcsSpec {
  readonly kind: 'ecs';
  readonly name: string;
  /** Instances are spread over them evenly, in this order. */
  readonly places: readonly string[];
  readonly count: number;
  /** Requests a second of one instance; Infinity: never the bottleneck. */
  readonly capacityEach: number;
  /** Beyond its capacity a rate-limited pool serves its capacity; an unprotected one loses goodput. */
  readonly protected: boolean;
  /** From power to serving. */
  readonly boot: Law;
  /** Sorted by role. */
  readonly uses: readonly EcsUse[];
  readonly faults: readonly FaultSpec[];
}
