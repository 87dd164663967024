import type { Us } from '../base/index.ts';
import type { PlaceId, Places } from './places.ts';
import type { Thing } from './thing.ts';

/** What a link joins. */
export interface Line {
  readonly a: PlaceId;
  readonly b: PlaceId;
  /** A place's own way out to users: nobody passes through the place by it, and no other place uses it. */
  readonly egress: boolean;
}

/** A line between two places. */
export interface Link extends Line {
  readonly thing: Thing;
  /** Bytes a second; Infinity: never the bottleneck. */
  readonly bandwidth: number;
  /** There and back. */
  readonly latency: Us;
}

/** Whether both places lie inside one end of a link: it may lead away from both, and joins them in no way. */
export const sameEnd = ({ a, b }: Line, one: PlaceId, other: PlaceId, places: Places): boolean =>
  [a, b].some((end) => places.within(one, end) && places.within(other, end));
