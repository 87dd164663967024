import { lossDuration } from './options.ts';

/** Drills of each fault, unless told. */
export const DRILLS = 300;
/** When a drill ends after its strike, unless told: as it is written, and in µs. */
export const LOST_FOR_TEXT = '7d';
export const LOST_FOR = lossDuration(LOST_FOR_TEXT);
