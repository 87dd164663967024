import { COMPONENT_KINDS } from '../../components/index.ts';
import { INTERNET_NAME } from '../../model/index.ts';
import type { Model } from '../../scenario/index.ts';
import type { TopologyNode } from './result.ts';

type Component = Model['scenario']['components'][number];

const kindsWith = (...traits: readonly string[]): ReadonlySet<string> =>
  new Set(
    COMPONENT_KINDS.filter((kind) => kind.traits.some((trait) => traits.includes(trait))).map(({ kind }) => kind),
  );

const STORES = kindsWith('store', 'database');
/** Kinds whose requests arrive at a node of the flow. */
export const STAGES = kindsWith('answer');
/** Drawn as edges between what they join. */
export const REPLICATIONS = kindsWith('replication');

/** Each component in each place where it has something that can break. */
export function nodesOf(model: Model): TopologyNode[] {
  return model.scenario.components
    .filter(({ kind }) => !REPLICATIONS.has(kind))
    .flatMap((component) => inPlaces(component, model));
}

function inPlaces(component: Component, { world, scenario }: Model): TopologyNode[] {
  const { name, kind } = component;
  const whole = world.wholes.get(name);
  const units = world.units.get(name) ?? (whole === undefined ? [] : [whole]);
  const places = new Map<string, string[]>();
  for (const thing of units) {
    const place = world.places.path(world.truth.home(thing));
    places.set(place, [...(places.get(place) ?? []), world.truth.name(thing)]);
  }
  fold(places);
  const [home] = places.keys();
  return [...places].map(([place, things]) => ({
    id: places.size === 1 ? name : `${name}@${place}`,
    component: name,
    kind,
    place: place === INTERNET_NAME ? null : place,
    things,
    primary: STORES.has(kind) ? place === home : null,
    entry: scenario.workloads.some(({ entry }) => entry === name),
  }));
}

/** What watches over parts in several places stands around them: it is told with the first of them. */
function fold(places: Map<string, string[]>): void {
  for (const [place, things] of places) {
    const within = [...places.keys()].find((other) => other.startsWith(`${place}/`));
    if (within === undefined) continue;
    places.get(within)!.push(...things);
    places.delete(place);
  }
}
