import type { OwnCopy } from './own-copies.ts';
import type { Copying, Replication } from './replication.ts';
import type { StoreId } from './store-id.ts';

/** Which store is carried to which. */
export class Streams {
  readonly replications: Replication[] = [];
  /** Streams between stores that both take writes of their own: none of them can be promoted or turned round. */
  readonly copyings: Copying[] = [];
  /** What stores keep a second time by themselves. */
  readonly ownCopies: OwnCopy[] = [];

  /** Where what a store has was written at first: at the head of the chain of replications that feeds it. */
  origin(store: StoreId): StoreId {
    let head = store;
    for (let links = this.replications.length; links > 1; links--) head = this.feeding(head)?.source() ?? head;
    return head;
  }

  /** Replications that carry what is written at a store, directly or by way of others. */
  followers(store: StoreId): Replication[] {
    return this.replications.filter(
      (one) => one.source() === store || (one.attached() && this.origin(one.source()) === store),
    );
  }

  /** The replication that feeds a store, if one does. */
  feeding(store: StoreId): Replication | undefined {
    return this.replications.find((replication) => replication.attached() && replication.target() === store);
  }
}
