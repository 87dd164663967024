import type { Us } from '../base/index.ts';
import type { PlaceId } from './places.ts';

/** Custom images, from which machines are made in any number at a time. */
export interface ImageSource {
  /** How long the disk of one machine takes to be filled. */
  readonly fills: Us;
  /** Whether there is an image that can be read from a place now. */
  readable(from: PlaceId): boolean;
  /** Calls `listener` when that may have changed for one of these places. */
  listen(places: readonly PlaceId[], listener: () => void): void;
}
