import type { Forced, Slot } from '../../engine/index.ts';
import { hasDensity, newLife, steadyLife } from '../../random/index.ts';
import type { Model } from '../../scenario/index.ts';

/** A clock of failures that can be drawn from another law, and what breaks by it. */
export interface Failure extends Forced {
  readonly name: string;
}

/** All clocks of failures whose law has a density. Failures of one sort (`app-a crash`) are a group. */
export function failuresOf({ world }: Model): Failure[] {
  const { sources } = world;
  const groups = new Map(sources.list.map(({ name, group }) => [name, group]));
  return world.workshop.registry.slots.flatMap(({ rank, name, random }, slot) => {
    if (rank !== 'fault' || random === undefined || !hasDensity(random.law)) return [];
    const [fresh, steady] = [newLife(random.law), steadyLife(random.law)];
    return [{ name, slot: slot as Slot, group: groups.get(name) ?? groups.size, fresh, steady }];
  });
}

/** 1 for every slot that is such a clock. */
export function watchedSlots({ world }: Model, failures: readonly Failure[]): Uint8Array {
  const watched = new Uint8Array(world.workshop.registry.slots.length);
  for (const { slot } of failures) watched[slot] = 1;
  return watched;
}
