import { invariant } from '../base/index.ts';
import type { FaultSpec, PlaceSpec } from '../language/index.ts';
import { type Effect, type MannerName, mannerOf, type SourceClass, type Thing, type World } from '../model/index.ts';
import type { BootSpec } from './boot.ts';
import { Crew } from './crew.ts';
import { DamageProcess } from './damage.ts';
import { ErasureProcess } from './erasure.ts';
import type { Onset } from './onset.ts';
import { FaultProcess, type Struck } from './process.ts';
import { ScheduledProcess } from './scheduled.ts';
import type { ScheduledErasure, ScheduledFault, ScheduledOutage } from './schema.ts';
import { type Breakable, type FaultSpecs, serviceName, Targets } from './targets.ts';

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

/** What one fault takes, and under which name, cause and domain that is counted. */
interface Taken {
  readonly name: string;
  readonly group: string;
  readonly class: SourceClass;
  readonly domain: string;
  readonly targets: readonly Thing[];
  readonly boot?: BootSpec | undefined;
}

/** A part can be put in order by hand; a place, a line or what falls with others cannot. */
const isOfPart = (sourceClass: SourceClass): boolean => sourceClass === 'instance' || sourceClass === 'component';

/** Declares everything that can break a compiled world. Components must have been declared. */
export function compileFaults(world: World, specs: FaultSpecs): void {
  new FaultCompiler(world, specs).compile();
}

class FaultCompiler {
  private readonly world: World;
  private readonly specs: FaultSpecs;
  private readonly targets: Targets;
  private readonly crews: Map<string, Crew>;

  constructor(world: World, specs: FaultSpecs) {
    this.world = world;
    this.specs = specs;
    this.targets = new Targets(world, specs);
    this.crews = new Map(specs.crews.map((crew) => [crew.name, new Crew(world.workshop.arena, crew.size)]));
  }

  compile(): void {
    for (const component of this.specs.components) this.component(component);
    for (const place of this.specs.places) this.place(place);
    for (const link of this.specs.links)
      this.group(link.faults, link.name, 'link', () => [this.targets.whole(link.name)]);
    for (const domain of this.specs.domains)
      this.group(domain.faults, domain.name, 'domain', (effect) => this.targets.taken(domain.takes, effect));
    for (const area of this.specs.areas)
      this.group(area.faults, area.name, 'area', (effect) => this.targets.inArea(area, effect));
    this.schedule();
    for (const crew of this.crews.values()) crew.seal(this.world.workshop.arena);
  }

  /** Each unit of a component breaks for itself, unless the component says that a fault strikes all of them at once. */
  private component({ name, faults }: Breakable): void {
    for (const fault of faults) {
      if (fault.effect === 'corruption') {
        this.damage(`${name} ${fault.name}`, name, fault, this.world.units.get(name) ?? []);
        continue;
      }
      const struck = this.targets.struckBy(name, fault.name).filter((units) => units.length > 0);
      this.process(
        fault,
        struck.map((units) => this.partOf(name, fault, units)),
      );
    }
  }

  /** Units of a component that one fault takes. */
  private partOf(name: string, fault: FaultSpec, units: readonly Thing[]): Taken {
    const unit = units[0]!;
    const alone = units.length === 1;
    return {
      name: `${alone ? this.world.truth.name(unit) : name} ${fault.name}`,
      group: `${name} ${fault.name}`,
      class: alone ? this.classOfUnit(name, unit) : 'component',
      domain: name,
      targets: units,
      boot: this.bootOf(name, unit, fault),
    };
  }

  /** A part like `app-a/1` stands for itself: its loss is not the loss of the component. */
  private classOfUnit(component: string, unit: Thing): SourceClass {
    return this.world.truth.name(unit).startsWith(`${component}/`) ? 'instance' : 'component';
  }

  private bootOf(component: string, unit: Thing, fault: Pick<FaultSpec, 'effect'>) {
    const law = this.world.boots.get(component);
    if (law === undefined || fault.effect !== 'silent') return undefined;
    return { law, place: this.targets.whole(this.world.places.path(this.world.truth.home(unit))) };
  }

  private place(place: PlaceSpec): void {
    this.group(place.faults, place.path, place.kind, (effect) => this.targets.standingIn(place.path, effect));
    for (const service of place.services) {
      const name = serviceName(service.kind, place.path);
      this.group(service.faults, name, 'service', (effect) => this.targets.unitsOf(service.kind, place.path, effect));
    }
  }

  private group(
    faults: readonly FaultSpec[],
    domain: string,
    sourceClass: SourceClass,
    struckBy: (effect: FaultSpec['effect']) => readonly Thing[],
  ): void {
    for (const fault of faults) {
      const targets = struckBy(fault.effect);
      const name = `${domain} ${fault.name}`;
      if (fault.effect === 'corruption') this.damage(name, domain, fault, targets);
      else this.process(fault, [{ name, group: name, class: sourceClass, domain, targets }]);
    }
  }

