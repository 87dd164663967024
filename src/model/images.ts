import type { Us } from '../base/index.ts';
import type { PlaceId } from './places.ts';

/** Custom images, from which machines are made in any number at a time. */
export interface ImageSource {
  /** How long the disk of one machine takes to be filled. */
  readonly fills: Us;
  /** Whether there is an image that is not known to be bad, and can be read from a place now. */
  readable(from: PlaceId): boolean;
  /** Which one a machine is made of now, as a number of its own. Only while one can be read. */
  newest(): number;
  /** Whether a machine made of that one comes up: it is found out when the first one should. */
  works(image: number): boolean;
  /** Calls `listener` when that may have changed for one of these places. */
  listen(places: readonly PlaceId[], listener: () => void): void;
}
