import { COMPONENT_KINDS } from '../../components/index.ts';
import { type FaultSpec, Notebook, resolveCorruption } from '../../language/index.ts';
import { compileScenario, type Scenario } from '../../scenario/index.ts';
import type { FaultClass } from '../result/index.ts';
import { isBeyond } from './applies.ts';
import { labelOf, type Manner, type Target } from './strike.ts';

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
  const lose = (faultClass: FaultClass, name: string, faults: Faults): Target => ({
    class: faultClass,
    deed: 'lose',
    name,
    effects: mannersOf(faults),
  });
  const all = [
    ...parts(scenario),
    ...scenario.links.map(
      ({ name, faults }): Target => ({ class: 'link', deed: 'cut', name, effects: mannersOf(faults) }),
    ),
    ...damages(scenario, notes),
    ...scenario.places.map(({ path, kind, faults }) => lose(kind, path, faults)),
    ...scenario.domains.filter(isThing).map(({ name, faults }) => lose('domain', name, faults)),
    ...scenario.areas.map(({ name, faults }) => lose('area', name, faults)),
  ];
  return all.sort((a, b) => SIZES.indexOf(a.class) - SIZES.indexOf(b.class));
}

type Faults = readonly Pick<FaultSpec, 'effect'>[];
const VISIBLE = ['exit', 'hang'] as const;

/** What is lost does not answer; what by itself breaks in other manners too is struck in each of them. */
const mannersOf = (faults: Faults): readonly Manner[] => [
  'silent',
  ...VISIBLE.filter((manner) => faults.some(({ effect }) => effect === manner)),
];

/** Whether a domain can be lost: people who make mistakes damage data. */
const isThing = ({ faults }: Scenario['domains'][number]): boolean =>
  faults.length === 0 || faults.some(({ effect }) => effect !== 'corruption');

const POOLS: ReadonlySet<string> = new Set(
  COMPONENT_KINDS.filter(({ traits }) => traits.includes('pool')).map(({ kind }) => kind),
);
/** Copies of data in one place are not alike: a primary and its standby. */
const COPIES = 2;

/** Each component as a whole, and of its machines one a place, or a primary and a standby. */
function parts(scenario: Scenario): Target[] {
  const { world } = compileScenario(scenario, { brief: true });
  return scenario.components.flatMap(({ name, kind, faults }): Target[] => {
    const units = world.units.get(name) ?? [];
    if (units.length === 0) return [];
    const effects = mannersOf(faults);
    const all: Target = { class: 'component', deed: 'lose', name, effects };
    if (units.length === 1) return [all];
    const seen = new Map<number, number>();
    const some = units.filter((unit) => {
      const count = seen.get(world.truth.home(unit)) ?? 0;
      seen.set(world.truth.home(unit), count + 1);
      return count < (POOLS.has(kind) ? 1 : COPIES);
    });
    const names = some.map((unit) => world.truth.name(unit)).filter((unit) => isWritable(unit, name));
    return [
      ...names.map((unit): Target => ({ class: 'instance', deed: 'lose', name: unit, effects })),
      { ...all, whole: true },
    ];
  });
}

/** What a product keeps in each of its places has no name that a scenario could use. */
const isWritable = (unit: string, component: string): boolean => unit.startsWith(`${component}/`);

/** Wrong data in each database: noticed as its own faults say, else as is usual. */
const damages = ({ components }: Scenario, notes: Notebook): Target[] =>
  components
    .filter(({ kind }) => DATABASES.has(kind))
    .map(({ name, faults }): Target => {
      const own = faults.find(({ effect }) => effect === 'corruption');
      const { share, deletes, noticed } = own ?? resolveCorruption({}, {}, notes.at('falsify', name));
      return {
        class: 'damage',
        deed: 'damage',
        name,
        share,
        ...(deletes && { deletes }),
        noticed,
        effects: ['silent'],
      };
    });

/** Whether one of the words means a target: a class, a name, or both as `zone:cn-beijing/a`. */
export const isMeant = (target: Target, words: readonly string[]): boolean =>
  words.some((word) => [target.class, target.name, labelOf(target)].includes(word));

/** Which targets are struck, unless they are named. */
export interface Choice {
  /** Classes, names or `class:name`: only these. */
  readonly only: readonly string[] | undefined;
  readonly except: readonly string[];
  /** Without `only`: nothing larger than this. */
  readonly scope: FaultClass;
}

/** What may be struck: unless named, neither what is larger than the scope, nor whole pools at once, nor data. */
export function strikableOf(
  scenario: Scenario,
  { only, except, scope }: Choice,
): { readonly targets: readonly Target[]; readonly all: readonly string[] } {
  const all = targetsOf(scenario, new Notebook());
  const isUsual = (target: Target): boolean =>
    !isBeyond(target, scope) && target.whole !== true && target.deed !== 'damage';
  const targets = all.filter(
    (target) => !isMeant(target, except) && (only === undefined ? isUsual(target) : isMeant(target, only)),
  );
  return { targets, all: all.map(labelOf) };
}
