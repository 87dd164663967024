import type { Us } from '../base/index.ts';
import type { Thing } from './thing.ts';

/** How a component that goes on serving is worked on, part by part. */
export interface Upkeep {
  /** In which order its parts are worked on: a standby before its primary. Asked when the work begins. */
  order(): readonly Thing[];
  /**
   * Moves users and roles off a part that is to be stopped. How long until that is done, when it is asked again: 0 where it
   * is done, without end where it cannot be done as things are.
   * @param source why the part is stopped
   */
  vacate(part: Thing, source: number): Us;
}
