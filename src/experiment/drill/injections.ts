import { DAY, type Us } from '../../base/index.ts';
import { COMPONENT_KINDS } from '../../components/index.ts';
import { type FaultSpec, type Notebook, resolveCorruption } from '../../language/index.ts';
import { fixed, never, uniform } from '../../random/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { FaultClass } from '../result.ts';

/** Drills begin at a random instant of a week: every phase of schedules, probes and caches is met. */
export const STRIKES_FROM = (2 * DAY) as Us;
export const STRIKES_WITHIN = (7 * DAY) as Us;

/** One fault to be injected on purpose: the same architecture in which nothing else breaks. */
export interface Injection {
  readonly class: FaultClass;
  readonly domain: string;
  readonly fault: string;
  readonly scenario: Scenario;
}

type Schedule = Scenario['schedule'][number];

/** The same architecture in which nothing breaks by itself. */
function calm(scenario: Scenario): Scenario {
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

/** Everything that is drilled: sites first, then parts, links and data. What it takes for granted goes into `notes`. */
export function injectionsOf(
  scenario: Scenario,
  firstUnit: (component: string) => string,
  notes: Notebook,
): Injection[] {
  const still = calm(scenario);
  return [
    ...sites(scenario, still),
    ...services(scenario, still),
    ...links(scenario, still),
    ...damages(scenario, still, notes),
    ...parts(scenario, still, firstUnit),
  ];
}

const NOTHING = { lose: undefined, cut: undefined, damage: undefined } as const;
const SILENT = { effect: 'silent', share: 1, probesFail: 1, factor: 1, noticed: fixed(0) } as const;

/** Once, at a random instant, for good: a drill ends before anything is repaired. */
const struckOnce = (name: string) => ({
  name,
  at: STRIKES_FROM,
  within: STRIKES_WITHIN,
  for: never(),
  ...SILENT,
});

function lose(still: Scenario, domain: string, faultClass: FaultClass): Injection {
  const fault: Schedule = { ...struckOnce(`${domain} lost`), ...NOTHING, lose: domain };
  return { class: faultClass, domain, fault: 'lost', scenario: { ...still, schedule: [fault] } };
}

function sites({ places, domains, areas }: Scenario, still: Scenario): Injection[] {
  return [
    ...places.map(({ path, kind }) => lose(still, path, kind)),
    ...areas.map(({ name }) => lose(still, name, 'area')),
    ...domains.filter(isThing).map(({ name }) => lose(still, name, 'domain')),
  ];
}

/** Whether a domain can be lost: people who make mistakes damage data, and are drilled as that. */
const isThing = ({ faults }: Scenario['domains'][number]): boolean =>
  faults.length === 0 || faults.some(({ effect }) => effect !== 'corruption');

/** One product in one zone or site: all of it there, nothing else. */
function services(scenario: Scenario, still: Scenario): Injection[] {
  return still.places.flatMap((place) => {
    if (place.kind !== 'zone' && place.kind !== 'idc') return [];
    const kinds = new Set(scenario.components.filter((part) => standsIn(part, place.path)).map(({ kind }) => kind));
    return [...kinds].map((kind): Injection => {
      const fault = once('lost');
      const places = still.places.map((one) =>
        one === place
          ? {
              ...one,
              services: [...one.services.filter((service) => service.kind !== kind), { kind, faults: [fault] }],
            }
          : one,
      );
      return { class: 'service', domain: `${kind} in ${place.path}`, fault: 'lost', scenario: { ...still, places } };
    });
  });
}

const standsIn = (part: Scenario['components'][number], path: string): boolean =>
  'places' in part && Array.isArray(part.places) && part.places.includes(path);

/** A fault that strikes once in the time of a drill. */
const once = (name: string): FaultSpec => ({
  name,
  arrival: uniform(STRIKES_FROM, STRIKES_FROM + STRIKES_WITHIN),
  repair: never(),
  crew: undefined,
  ...SILENT,
});

const links = (scenario: Scenario, still: Scenario): Injection[] =>
  scenario.links.map(({ name }) => {
    const fault: Schedule = { ...struckOnce(`${name} cut`), ...NOTHING, cut: name };
    return { class: 'link', domain: name, fault: 'cut', scenario: { ...still, schedule: [fault] } };
  });

const DATABASES: ReadonlySet<string> = new Set(
  COMPONENT_KINDS.filter(({ traits }) => traits.includes('database')).map(({ kind }) => kind),
);

/** Wrong data in each database: noticed as its own faults say, else as is usual. */
const damages = (scenario: Scenario, still: Scenario, notes: Notebook): Injection[] =>
  scenario.components
    .filter(({ kind }) => DATABASES.has(kind))
    .map(({ name, faults }): Injection => {
      const known =
        faults.find(({ effect }) => effect === 'corruption') ?? resolveCorruption({}, {}, notes.at('drill', name));
      const fault: Schedule = {
        ...struckOnce(`${name} damaged`),
        ...NOTHING,
        effect: 'corruption',
        share: known.share,
        noticed: known.noticed,
        damage: name,
      };
      return { class: 'damage', domain: name, fault: 'damaged', scenario: { ...still, schedule: [fault] } };
    });

/** What breaks in components by itself, each fault on the first unit, with its own repair. */
const parts = (scenario: Scenario, still: Scenario, firstUnit: (component: string) => string): Injection[] =>
  scenario.components.flatMap(({ name, faults }) =>
    faults
      .filter(({ effect, arrival }) => effect !== 'corruption' && arrival.kind !== 'never')
      .map(({ name: fault, repair, effect, share, probesFail, factor }): Injection => {
        const unit = firstUnit(name);
        const shown = { effect, share, probesFail, factor, noticed: fixed(0) };
        const struck: Schedule = { ...struckOnce(`${unit} ${fault}`), ...shown, ...NOTHING, for: repair, lose: unit };
        const faultClass: FaultClass = unit === name ? 'component' : 'instance';
        return { class: faultClass, domain: unit, fault, scenario: { ...still, schedule: [struck] } };
      }),
  );
