export type * from './texts.ts';
