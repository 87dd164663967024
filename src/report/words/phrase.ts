/** A phrase with one or more figures or names in it. */
export type Phrase<Parts extends number = 1> = Parts extends 1
  ? (a: string) => string
  : Parts extends 2
    ? (a: string, b: string) => string
    : (a: string, b: string, c: string) => string;
