/** Where a scenario came from. */
export interface Origin {
  readonly file: string;
  /** Of the text with LF line ends. */
  readonly sha256: string;
  /** The file whose faults on schedule took the place of its own. */
  readonly faults?: string;
}

/** The same as results tell it: of which scenario they are. */
export interface NamedOrigin extends Origin {
  readonly name: string;
}
