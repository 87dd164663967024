/** A compiled component between its two steps: first every component declares what it is, then each looks for the others. */
export interface Part {
  /** Finds the components that it refers to. All have been declared, and truth and stores have their columns. */
  wire(): void;
}
