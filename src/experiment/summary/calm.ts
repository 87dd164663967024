import type { Scenario } from '../../scenario/index.ts';

const withoutFaults = <T extends { readonly faults: readonly unknown[] }>(parts: readonly T[]): T[] =>
  parts.map((part) => ({ ...part, faults: [] }));

/** The same architecture in which nothing breaks and nothing is worked on. */
export const calm = (scenario: Scenario): Scenario => ({
  ...scenario,
  places: withoutFaults(scenario.places).map((place) => ({ ...place, services: [] })),
  links: withoutFaults(scenario.links),
  domains: [],
  areas: [],
  maintenance: [],
  components: withoutFaults(scenario.components),
  schedule: [],
});
