import type { Arena } from '../engine/index.ts';
import type { OwnCopy } from './own-copies.ts';
import type { Copying, Replication } from './replication.ts';
import type { StoreId } from './store-id.ts';

const NONE = -1;

/** Which store is carried to which. */
export class Streams {
  readonly replications: Replication[] = [];
  /** Streams between stores that both take writes of their own: none of them can be promoted or turned round. */
  readonly copyings: Copying[] = [];
  /** What stores keep a second time by themselves. */
  readonly ownCopies: OwnCopy[] = [];
  /** Of each store: the number of the replication that feeds it, and whether any sets out there, running or not. */
  private feeders!: Int32Array;
  private setOut!: Uint8Array;

  seal(arena: Arena, stores: number): void {
    this.feeders = arena.i32('memo', stores).fill(NONE);
    this.setOut = arena.u8('memo', stores);
  }

  /** Declares a replication whose ends are known. */
  add(replication: Replication): void {
    this.replications.push(replication);
    this.turned();
  }

  /** A replication has been stopped, or turned round. Of several that feed a store the first one counts. */
  turned(): void {
    const { replications, feeders, setOut } = this;
    feeders.fill(NONE);
    setOut.fill(0);
    for (let i = replications.length - 1; i >= 0; i--) {
      const one = replications[i]!;
      setOut[one.source()] = 1;
      if (one.attached()) feeders[one.target()] = i;
    }
  }

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
    const feeder = this.feeders[store]!;
    return feeder === NONE ? undefined : this.replications[feeder];
  }

  /** Whether anything brings a store what is written at another, as far as it runs. */
  isFed(store: StoreId): boolean {
    if (this.feeders[store] !== NONE) return true;
    for (let i = 0; i < this.copyings.length; i++) if (this.copyings[i]!.target() === store) return true;
    return false;
  }

  /** Whether any replication sets out at a store, running or not. */
  setsOut(store: StoreId): boolean {
    return this.setOut[store] === 1;
  }
}
