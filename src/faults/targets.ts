import { invariant } from '../base/index.ts';
import type { FaultSpec, LinkSpec, PlaceSpec } from '../language/index.ts';
import type { StoreId, Thing, World } from '../model/index.ts';
import { distance } from './distance.ts';
import type { AreaSpec, CrewSpec, DomainSpec, ScheduledFault } from './schema.ts';

/** What a component says of itself to those who break it. */
export interface Breakable {
  readonly name: string;
  readonly kind: string;
  readonly faults: readonly FaultSpec[];
}

export interface FaultSpecs {
  readonly components: readonly Breakable[];
  readonly places: readonly PlaceSpec[];
  readonly links: readonly LinkSpec[];
  readonly domains: readonly DomainSpec[];
  readonly areas: readonly AreaSpec[];
  readonly crews: readonly CrewSpec[];
  readonly schedule: readonly ScheduledFault[];
}

/** What one product in one place is called as a domain of faults. */
export const serviceName = (kind: string, path: string): string => `${kind} in ${path}`;

/** What a fault takes, by the names of a scenario and by how it shows. Components must have been declared. */
export class Targets {
  private readonly world: World;
  private readonly specs: FaultSpecs;

  constructor(world: World, specs: FaultSpecs) {
    this.world = world;
    this.specs = specs;
  }

  /** The units that a fault of a component may strike: one of these sets at a time. */
  struckBy(component: string, fault: string): readonly (readonly Thing[])[] {
    const units = this.world.strikes.get(component)?.(fault) ?? this.world.units.get(component) ?? [];
    return this.world.strikesAll.get(component)?.(fault) ? [units] : units.map((unit) => [unit]);
  }

  /** The units of a component that a fault of the whole strikes; `effect` undefined: one that is not gray. */
  private unitsIn(component: string, effect?: FaultSpec['effect']): readonly Thing[] | undefined {
    const { units, entrances } = this.world;
    return (effect === 'gray' ? entrances.get(component) : undefined) ?? units.get(component);
  }

  /** All of one product that stands in a place. */
  unitsOf(kind: string, path: string, effect?: FaultSpec['effect']): readonly Thing[] {
    const here = new Set(this.standingIn(path, effect));
    return this.specs.components
      .filter((component) => component.kind === kind)
      .flatMap((component) => this.unitsIn(component.name, effect) ?? [])
      .filter((unit) => here.has(unit));
  }

  /** The product and the place of `ecs in cn-beijing/a`. */
  serviceOf(name: string): { readonly kind: string; readonly path: string } | undefined {
    const [kind, path, ...rest] = name.split(' in ');
    if (path === undefined || rest.length > 0 || !this.world.places.has(path)) return undefined;
    return this.specs.components.some((component) => component.kind === kind) ? { kind: kind!, path } : undefined;
  }

  /** Stores with a copy on any of these. */
  storesOn(targets: readonly Thing[]): StoreId[] {
    const { stores, units } = this.world;
    const hit = new Set(targets);
    return stores.names.flatMap((name, store) =>
      (units.get(name) ?? []).some((unit) => hit.has(unit)) ? [store] : [],
    );
  }

  /** What falls when a place, component, instance, domain, area or product in a place is lost. */
  lost(name: string, effect?: FaultSpec['effect']): readonly Thing[] {
    const service = this.serviceOf(name);
    if (service !== undefined) return this.unitsOf(service.kind, service.path, effect);
    const domain = this.specs.domains.find((candidate) => candidate.name === name);
    if (domain !== undefined) return this.taken(domain.takes, effect);
    const area = this.specs.areas.find((candidate) => candidate.name === name);
    return area === undefined ? this.taken([name], effect) : this.inArea(area, effect);
  }

  /** Everything that the named places, components, instances and links are made of, each once. */
  taken(names: readonly string[], effect?: FaultSpec['effect']): readonly Thing[] {
    return [...new Set(names.flatMap((name) => this.partsOf(name, effect)))];
  }

  private partsOf(name: string, effect?: FaultSpec['effect']): readonly Thing[] {
    const units = this.unitsIn(name, effect);
    if (units !== undefined) return units;
    if (this.world.places.has(name)) return this.standingIn(name, effect);
    const unit = [...this.world.units.values()].flat().find((candidate) => this.world.truth.name(candidate) === name);
    return [unit ?? this.whole(name)];
  }

  /** Everything in the places on a circle of the map. */
  inArea(area: AreaSpec, effect?: FaultSpec['effect']): readonly Thing[] {
    const hit = this.specs.places.filter(
      (place) => place.coordinates !== undefined && distance(place.coordinates, area.centre) <= area.radius,
    );
    return this.taken(
      hit.map((place) => place.path),
      effect,
    );
  }

  /** A place, the places in it and every unit that stands there. */
  standingIn(path: string, effect?: FaultSpec['effect']): readonly Thing[] {
    const { world } = this;
    const below = new Set(world.places.below(world.places.id(path)));
    const places = this.specs.places
      .filter((place) => below.has(world.places.id(place.path)))
      .map((place) => this.whole(place.path));
    const all = [...world.units.keys()].flatMap((component) => this.unitsIn(component, effect) ?? []);
    const units = all.filter((unit) => below.has(world.truth.home(unit)));
    return [...places, ...units];
  }

  /** The thing that stands for all of something. */
  whole(name: string): Thing {
    const thing = this.world.wholes.get(name);
    invariant(thing !== undefined, `nothing is called ${name}`);
    return thing;
  }
}
