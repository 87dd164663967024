import { DAY, type Us } from '../../../base/index.ts';
import { COMPONENT_KINDS } from '../../../components/index.ts';
import type { Targets } from '../../../faults/index.ts';
import type { Notebook, Trait } from '../../../language/index.ts';
import type { World } from '../../../model/index.ts';
import { fixed, never } from '../../../random/index.ts';
import type { Scenario } from '../../../scenario/index.ts';
import type { FaultClass } from '../../result/index.ts';

/** Drills begin at a random instant of a week: every phase of schedules, probes and caches is met. */
const STRIKES_FROM = (2 * DAY) as Us;
const STRIKES_WITHIN = (7 * DAY) as Us;

export type Strike = Scenario['schedule'][number];
export type Component = Scenario['components'][number];
type Domain = Scenario['domains'][number];

/** One fault to be injected on purpose, once. */
export interface Injection {
  readonly class: FaultClass;
  readonly domain: string;
  readonly fault: string;
  /** What strikes: the first at a random instant, the others with it. */
  readonly strikes: readonly [Strike, ...Strike[]];
  /** What strikes take that no name of the scenario stands for. */
  readonly domains: readonly Domain[];
  /** It lasts to the end of the drill, and is not the same as another one but for how it shows: pairs are made of such. */
  readonly lasting: boolean;
}

/** Where injections are looked for. */
export interface Ground {
  readonly scenario: Scenario;
  readonly world: World;
  readonly targets: Targets;
  /** What drills take for granted beyond the scenario. */
  readonly notes: Notebook;
}

const NOTHING = { lose: undefined, cut: undefined, damage: undefined } as const;

/** Once, at a random instant, silent and for good: a drill ends before anything is repaired. */
const once = (name: string) => ({
  name,
  at: STRIKES_FROM,
  within: STRIKES_WITHIN,
  for: never(),
  effect: 'silent' as const,
  share: 1,
  probesFail: 1,
  factor: 1,
  noticed: fixed(0),
  ...NOTHING,
});

/** How a strike shows, where it is not silent and for good. */
type Shown = Partial<Pick<Strike, 'for' | 'effect' | 'share' | 'probesFail' | 'factor'>> & { readonly boots?: boolean };

/** Faults of drills that last, or after which nothing is as before; what breaks by itself is repaired. */
const LASTING: ReadonlySet<string> = new Set(['lost', 'disk-lost', 'disks-lost']);

/** Loses something that has a name in the scenario. */
export function losing(faultClass: FaultClass, domain: string, fault = 'lost', shown: Shown = {}): Injection {
  const strike: Strike = { ...once(`${domain} ${fault}`), ...shown, lose: domain };
  return { class: faultClass, domain, fault, strikes: [strike], domains: [], lasting: LASTING.has(fault) };
}

/** Cuts a link. */
export function cutting(link: string): Injection {
  const strike: Strike = { ...once(`${link} cut`), cut: link };
  return { class: 'link', domain: link, fault: 'cut', strikes: [strike], domains: [], lasting: true };
}

/** Loses several things at once. */
export function losingAll(
  faultClass: FaultClass,
  domain: string,
  fault: string,
  takes: readonly string[],
  shown: Shown,
): Injection {
  const name = `${domain} ${fault}`;
  const strike: Strike = { ...once(name), ...shown, lose: name };
  return {
    class: faultClass,
    domain,
    fault,
    strikes: [strike],
    domains: [{ name, takes, faults: [] }],
    lasting: false,
  };
}

/** Writes wrong data into stores, all at one instant. */
export function damaging(
  faultClass: FaultClass,
  domain: string,
  fault: string,
  stores: readonly [string, ...string[]],
  known: Pick<Strike, 'share' | 'deletes' | 'noticed'>,
): Injection {
  const [first, ...others] = stores;
  const { share, deletes, noticed } = known;
  const of = (store: string): Strike => ({
    ...once(stores.length === 1 ? `${domain} ${fault}` : `${domain} ${fault} ${store}`),
    effect: 'corruption',
    share,
    ...(deletes && { deletes }),
    noticed,
    damage: store,
  });
  const leader = of(first);
  const follows = { fault: leader.name, by: fixed(0) };
  const strikes = [leader, ...others.map((store) => ({ ...of(store), follows }))] as const;
  return { class: faultClass, domain, fault, strikes, domains: [], lasting: fault === 'damaged' };
}

/** Loses the backups of a store or a backup service that lie in a place. */
export function erasing(vault: string, place: string): Injection {
  const domain = `${vault} in ${place}`;
  const fault = 'backups-lost';
  const strike: Strike = { ...once(`${domain} ${fault}`), erase: { vault, place } };
  return { class: 'copy', domain, fault, strikes: [strike], domains: [], lasting: true };
}

const TRAITS = new Map<string, ReadonlySet<Trait>>(COMPONENT_KINDS.map(({ kind, traits }) => [kind, new Set(traits)]));

export const has = ({ kind }: { readonly kind: string }, ...traits: readonly Trait[]): boolean =>
  traits.some((trait) => TRAITS.get(kind)?.has(trait));
