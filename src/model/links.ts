import type { Us } from '../base/index.ts';
import type { PlaceId } from './places.ts';
import type { Thing } from './truth.ts';

/** A line between two places. */
export interface Link {
  readonly thing: Thing;
  readonly a: PlaceId;
  readonly b: PlaceId;
  /** A place's own way out to users: nobody passes through the place by it, and no other place uses it. */
  readonly egress: boolean;
  /** Bytes a second; Infinity: never the bottleneck. */
  readonly bandwidth: number;
  /** There and back. */
  readonly latency: Us;
}
