import { lossDuration } from './options.ts';

/** Drills of each fault, unless told. */
export const DRILLS = 300;
/** Faults of which a bundle tells drills step by step, at the most: every one of a system that people oversee, the worst of a larger one. */
export const TOLD_AT_MOST = 150;
/** When a drill ends after its strike, unless told: as it is written, and in µs. */
export const LOST_FOR_TEXT = '7d';
export const LOST_FOR = lossDuration(LOST_FOR_TEXT);
