import { domainReferences, scheduledReferences } from '../faults/index.ts';
import { crewsOf, INTERNET, type Notebook, near, type Reference, type Trait } from '../language/index.ts';
import { alarmReferences, planReferences } from '../plans/index.ts';
import { workloadReferences } from '../service/index.ts';
import type { Component, Draft, Names } from './draft.ts';
import { linkReferences } from './links.ts';

/** Checks that every name in a scenario names a thing, and one of the right sort. */
export function checkReferences(draft: Draft): void {
  const { scenario, components, notes } = draft;
  const check = (references: readonly Reference[], at: Notebook) => {
    for (const reference of references) checkOne(reference, draft, at);
  };
  for (const { path, faults, services } of scenario.places) {
    const at = notes.at('places', ...path.split('/'));
    check(crewsOf(faults), at);
    for (const service of services) check(crewsOf(service.faults), at.at('services', service.kind));
  }
  for (const link of scenario.links) check(linkReferences(link), notes.at('links', link.name));
  for (const domain of scenario.domains) check(domainReferences(domain), notes.at('domains', domain.name));
  for (const area of scenario.areas) check(crewsOf(area.faults), notes.at('areas', area.name));
  for (const [name, { references }] of components) check(references, notes.at('components', name));
  for (const workload of scenario.workloads) check(workloadReferences(workload), notes.at('workloads', workload.name));
  for (const alarm of scenario.alarms) check(alarmReferences(alarm), notes.at('alarms', alarm.name));
  for (const plan of scenario.plans) check(planReferences(plan), notes.at('plans', plan.name));
  for (const fault of scenario.schedule) {
    check(scheduledReferences(fault), notes.at('faults', draft.scheduleIndices.get(fault.name)!));
  }
}

/** What a name may be, in words. */
const WORDS: Readonly<Record<Reference['to'], string>> = {
  entry: 'component that users can address',
  answer: 'component that a DNS name can answer with',
  pool: 'pool of servers',
  store: 'store',
  replication: 'replication task',
  switchable: 'component with a standby to switch to',
  place: 'place',
  watcher: 'place (or `internet`)',
  component: 'component',
  watched: 'component or place',
  taken: 'place, component or instance',
  target: 'place, component, instance, domain or area',
  crew: 'crew',
  team: 'team',
  alarm: 'alarm',
  plan: 'plan',
  link: 'link',
};

const withTrait = (trait: Trait, { components }: Names): string[] =>
  [...components].filter(([, { traits }]) => traits === undefined || traits.includes(trait)).map(([name]) => name);

/** Every name that would do. */
function candidates(to: Reference['to'], names: Names): Iterable<string> {
  switch (to) {
    case 'place':
      return names.places;
    case 'watcher':
      return [...names.places, INTERNET];
    case 'component':
      return names.components.keys();
    case 'watched':
    case 'taken':
      return [...names.components.keys(), ...names.places];
    case 'target':
      return [...names.components.keys(), ...names.places, ...names.domains, ...names.areas];
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

/** `app-a/1` is the first instance of `app-a`. */
function isInstance(name: string, components: ReadonlyMap<string, Component>): boolean {
  const match = INSTANCE.exec(name);
  const component = match === null ? undefined : components.get(match[1]!);
  return component !== undefined && Number(match![2]) <= component.instances;
}

const SHOWN = 8;

function expectation(to: Reference['to'], valid: readonly string[]): string {
  if (valid.length === 0) return `a ${WORDS[to]}, of which there is none`;
  const shown = valid.slice(0, SHOWN).join(', ');
  return `a ${WORDS[to]}: ${shown}${valid.length > SHOWN ? ` or ${valid.length - SHOWN} more` : ''}`;
}

function checkOne({ path, name, to, atKey }: Reference, { names, components }: Draft, notes: Notebook): void {
  const valid = new Set(candidates(to, names));
  if (valid.has(name)) return;
  if ((to === 'taken' || to === 'target' || to === 'watched') && isInstance(name, components)) return;
  const written = names.components.get(name);
  const message =
    written === undefined
      ? `there is no ${WORDS[to]} \`${name}\``
      : `\`${name}\` is a ${written.kind}, not a ${WORDS[to]}`;
  notes.error(written === undefined ? 'unknown-name' : 'wrong-kind', message, {
    path,
    expected: expectation(to, [...valid]),
    ...(written === undefined ? near(name, valid) : {}),
    atKey: atKey ?? false,
  });
}
