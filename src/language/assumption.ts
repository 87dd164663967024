/** A figure that the scenario did not state, and where the figure used instead comes from. */
export interface Assumption {
  /** Full path in the scenario: `components.www.ttl`. */
  readonly path: string;
  /** As it would be written in the scenario. */
  readonly value: string;
  /** A public source, or `assumption: …` with the reason. */
  readonly source: string;
}

/** A default as one would write it in YAML, with its source. */
export interface Default {
  readonly value: string;
  readonly source: string;
}

/** The defaults of a kind by key, in the spelling of the scenario: `hold-on.share`. */
export type Defaults = Readonly<Record<string, Default>>;
