import type { PlaceId } from './places.ts';
import type { StoreId } from './store-id.ts';

/** A store that holds its keys in parts, evenly spread, that may be lost one by one. */
export interface Parted {
  /** At least 1. */
  readonly parts: number;
  /** The share of requests from a place for the keys of one part that are answered, 0 to 1. */
  answeredIn(part: number, from: PlaceId, reads: boolean, writes: boolean): number;
  /** Of parts that are no stores of their own: told how many writes a second one acknowledges from now on. */
  take?(part: number, rate: number): void;
}

/** Which requests a store answers: the column of {@link Stores} for reads or for writes. */
export type Answers = 'canRead' | 'canWrite';

/** A store whose keys stand in others, spread evenly. */
export interface Sharding extends Parted {
  readonly shards: readonly StoreId[];
  /** The share of requests from a place that get as far as to be sent to a shard, 0 to 1. */
  entered(from: PlaceId): number;
  /** The share of requests from a place for the keys of one shard that are answered, 0 to 1. */
  answeredBy(shard: number, from: PlaceId, answers: Answers): number;
  /** The same for those that are sent to it, wherever they come from. */
  opened(shard: number, answers: Answers): number;
  /** The share of all requests from a place that are answered, 0 to 1. */
  answered(from: PlaceId, answers: Answers): number;
  /** The same for requests that read and write one key. */
  answeredBoth(from: PlaceId): number;
  /** The share of what is read from a place that rests on right data, 0 to 1. */
  right(from: PlaceId): number;
}

/** Servers, as those see them who ask for one key again and again. */
export interface KeyedServers {
  /** In how many parts the store holds its keys that plays a workload's role now; 1 where it holds them as one. */
  partsOf(workload: number, role: string): number;
  /** The share of a workload's requests for a key, 0 up to 1 among all keys, that get from a role what they need, 0 to 1. */
  answeredAt(workload: number, role: string, key: number): number;
  /** Of what a role answers to a workload that reads it for a key, 0 up to 1 among all keys: the share that rests on right data, 0 to 1. */
  rightAt(workload: number, role: string, key: number): number;
}
