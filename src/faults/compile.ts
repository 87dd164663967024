import { invariant } from '../base/index.ts';
import type { FaultSpec, LinkSpec, PlaceSpec } from '../language/index.ts';
import {
  type Effect,
  type MannerName,
  mannerOf,
  type SourceClass,
  type StoreId,
  type Thing,
  type World,
} from '../model/index.ts';
import { Crew } from './crew.ts';
import { DamageProcess } from './damage.ts';
import { distance } from './distance.ts';
import { type FaultPlan, FaultProcess } from './process.ts';
import { ScheduledProcess } from './scheduled.ts';
import type { AreaSpec, CrewSpec, DomainSpec, ScheduledFault, ScheduledOutage } from './schema.ts';

/** What a component says of itself to those who break it. */
interface Breakable {
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

/** Which manner a fault shows. What loses its data answers nothing; a corruption has no manner: nothing looks broken. */
const mannerNamed = (effect: FaultSpec['effect']): MannerName =>
  effect === 'loss' ? 'silent' : effect === 'corruption' ? 'ok' : effect;

const effectOf = (fault: Pick<FaultSpec, 'effect' | 'share' | 'probesFail' | 'factor'>): Effect => ({
  manner: mannerOf(mannerNamed(fault.effect)),
  destroys: fault.effect === 'loss',
  share: fault.share,
  probesFail: fault.probesFail,
  factor: fault.factor,
});

/** Declares everything that can break a compiled world. Components must have been declared. */
export function compileFaults(world: World, specs: FaultSpecs): void {
  new FaultCompiler(world, specs).compile();
}

class FaultCompiler {
  private readonly world: World;
  private readonly specs: FaultSpecs;
  private readonly crews: Map<string, Crew>;

  constructor(world: World, specs: FaultSpecs) {
    this.world = world;
    this.specs = specs;
    this.crews = new Map(specs.crews.map((crew) => [crew.name, new Crew(world.workshop.arena, crew.size)]));
  }

  compile(): void {
    for (const component of this.specs.components) this.component(component);
    for (const place of this.specs.places) this.place(place);
    for (const link of this.specs.links) this.group(link.faults, link.name, 'link', [this.whole(link.name)]);
    for (const domain of this.specs.domains) this.group(domain.faults, domain.name, 'domain', this.taken(domain.takes));
    for (const area of this.specs.areas) this.group(area.faults, area.name, 'area', this.inArea(area));
    for (const fault of this.specs.schedule) this.scheduled(fault);
    for (const crew of this.crews.values()) crew.seal(this.world.workshop.arena);
  }

  /** Each unit of a component breaks for itself, unless the component says that a fault strikes all of them at once. */
  private component({ name, faults }: Breakable): void {
    for (const fault of faults) {
      if (fault.effect === 'corruption') {
        this.damage(`${name} ${fault.name}`, name, fault, this.world.units.get(name) ?? []);
        continue;
      }
      for (const struck of this.struckBy(name, fault.name)) {
        const [unit] = struck;
        if (unit === undefined) continue;
        const label = `${struck.length === 1 ? this.world.truth.name(unit) : name} ${fault.name}`;
        const sourceClass = struck.length === 1 ? this.classOfUnit(name, unit) : 'component';
        this.process(label, `${name} ${fault.name}`, sourceClass, name, fault, struck, this.bootOf(name, unit, fault));
      }
    }
  }

  private struckBy(component: string, fault: string): readonly (readonly Thing[])[] {
    const units = this.world.strikes.get(component)?.(fault) ?? this.world.units.get(component) ?? [];
    return this.world.strikesAll.get(component)?.(fault) ? [units] : units.map((unit) => [unit]);
  }

  /** A part like `app-a/1` stands for itself: its loss is not the loss of the component. */
  private classOfUnit(component: string, unit: Thing): SourceClass {
    return this.world.truth.name(unit).startsWith(`${component}/`) ? 'instance' : 'component';
  }

  private bootOf(component: string, unit: Thing, fault: FaultSpec) {
    const law = this.world.boots.get(component);
    if (law === undefined || fault.effect !== 'silent') return undefined;
    return { law, place: this.whole(this.world.places.path(this.world.truth.home(unit))) };
  }

  private place(place: PlaceSpec): void {
    this.group(place.faults, place.path, place.kind, this.standingIn(place.path));
    for (const service of place.services) {
      const here = new Set(this.standingIn(place.path));
      const targets = this.specs.components
        .filter((component) => component.kind === service.kind)
        .flatMap((component) => this.world.units.get(component.name) ?? [])
        .filter((unit) => here.has(unit));
      this.group(service.faults, `${service.kind} in ${place.path}`, 'service', targets);
    }
  }

  private group(
    faults: readonly FaultSpec[],
    domain: string,
    sourceClass: SourceClass,
    targets: readonly Thing[],
  ): void {
    for (const fault of faults) {
      const name = `${domain} ${fault.name}`;
      if (fault.effect === 'corruption') this.damage(name, domain, fault, targets);
      else this.process(name, name, sourceClass, domain, fault, targets);
    }
  }

