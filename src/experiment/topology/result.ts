/** An architecture as it can be drawn: what stands where, what goes where while all is well. */
export interface Topology {
  readonly places: readonly TopologyPlace[];
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
  readonly links: readonly TopologyLink[];
}

export interface TopologyPlace {
  /** `cn-beijing/a`. */
  readonly path: string;
  readonly kind: string;
  readonly parent: string | null;
}

/** A component in one place; one that spans places is a node in each. */
export interface TopologyNode {
  /** `app-a`, or `cache@cn-beijing/b` of a component in several places. */
  readonly id: string;
  readonly component: string;
  readonly kind: string;
  /** Its place; null for what stands outside of all, such as a domain name. */
  readonly place: string | null;
  /** Things that can break by themselves, by name: `app-a/1`. */
  readonly things: readonly string[];
  /** Whether it holds what takes the writes while all is well; null of what keeps no data. */
  readonly primary: boolean | null;
  /** Where requests come in. */
  readonly entry: boolean;
}

export interface TopologyEdge {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  /** Requests; reads and writes of a store; copies of data; anything else that one names the other for. */
  readonly kind: 'traffic' | 'store' | 'copy' | 'mention';
  /** The component that the edge stands for: a replication. */
  readonly component: string | null;
  /** Requests a second while all is well; null where that has no meaning. */
  readonly perSecond: number | null;
  /** Of all demand, 0 to 1. */
  readonly share: number | null;
  /** What a loss of the source would leave behind while all is well, seconds; null where nothing is copied. */
  readonly lagSeconds: number | null;
  /** How a copy is kept: `semi-synchronous`. */
  readonly how: string | null;
}

export interface TopologyLink {
  readonly name: string;
  readonly between: readonly [string, string];
  /** There and back. */
  readonly latencySeconds: number;
}

/** How old a copy was while something is told: what a loss of all else would have left behind. */
export interface ToldExposure {
  /** The replication, or the store that keeps the copy by itself. */
  readonly replication: string;
  /** Stores; where one keeps the copy itself, ids of its nodes. */
  readonly from: string;
  readonly to: string;
  /**
   * Seconds, as everything told counts them, and how far it was behind then: straight from each point to the next. Null: from then
   * on nothing was brought this way, until the next point; before the first point nothing was. Where it begins, ends or is turned
   * round there is a point.
   */
  readonly seconds: readonly (readonly [at: number, seconds: number | null])[];
  /** Between which nodes it went, by their ids, from each instant on. */
  readonly ends: readonly (readonly [at: number, from: string, to: string])[];
}

/** What part of all demand gets from one node to another while something is told, whenever it changed; above 1 where retries come on top. */
export interface ToldFlow {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  /** Requests on their way to servers; or those that servers take to a store and get through. */
  readonly kind: 'traffic' | 'store';
  /** Seconds, as everything told counts them, and the share from then on. */
  readonly share: readonly (readonly [at: number, share: number])[];
}
