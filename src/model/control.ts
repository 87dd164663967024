import type { PlaceId } from './places.ts';

/** Who starts, stops and creates machines: the control plane of a cloud. What runs, runs on without it. */
export interface MachineControl {
  /** Whether anything can be started, stopped or created now. */
  usable(): boolean;
  /** Whether a place has machines left to give: after the loss of a neighbour everybody asks. */
  grants(place: PlaceId): boolean;
  /** Calls `listener` when one of these may have changed. */
  listen(listener: () => void): void;
}

/** A control plane that always works, where a scenario names none. */
export const IDEAL_CONTROL: MachineControl = { usable: () => true, grants: () => true, listen: () => {} };
