import { aboutComponent, type ComponentSpec, homesOf } from '../../components/index.ts';
import type { KnownComponent } from '../../language/index.ts';
import type { Designed } from '../scenario.ts';

type Known = KnownComponent<ComponentSpec>;

/** Whether a place is another one, or stands inside it. */
export const isWithin = (place: string, around: string): boolean => place === around || place.startsWith(`${around}/`);

/** The architecture as it was designed: where everything stands, and the ways from users to servers. */
export class Topology {
  readonly scenario: Designed;
  readonly parts: ReadonlyMap<string, Known>;
  /** Pools that stand still until an appliance starts them. */
  private readonly asleep: ReadonlySet<string>;

  constructor(scenario: Designed) {
    this.scenario = scenario;
    this.parts = new Map(scenario.components.map((spec) => [spec.name, aboutComponent(spec)]));
    this.asleep = new Set(
      scenario.components.flatMap((spec) =>
        spec.kind === 'bcdr' ? spec.machines.map(({ counterpart }) => counterpart) : [],
      ),
    );
  }

  spec(name: string): ComponentSpec | undefined {
    return this.parts.get(name)?.spec;
  }

  /** Where a component stands; nothing where it stands outside all places. */
  placesOf(name: string): readonly string[] {
    const spec = this.spec(name);
    if (spec === undefined) return this.scenario.places.some(({ path }) => path === name) ? [name] : [];
    if ('places' in spec) return spec.places;
    return 'place' in spec ? [spec.place] : [];
  }

  /** Whether something of it is left when a place is lost. */
  survives(name: string, lost: string): boolean {
    const places = this.placesOf(name);
    return places.length === 0 || places.some((place) => !isWithin(place, lost));
  }

  touches(name: string, lost: string): boolean {
    return this.placesOf(name).some((place) => isWithin(place, lost));
  }

  /** What a pool does before anything is lost. */
  stateOf(pool: string): 'hot' | 'warm' | 'cold' {
    const spec = this.spec(pool);
    if (this.asleep.has(pool)) return 'cold';
    return (spec?.kind === 'ecs' ? spec.standby : undefined) ?? 'hot';
  }

  isPool(name: string): boolean {
    return this.parts.get(name)?.traits.includes('pool') === true;
  }

  /** Instances of a pool inside and outside a place. */
  instances(pool: string, lost: string): { readonly inside: number; readonly outside: number } {
    const spec = this.spec(pool);
    if (spec?.kind !== 'ecs') {
      const places = this.placesOf(pool);
      const inside = places.filter((place) => isWithin(place, lost)).length;
      return { inside, outside: places.length - inside };
    }
    const homes = homesOf({ ...spec, scaling: undefined });
    const inside = homes.filter((home) => isWithin(spec.places[home]!, lost)).length;
    return { inside, outside: homes.length - inside };
  }

  /** Components that requests from an entry may ever come to, the entry included. */
  reachable(entry: string): ReadonlySet<string> {
    return this.walk(entry, (part) => part.hops.map(({ to }) => to));
  }

  /** Those that requests come to while everything works. */
  serving(entry: string): ReadonlySet<string> {
    return this.walk(entry, (part) => this.normally(part));
  }

  /** Where requests go from a component while everything works. */
  normally({ spec, hops }: Known): readonly string[] {
    const on = (to: string): boolean => !this.isPool(to) || this.stateOf(to) === 'hot';
    if (spec.kind !== 'dns') return hops.map(({ to }) => to).filter(on);
    const first = Math.min(...spec.answers.map(({ priority }) => priority));
    return spec.answers.filter(({ priority, target }) => priority === first && on(target)).map(({ target }) => target);
  }

  private walk(entry: string, onward: (part: Known) => readonly string[]): ReadonlySet<string> {
    const reached = new Set<string>();
    const waiting = [entry];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const part = this.parts.get(name);
      if (part === undefined || reached.has(name)) continue;
      reached.add(name);
      waiting.push(...onward(part));
    }
    return reached;
  }

  /** Pools that users come to while everything works, of all workloads. */
  productionPools(): readonly string[] {
    const reached = this.scenario.workloads.flatMap(({ entry }) => [...this.serving(entry)]);
    return [...new Set(reached)].filter((name) => this.isPool(name));
  }
}
