export type * from './amounts.ts';
export type * from './curves.ts';
export * from './drill.ts';
export { LONGEST_OF, type LongestDrills } from './longest.ts';
export type * from './pairs/result.ts';
export type * from './result.ts';
export type * from './timeline.ts';
export { isNoticed, worstOfEach } from './worst-first.ts';
