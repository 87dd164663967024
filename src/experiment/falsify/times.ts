import { DAY, type Us } from '../../base/index.ts';

/** Faults strike from here on, within a week: every phase of what repeats is met. */
export const FAULTS_FROM = (2 * DAY) as Us;
export const FAULTS_WITHIN = (7 * DAY) as Us;
/** After the last fault, until business has gone home. */
export const RECOVERS_WITHIN = (2 * DAY) as Us;
