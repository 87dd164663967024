/** How sure a figure of a table is: as its source states it, second-hand, derived here, or from memory and not checked. */
export type Confidence = 'stated' | 'secondary' | 'inferred' | 'memory';
