import type { PlaceId } from './places.ts';

/** A store that holds its keys in parts, evenly spread, that may be lost one by one. */
export interface Parted {
  /** At least 1. */
  readonly parts: number;
  /** The share of requests from a place for the keys of one part that are answered, 0 to 1. */
  answeredIn(part: number, from: PlaceId, reads: boolean, writes: boolean): number;
}

/** Servers, as those see them who ask for one key again and again. */
export interface KeyedServers {
  /** In how many parts the store holds its keys that plays a workload's role now; 1 where it holds them as one. */
  partsOf(workload: number, role: string): number;
  /** Whether the situation is told how the parts of that store answer. */
  isTold(role: string): boolean;
  /** The share of a workload's requests for a key, 0 up to 1 among all keys, that get from a role what they need, 0 to 1. */
  answeredAt(workload: number, role: string, key: number): number;
}
