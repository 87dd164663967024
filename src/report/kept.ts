/** Units as reports write them; what stands after a figure makes no sense without it. */
const UNITS = 'µs|ms|s|min|h|d|years?|points?|%|[kMGT]?B|毫秒|秒|分钟|小时|天|年|次|个百分点';

/** A unit after its figure, and nothing more of a word: a part of an expression. */
export const UNIT = `(?:${UNITS})(?![A-Za-z])`;

/** Signs of a bound. */
export const BOUND = '[≥≤]';

const TOGETHER = new RegExp(`(?<=\\d) (?=${UNIT})|(?<=${BOUND}) (?=\\S)`, 'gu');
const NO_BREAK = '\u00a0';

/** Text whose figures stay with their units, and bounds with their signs, wherever a browser breaks its lines. */
export const kept = (text: string): string => text.replace(TOGETHER, NO_BREAK);

/** Intervals of two figures, or bounds on one side: `(1.9–2.6)`, `7,856,319–11,007,675`, `(≥ 1.8)`. */
export const INTERVALS = new RegExp(`\\(?\\d[\\d.,]*–\\d[\\d.,]*\\)?|\\(${BOUND}\\s\\d[\\d.,]*\\)`, 'gu');
