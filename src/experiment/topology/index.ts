export type * from './result.ts';
export { topologyOf } from './topology.ts';
