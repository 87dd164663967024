import type { Scenario } from './scenario.ts';

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
