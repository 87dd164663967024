/** How a thing behaves. The order is that of strength: of several faults on one thing the lowest number but `ok` shows. */
export const MANNERS = ['ok', 'silent', 'exit', 'hang', 'gray', 'slow'] as const;
export type MannerName = (typeof MANNERS)[number];
export type Manner = number & { readonly __manner?: never };

/** Works. */
export const OK: Manner = 0;
/** Answers nothing at all: a dead machine does not refuse, whoever asks waits for its timeout. */
export const SILENT: Manner = 1;
/** The process is gone, the machine refuses at once. */
export const EXIT: Manner = 2;
/** Accepts and never answers. */
export const HANG: Manner = 3;
/** A share of requests fails; probes mostly pass. It may be slow too: whether it is tells its divisor, not its manner. */
export const GRAY: Manner = 4;
/** Answers everything, at a fraction of its capacity. */
export const SLOW: Manner = 5;

export const MANNER_COUNT = MANNERS.length;
export const mannerOf = (name: MannerName): Manner => MANNERS.indexOf(name);

/** The manners in which requests are served at all, as bits. */
const SERVING = (1 << OK) | (1 << GRAY) | (1 << SLOW);

/** 1 where requests that reach a thing are served at all, else 0. */
export const serving = (manner: Manner): number => (SERVING >> manner) & 1;

/** The same as a word. */
export const serves = (manner: Manner): boolean => serving(manner) === 1;
