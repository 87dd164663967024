export { Copies } from './copies.ts';
export { looksBetween, lookThrough, type Onlooker } from './looks.ts';
export type * from './result.ts';
export { noteShare } from './shares.ts';
export { Streams } from './stream.ts';
export { topologyOf } from './topology.ts';