  /** Wrong data are written into every store that has a copy among the targets. */
  private damage(name: string, domain: string, fault: FaultSpec, targets: readonly Thing[]): void {
    if (fault.arrival.kind === 'never') return;
    new DamageProcess(this.world, {
      name,
      source: this.world.sources.add(name, name, 'damage', domain),
      stores: this.targets.storesOn(targets),
      share: fault.share,
      deletes: fault.deletes === true,
      noticed: fault.noticed,
      arrival: fault.arrival,
    });
  }

  private process(fault: FaultSpec, all: readonly Taken[]): void {
    if (fault.arrival.kind === 'never' || all.length === 0) return;
    const { crew, arrival, repair } = fault;
    const plan = {
      effect: effectOf(fault),
      arrival,
      repair,
      crew: crew === undefined ? undefined : this.crews.get(crew),
    };
    new FaultProcess(
      this.world,
      plan,
      all.map((taken) => this.struck(fault, taken)),
    );
  }

  private struck(fault: FaultSpec, { name, group, class: sourceClass, domain, targets, boot }: Taken): Struck {
    const source = this.world.sources.add(name, group, sourceClass, domain);
    if (fault.change === true) this.world.sources.isChange(source);
    const byHand = boot === undefined && isOfPart(sourceClass);
    return { name, source, targets: this.reached(targets, fault), boot, byHand };
  }

  /** What silences a machine silences all that runs on it; a process that exits or hangs leaves the others alone. */
  private reached(targets: readonly Thing[], { effect }: Pick<FaultSpec, 'effect'>): readonly Thing[] {
    if (effect === 'loss') this.world.contents.mayBeLost = true;
    return effect === 'silent' || effect === 'loss' ? this.world.withGuests(targets) : targets;
  }

  /** Every fault on the schedule; those that follow another one are bound to it. */
  private schedule(): void {
    const onsets = new Map(this.specs.schedule.map((fault) => [fault.name, this.scheduled(fault)]));
    for (const { name, follows } of this.specs.schedule) {
      if (follows === undefined) continue;
      const leader = onsets.get(follows.fault);
      invariant(leader !== undefined, `no fault ${follows.fault} that ${name} may follow`);
      leader.precede(onsets.get(name)!);
    }
  }

  private scheduled(fault: ScheduledFault): Onset {
    if (fault.erase !== undefined) return this.erasure(fault);
    return fault.damage === undefined ? this.scheduledOutage(fault) : this.scheduledDamage(fault, fault.damage);
  }

  private erasure({ name, erase: { vault, place }, ...onset }: ScheduledErasure): Onset {
    const source = this.world.sources.add(name, name, 'component', vault);
    const where = place === undefined ? undefined : this.world.places.id(place);
    return new ErasureProcess(this.world, { name, source, vault, place: where, onset }).onset;
  }

  private scheduledDamage(fault: ScheduledFault, store: string): Onset {
    const { name, share, noticed, at, within, follows } = fault;
    const deletes = fault.deletes === true;
    const source = this.world.sources.add(name, name, 'damage', store);
    const stores = [this.world.stores.id(store)];
    const arrival = { at, within, ...(follows && { follows }) };
    const { onset } = new DamageProcess(this.world, { name, source, stores, share, deletes, noticed, arrival });
    invariant(onset !== undefined, 'a damage on a schedule is done once');
    return onset;
  }

  private scheduledOutage(fault: ScheduledOutage): Onset {
    const domain = fault.lose ?? fault.cut;
    const source = this.world.sources.add(fault.name, fault.name, this.classOf(fault), this.componentOf(domain));
    const targets =
      fault.lose === undefined ? [this.targets.whole(fault.cut)] : this.targets.lost(fault.lose, fault.effect);
    return new ScheduledProcess(this.world, {
      name: fault.name,
      source,
      targets: this.reached(targets, fault),
      effect: effectOf(fault),
      onset: fault,
      for: fault.for,
      boot: fault.boots === true ? this.bootOf(this.componentOf(domain), targets[0]!, fault) : undefined,
      byHand: fault.boots !== true && isOfPart(this.classOf(fault)),
    }).onset;
  }

  private componentOf(name: string): string {
    const isWhole =
      this.world.units.has(name) || this.world.wholes.has(name) || this.targets.serviceOf(name) !== undefined;
    return isWhole ? name : name.replace(/\/[^/]*$/, '');
  }

  private classOf(fault: ScheduledOutage): SourceClass {
    if (fault.cut !== undefined) return 'link';
    const place = this.specs.places.find((candidate) => candidate.path === fault.lose);
    if (place !== undefined) return place.kind;
    if (this.targets.serviceOf(fault.lose) !== undefined) return 'service';
    if (this.specs.domains.some((domain) => domain.name === fault.lose)) return 'domain';
    if (this.specs.areas.some((area) => area.name === fault.lose)) return 'area';
    if (this.specs.links.some((link) => link.name === fault.lose)) return 'link';
    return this.world.units.has(fault.lose) ? 'component' : 'instance';
  }
}
