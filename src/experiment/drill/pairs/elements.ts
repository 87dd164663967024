import { byCodeUnit } from '../../../base/index.ts';
import { type Ground, type Injection, injectionsOn, losing, representatives } from '../injections/index.ts';

/** A lasting fault, with all that it takes. */
export interface Element {
  readonly injection: Injection;
  readonly takes: ReadonlySet<string>;
}

/** Faults that last, each once: of those that take the same things under several names the first is drilled. */
export function elementsOf(ground: Ground): Element[] {
  const known = new Map<string, Element>();
  for (const injection of [...injectionsOn(ground).filter(({ lasting }) => lasting), ...instances(ground)]) {
    const takes = takenBy(injection, ground);
    const key = [...takes].sort(byCodeUnit).join('\n');
    if (takes.size > 0 && !known.has(key)) known.set(key, { injection, takes });
  }
  return [...known.values()];
}

/** Single parts lost for good: in pairs it matters that they do not come back. */
const instances = (ground: Ground): Injection[] =>
  ground.scenario.components.flatMap((part) => {
    const units = ground.world.units.get(part.name) ?? [];
    if (units.length < 2) return [];
    return representatives(part, units, ground, 2).map((unit) => losing('instance', ground.world.truth.name(unit)));
  });

function takenBy({ strikes: [strike] }: Injection, { world, targets }: Ground): Set<string> {
  const { erase, damage, lose, cut, effect } = strike;
  if (erase !== undefined) return new Set([`backups ${erase.vault} ${erase.place}`]);
  if (damage !== undefined) return new Set([`data ${damage}`]);
  const things = lose === undefined ? [targets.whole(cut)] : targets.lost(lose, effect);
  return new Set(things.map((thing) => `${effect} ${world.truth.name(thing)}`));
}

export const isWithin = (inner: Element, outer: Element): boolean =>
  [...inner.takes].every((thing) => outer.takes.has(thing));

/** Every two of them of which neither takes all that the other does: both together would be that one. */
export function pairsOf(elements: readonly Element[]): (readonly [Element, Element])[] {
  return elements.flatMap((first, i) =>
    elements
      .slice(i + 1)
      .filter((second) => !isWithin(first, second) && !isWithin(second, first))
      .map((second) => [first, second] as const),
  );
}