  /** Wrong data are written into every store that has a copy among the targets. */
  private damage(name: string, domain: string, fault: FaultSpec, targets: readonly Thing[]): void {
    if (fault.arrival.kind === 'never') return;
    new DamageProcess(this.world, {
      name,
      source: this.world.sources.add(name, name, 'damage', domain),
      stores: this.storesOn(targets),
      share: fault.share,
      noticed: fault.noticed,
      arrival: fault.arrival,
    });
  }

  private storesOn(targets: readonly Thing[]): StoreId[] {
    const { stores, units } = this.world;
    const hit = new Set(targets);
    return stores.names.flatMap((name, store) =>
      (units.get(name) ?? []).some((unit) => hit.has(unit)) ? [store] : [],
    );
  }

  private process(
    name: string,
    group: string,
    sourceClass: SourceClass,
    domain: string,
    fault: FaultSpec,
    targets: readonly Thing[],
    boot?: FaultPlan['boot'],
  ): void {
    if (fault.arrival.kind === 'never') return;
    new FaultProcess(this.world, {
      name,
      source: this.world.sources.add(name, group, sourceClass, domain),
      targets: this.reached(targets, fault),
      effect: effectOf(fault),
      arrival: fault.arrival,
      repair: fault.repair,
      crew: fault.crew === undefined ? undefined : this.crews.get(fault.crew),
      boot,
    });
  }

  /** What silences a machine silences all that runs on it; a process that exits or hangs leaves the others alone. */
  private reached(targets: readonly Thing[], { effect }: Pick<FaultSpec, 'effect'>): readonly Thing[] {
    return effect === 'silent' || effect === 'loss' ? this.world.withGuests(targets) : targets;
  }

  private scheduled(fault: ScheduledFault): void {
    if (fault.damage === undefined) this.scheduledOutage(fault);
    else this.scheduledDamage(fault, fault.damage);
  }

  private scheduledDamage({ name, share, noticed, at, within }: ScheduledFault, store: string): void {
    const source = this.world.sources.add(name, name, 'damage', store);
    const stores = [this.world.stores.id(store)];
    new DamageProcess(this.world, { name, source, stores, share, noticed, arrival: { at, within } });
  }

  private scheduledOutage(fault: ScheduledOutage): void {
    const domain = fault.lose ?? fault.cut;
    const source = this.world.sources.add(fault.name, fault.name, this.classOf(fault), this.componentOf(domain));
    const targets = fault.lose === undefined ? [this.whole(fault.cut)] : this.lost(fault.lose);
    new ScheduledProcess(this.world, {
      name: fault.name,
      source,
      targets: this.reached(targets, fault),
      effect: effectOf(fault),
      at: fault.at,
      within: fault.within,
      for: fault.for,
    });
  }

  private componentOf(name: string): string {
    return this.world.units.has(name) || this.world.wholes.has(name) ? name : name.replace(/\/[^/]*$/, '');
  }

  private classOf(fault: ScheduledOutage): SourceClass {
    if (fault.cut !== undefined) return 'link';
    const place = this.specs.places.find((candidate) => candidate.path === fault.lose);
    if (place !== undefined) return place.kind;
    if (this.specs.domains.some((domain) => domain.name === fault.lose)) return 'domain';
    if (this.specs.areas.some((area) => area.name === fault.lose)) return 'area';
    if (this.specs.links.some((link) => link.name === fault.lose)) return 'link';
    return this.world.units.has(fault.lose) ? 'component' : 'instance';
  }

  private lost(name: string): readonly Thing[] {
    const domain = this.specs.domains.find((candidate) => candidate.name === name);
    if (domain !== undefined) return this.taken(domain.takes);
    const area = this.specs.areas.find((candidate) => candidate.name === name);
    return area === undefined ? this.taken([name]) : this.inArea(area);
  }

  /** Everything that the named places, components, instances and links are made of, each once. */
  private taken(names: readonly string[]): readonly Thing[] {
    return [...new Set(names.flatMap((name) => this.partsOf(name)))];
  }

  private partsOf(name: string): readonly Thing[] {
    const units = this.world.units.get(name);
    if (units !== undefined) return units;
    if (this.world.places.has(name)) return this.standingIn(name);
    const unit = [...this.world.units.values()].flat().find((candidate) => this.world.truth.name(candidate) === name);
    return [unit ?? this.whole(name)];
  }

  private inArea(area: AreaSpec): readonly Thing[] {
    const hit = this.specs.places.filter(
      (place) => place.coordinates !== undefined && distance(place.coordinates, area.centre) <= area.radius,
    );
    return this.taken(hit.map((place) => place.path));
  }

  /** A place, the places in it and every unit that stands there. */
  private standingIn(path: string): readonly Thing[] {
    const { world } = this;
    const below = new Set(world.places.below(world.places.id(path)));
    const places = this.specs.places
      .filter((place) => below.has(world.places.id(place.path)))
      .map((place) => this.whole(place.path));
    const units = [...world.units.values()].flat().filter((unit) => below.has(world.truth.home(unit)));
    return [...places, ...units];
  }

  private whole(name: string): Thing {
    const thing = this.world.wholes.get(name);
    invariant(thing !== undefined, `nothing is called ${name}`);
    return thing;
  }
}
