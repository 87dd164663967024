import type { Us } from '../base/index.ts';
import type { FaultSpec } from './faults.ts';
import type { PriceSpec } from './prices.ts';

export const PLACE_KINDS = ['region', 'zone', 'rack', 'idc'] as const;
/** A fault domain by its size; `idc` is a site of one's own beside the regions. */
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** The side of a link, or the watcher of an alarm, that stands outside all places. */
export const INTERNET = 'internet';

export interface PlaceSpec {
  /** The full path: `cn-beijing/a`. */
  readonly path: string;
  readonly kind: PlaceKind;
  /** The path of the place around it. */
  readonly parent: string | undefined;
  /** Latitude and longitude in degrees. */
  readonly coordinates: readonly [number, number] | undefined;
  readonly faults: readonly FaultSpec[];
  /** Faults of one kind of product in this place: all RDS of zone a. */
  readonly services: readonly ServiceSpec[];
  readonly price: PriceSpec | undefined;
}

export interface ServiceSpec {
  readonly kind: string;
  readonly faults: readonly FaultSpec[];
}

export const LINK_KINDS = ['backbone', 'express-connect', 'leased-line', 'vpn', 'internet', 'egress'] as const;
/** What a line is; an `egress` is the way out of one place to its users, of use to that place only. */
export type LinkKind = (typeof LINK_KINDS)[number];

export interface LinkSpec {
  readonly name: string;
  readonly kind: LinkKind | undefined;
  /** Two places; one of them may be {@link INTERNET}. */
  readonly between: readonly [string, string];
  /** There and back. */
  readonly latency: Us;
  /** Bytes a second; undefined: never the bottleneck. */
  readonly bandwidth: number | undefined;
  readonly faults: readonly FaultSpec[];
  readonly price: PriceSpec | undefined;
}
