import type { PlaceId } from './places.ts';

/** A store that holds its keys in parts, evenly spread, that may be lost one by one. */
export interface Parted {
  /** At least 1. */
  readonly parts: number;
  /** The share of requests from a place for the keys of one part that are answered, 0 to 1. */
  answeredIn(part: number, from: PlaceId, reads: boolean, writes: boolean): number;
  /** Of parts that are no stores of their own: told how many writes a second one acknowledges from now on. */
  take?(part: number, rate: number): void;
}

/** Servers, as those see them who ask for one key again and again. */
export interface KeyedServers {
  /** In how many parts the store holds its keys that plays a workload's role now; 1 where it holds them as one. */
  partsOf(workload: number, role: string): number;
  /** The share of a workload's requests for a key, 0 up to 1 among all keys, that get from a role what they need, 0 to 1. */
  answeredAt(workload: number, role: string, key: number): number;
}
