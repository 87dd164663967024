export { Copies } from './copies.ts';
export { looksBetween } from './looks.ts';
export type * from './result.ts';
export { Streams } from './stream.ts';
export { topologyOf } from './topology.ts';
