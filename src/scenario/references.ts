import { INTERNET, type Notebook, near, type Reference, type Trait } from '../language/index.ts';
import type { Component, Draft, Names } from './draft.ts';
import { LIMITS } from './limits.ts';

/** Checks that every name in a scenario names a thing, and one of the right sort. */
export function checkReferences(draft: Draft): void {
  const valid = new Map<Reference['to'], ReadonlySet<string>>();
  const validFor = (to: Reference['to']): ReadonlySet<string> => {
    const known = valid.get(to) ?? new Set(candidates(to, draft.names));
    valid.set(to, known);
    return known;
  };
  for (const { references, notes } of draft.pending) {
    for (const reference of references) {
      if (!validFor(reference.to).has(reference.name)) report(reference, validFor(reference.to), draft, notes);
    }
    if (notes.findings.length > LIMITS.problems) return;
  }
}

/** What a name may be, in words. */
const WORDS: Readonly<Record<Reference['to'], string>> = {
  entry: 'component that users can address',
  answer: 'component that a DNS name can answer with',
  pool: 'pool of servers',
  store: 'store',
  database: 'database',
  objects: 'object store',
  replication: 'replication task',
  appliance: 'appliance for disaster recovery',
  'backed-up': 'store or service with backups',
  switchable: 'component with a standby to switch to',
  restorable: 'store that can be taken back to a backup',
  control: 'control plane of machines',
  images: 'library of images',
  place: 'place',
  image: 'library of images, or a place',
  watcher: 'place (or `internet`)',
  component: 'component',
  watched: 'component or place',
  taken: 'place, component, instance or link',
  target: 'place, component, instance, link, domain or area',
  crew: 'crew',
  team: 'team',
  alarm: 'alarm',
  plan: 'plan',
  link: 'link',
};

const TRAITS: ReadonlySet<Reference['to']> = new Set([
  'entry',
  'answer',
  'pool',
  'store',
  'database',
  'objects',
  'replication',
  'appliance',
  'switchable',
  'restorable',
  'backed-up',
  'control',
  'images',
]);

const withTrait = (trait: Trait, { components }: Names): string[] =>
  [...components].filter(([, { traits }]) => traits === undefined || traits.includes(trait)).map(([name]) => name);

/** Every name that would do. */
function candidates(to: Reference['to'], names: Names): Iterable<string> {
  switch (to) {
    case 'place':
      return names.places;
    case 'image':
      return [...withTrait('images', names), ...names.places];
    case 'watcher':
      return [...names.places, INTERNET];
    case 'component':
      return names.components.keys();
    case 'watched':
      return [...names.components.keys(), ...names.places];
    case 'taken':
      return [...names.components.keys(), ...names.places, ...names.links];
    case 'target':
      return [...names.components.keys(), ...names.places, ...names.links, ...names.domains, ...names.areas];
    case 'crew':
      return names.crews;
    case 'team':
      return names.teams;
    case 'alarm':
      return names.alarms;
    case 'plan':
      return names.plans;
    case 'link':
      return names.links;
    default:
      return withTrait(to, names);
  }
}

const INSTANCE = /^(.+)\/([1-9]\d{0,6})$/;

/** The component whose instance a name like `app-a/1` may be, and whether it has that many. */
function instanceOf(
  name: string,
  components: ReadonlyMap<string, Component>,
): { of: Component; there: boolean } | undefined {
  const match = INSTANCE.exec(name);
  const of = match === null ? undefined : components.get(match[1]!);
  return of === undefined ? undefined : { of, there: Number(match![2]) <= of.instances };
}

/** Whether a name like `cache/proxy-1` is that of a part of a component. */
function isPart(name: string, components: ReadonlyMap<string, Component>): boolean {
  const slash = name.indexOf('/');
  return slash > 0 && components.get(name.slice(0, slash))?.parts.includes(name.slice(slash + 1)) === true;
}

const BREAKABLE: ReadonlySet<Reference['to']> = new Set(['taken', 'target', 'watched']);

const SHOWN = 8;

const article = (words: string): string => (/^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`);

function expectation(to: Reference['to'], valid: readonly string[]): string {
  if (valid.length === 0) return `${article(WORDS[to])}; there is none`;
  const shown = valid.slice(0, SHOWN).join(', ');
  return `${article(WORDS[to])}: ${shown}${valid.length > SHOWN ? ` or ${valid.length - SHOWN} more` : ''}`;
}

/** The nearest name, or the place whose own name was written without those around it: `a` for `cn-beijing/a`. */
function meant(name: string, valid: ReadonlySet<string>, { places }: Names): { nearest?: string } {
  const found = [...valid].find((one) => one.endsWith(`/${name}`) && places.has(one));
  return found === undefined ? near(name, valid) : { nearest: found };
}

/** Says what is wrong with a name that is not valid, unless it is that of an instance. */
function report({ path, name, to, atKey }: Reference, valid: ReadonlySet<string>, draft: Draft, notes: Notebook): void {
  const { names, components } = draft;
  const instance = BREAKABLE.has(to) ? instanceOf(name, components) : undefined;
  if (instance?.there || (BREAKABLE.has(to) && isPart(name, components))) return;
  const at = { path, atKey: atKey ?? false };
  const written = names.components.get(name);
  if (instance !== undefined) {
    const { name: owner } = instance.of.spec;
    notes.error('no-such-instance', `\`${owner}\` has no instance \`${name}\``, {
      ...at,
      expected: `${owner}/1 to ${owner}/${instance.of.instances}`,
    });
  } else if (written !== undefined) {
    notes.error('wrong-kind', `\`${name}\` is of kind ${written.kind}`, {
      ...at,
      expected: expectation(to, [...valid]),
    });
  } else {
    notes.error('unknown-name', `\`${name}\` names no ${TRAITS.has(to) ? 'component' : WORDS[to]}`, {
      ...at,
      expected: expectation(to, [...valid]),
      ...meant(name, valid, names),
    });
  }
}
