export * from './charts/config.ts';
export { LIMIT_ROW, rowsOf } from './charts/limits.ts';
export type * from './charts/look.ts';
export { namesHeight } from './charts/names.ts';
export type * from './charts/spec.ts';
export type * from './page-data.ts';
export * from './palette.ts';
export * from './spans.ts';
export type * from './texts.ts';
