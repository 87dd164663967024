import { Targets } from '../../../faults/index.ts';
import type { Notebook } from '../../../language/index.ts';
import { compileScenario, type Scenario } from '../../../scenario/index.ts';
import { copies, damages } from './data.ts';
import type { Ground, Injection } from './injection.ts';
import { mistakes } from './mistakes.ts';
import { components, parts } from './parts.ts';
import { links, services, sites } from './sites.ts';

/** Where the faults of a scenario are looked for; what drills take for granted goes into `notes`. */
export function groundOf(scenario: Scenario, notes: Notebook): Ground {
  const { world } = compileScenario(scenario);
  return { scenario, world, targets: new Targets(world, scenario), notes };
}

/** Everything that is drilled: sites first, then links, parts, data and people. */
export function injectionsOn(ground: Ground): Injection[] {
  const all = [sites, services, links, components, parts, copies, damages, mistakes].flatMap((some) => some(ground));
  return [...new Map(all.map((one) => [`${one.class}:${one.domain} ${one.fault}`, one])).values()];
}

/** The same architecture in which nothing breaks by itself. */
export function calm(scenario: Scenario): Scenario {
  const quiet = <T extends { readonly faults: readonly unknown[] }>(parts: readonly T[]): T[] =>
    parts.map((part) => ({ ...part, faults: [] }));
  return {
    ...scenario,
    places: quiet(scenario.places).map((place) => ({
      ...place,
      services: place.services.map((service) => ({ ...service, faults: [] })),
    })),
    links: quiet(scenario.links),
    domains: quiet(scenario.domains),
    areas: quiet(scenario.areas),
    components: quiet(scenario.components),
    schedule: [],
  };
}

/** A calm architecture in which these faults strike, and no other. */
export const struckBy = (still: Scenario, { strikes, domains }: Pick<Injection, 'strikes' | 'domains'>): Scenario => ({
  ...still,
  domains: [...still.domains, ...domains],
  schedule: strikes,
});
