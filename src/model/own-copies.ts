import type { Us } from '../base/index.ts';
import type { StoreId } from './store-id.ts';
import type { Thing } from './thing.ts';

/** How writes come to a copy: whether they wait for it, wait for it for a while, for any of several, or not at all. */
export type CopyMode = 'synchronous' | 'semi-synchronous' | 'majority' | 'asynchronous';

/** A copy that a store keeps by itself: no replication of its own name brings it. */
export interface OwnCopy {
  readonly store: StoreId;
  /** What it may stand on: itself, and what it changes roles with. */
  readonly things: readonly Thing[];
  readonly how: CopyMode;
  /** How much newer the last acknowledged write is than what it has received; 0 in step. May draw from chance. */
  behind(): Us;
}
