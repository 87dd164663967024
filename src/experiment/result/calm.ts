/** What is left after one single loss, worst moment after recovery: capacity that still serves ÷ demand. */
export interface Headroom {
  /** What is lost: a place or a component. */
  readonly loss: string;
  readonly of: 'place' | 'component';
  /** The pool that is the tightest then; null where the path has no pool left. */
  readonly component: string | null;
  /** Capacity ÷ load there; below 1 the pool is overloaded; 0: the path is gone until repair. */
  readonly share: number;
  /**
   * Share of the requests that are served, 0 to 1: at the instant of the loss, when balancers, names and people still send users to what
   * is dead; and when all have done what they do.
   */
  readonly served: { readonly atOnce: number; readonly settled: number };
}

/** How much of what is paid for serves while all is well. Shares, 0 to 1. */
export interface Utilisation {
  /** Capacity of the servers that requests reach ÷ capacity of all that run; null without servers. */
  readonly serving: number | null;
  /** Load ÷ capacity; null where a pool states no capacity. */
  readonly load: number | null;
  /** Servers of one pool in one place each. */
  readonly pools: readonly {
    readonly pool: string;
    readonly place: string;
    readonly servers: number;
    readonly serves: boolean;
    readonly load: number | null;
  }[];
  /** What each place has in reserve for others: the share of the capacity that runs there which no load takes. None where a pool states no capacity. */
  readonly reserves: readonly { readonly place: string; readonly share: number }[];
}

/** What the network takes for a request there and back while all is well, seconds. */
export interface PathLatency {
  /** By demand. */
  readonly mean: number;
  /** By the answer that users hold, the worst first; shares of the users. */
  readonly groups: readonly { readonly group: string; readonly share: number; readonly seconds: number }[];
}
