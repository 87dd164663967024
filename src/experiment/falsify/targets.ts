import { COMPONENT_KINDS } from '../../components/index.ts';
import { type Notebook, resolveCorruption } from '../../language/index.ts';
import { compileScenario, type Scenario } from '../../scenario/index.ts';
import type { FaultClass } from '../result.ts';
import { labelOf, type Target } from './strike.ts';

/** Smaller things first: where a small fault does, a large one tells less. */
const SIZES: readonly FaultClass[] = [
  'instance',
  'link',
  'damage',
  'component',
  'rack',
  'domain',
  'zone',
  'idc',
  'area',
  'region',
];

const DATABASES: ReadonlySet<string> = new Set(
  COMPONENT_KINDS.filter(({ traits }) => traits.includes('database')).map(({ kind }) => kind),
);

/** Everything in an architecture that a schedule of faults can strike, the smaller things first. */
export function targetsOf(scenario: Scenario, notes: Notebook): readonly Target[] {
  const lose = (faultClass: FaultClass, name: string): Target => ({ class: faultClass, deed: 'lose', name });
  const all = [
    ...parts(scenario),
    ...scenario.links.map(({ name }): Target => ({ class: 'link', deed: 'cut', name })),
    ...damages(scenario, notes),
    ...scenario.places.map(({ path, kind }) => lose(kind, path)),
    ...scenario.domains.filter(isThing).map(({ name }) => lose('domain', name)),
    ...scenario.areas.map(({ name }) => lose('area', name)),
  ];
  return all.sort((a, b) => SIZES.indexOf(a.class) - SIZES.indexOf(b.class));
}

/** Whether a domain can be lost: people who make mistakes damage data. */
const isThing = ({ faults }: Scenario['domains'][number]): boolean =>
  faults.length === 0 || faults.some(({ effect }) => effect !== 'corruption');

/** Each component as a whole, and one of its machines where it has several. */
function parts(scenario: Scenario): Target[] {
  const { world } = compileScenario(scenario);
  return scenario.components.flatMap(({ name }): Target[] => {
    const units = world.units.get(name) ?? [];
    if (units.length === 0) return [];
    const first = world.truth.name(units[0]!);
    const all: Target = { class: 'component', deed: 'lose', name };
    if (units.length === 1) return [all];
    return [
      { class: 'instance', deed: 'lose', name: first },
      { ...all, whole: true },
    ];
  });
}

/** Wrong data in each database: noticed as its own faults say, else as is usual. */
const damages = ({ components }: Scenario, notes: Notebook): Target[] =>
  components
    .filter(({ kind }) => DATABASES.has(kind))
    .map(({ name, faults }): Target => {
      const own = faults.find(({ effect }) => effect === 'corruption');
      const { share, noticed } = own ?? resolveCorruption({}, {}, notes.at('falsify', name));
      return { class: 'damage', deed: 'damage', name, share, noticed };
    });

/** Whether one of the words means a target: a class, a name, or both as `zone:cn-beijing/a`. */
export const isMeant = (target: Target, words: readonly string[]): boolean =>
  words.some((word) => [target.class, target.name, labelOf(target)].includes(word));

const RANKS: ReadonlyMap<FaultClass, number> = new Map([
  ['rack', 1],
  ['zone', 2],
  ['idc', 2],
  ['region', 3],
  ['area', 3],
]);

/** Whether a target is larger than a scope: an objective about zones says nothing of whole regions. */
export const isBeyond = (target: Target, scope: FaultClass): boolean =>
  (RANKS.get(target.class) ?? 0) > (RANKS.get(scope) ?? 0);
