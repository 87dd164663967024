import * as z from 'zod';
import { byCodeUnit } from '../base/index.ts';
import { COMPONENT_KINDS, type ComponentSpec } from '../components/index.ts';
import {
  areaInput,
  crewInput,
  domainInput,
  domainReferences,
  resolveArea,
  resolveCrew,
  resolveDomain,
  resolveScheduled,
  type ScheduledFault,
  scheduledInput,
  scheduledReferences,
} from '../faults/index.ts';
import { crewsOf, type Kind, type Notebook, near, oneOf, type PlaceSpec, show } from '../language/index.ts';
import {
  alarmInput,
  alarmReferences,
  planHead,
  resolveAlarm,
  resolvePlan,
  resolveTeam,
  teamInput,
} from '../plans/index.ts';
import {
  objectivesInput,
  resolveObjectives,
  resolveWorkload,
  workloadInput,
  workloadReferences,
} from '../service/index.ts';
import type { Component, Draft, Names } from './draft.ts';
import { headShape, scenarioInput } from './input.ts';
import { linkInput, linkReferences, resolveLink } from './links.ts';
import { PlaceReader } from './places.ts';
import { isRawMap, type RawRecord } from './raw.ts';
import type { Scenario } from './scenario.ts';
import { entriesOf, SectionReader } from './sections.ts';

const KINDS = new Map(COMPONENT_KINDS.map((kind) => [kind.kind, kind]));
const SECTIONS = Object.keys(scenarioInput.shape);
const headInput = z.object(headShape);

/** Reads everything that can be read; mistakes are noted and left out. */
export function buildDraft(raw: RawRecord, fallbackName: string, notes: Notebook): Draft {
  checkSections(raw, notes);
  const head = notes.read(headInput, raw);
  const reader = new SectionReader(raw, notes);
  const catalogueOn = head?.catalogue !== 'none';
  const places = readPlaces(raw, catalogueOn, reader, notes);
  const components = readComponents(raw, catalogueOn, reader, notes);
  return {
    scenario: {
      name: head?.name ?? fallbackName,
      about: (head?.about ?? '').trim(),
      start: head?.start ?? 'steady',
      places,
      components: components.map(({ spec }) => spec),
      ...readFaultThings(catalogueOn, reader),
      ...readService(raw, reader, notes),
      ...readPlans(components, reader),
      schedule: readSchedule(raw.faults, reader, notes.at('faults')),
    },
    components: new Map(components.map((component) => [component.spec.name, component])),
    names: namesOf(raw, places),
    pending: reader.pending,
    notes,
  };
}

function checkSections(raw: RawRecord, notes: Notebook): void {
  for (const key of Object.keys(raw)) {
    if (SECTIONS.includes(key)) continue;
    notes.at(key).error('unknown-key', `\`${key}\` is not a section`, {
      expected: oneOf(SECTIONS),
      ...near(key, SECTIONS),
      atKey: true,
    });
  }
  for (const key of ['places', 'components']) {
    if (raw[key] === undefined)
      notes.at(key).error('missing-key', `\`${key}\` is missing`, { expected: `a section \`${key}\`` });
  }
}

function readPlaces(
  raw: RawRecord,
  catalogueOn: boolean,
  sections: SectionReader,
  notes: Notebook,
): readonly PlaceSpec[] {
  const reader = new PlaceReader([...KINDS.keys()], catalogueOn);
  if (raw.places !== undefined) reader.read(raw.places, undefined, 0, notes.at('places'));
  for (const { path, faults, services } of reader.places) {
    const at = notes.at('places', ...path.split('/'));
    sections.refer(crewsOf(faults), at);
    for (const service of services) sections.refer(crewsOf(service.faults), at.at('services', service.kind));
  }
  return reader.places.sort((a, b) => byCodeUnit(a.path, b.path));
}

function readComponents(
  raw: RawRecord,
  catalogueOn: boolean,
  reader: SectionReader,
  notes: Notebook,
): readonly Component[] {
  return entriesOf(raw.components, notes.at('components')).flatMap(([name, value]) => {
    const at = notes.at('components', name);
    const kind = kindOf(name, value, at);
    const component = kind?.read(name, value, catalogueOn, at);
    if (component !== undefined) reader.refer(component.references, at);
    else if (reader.worthSalvaging) reader.refer(kind?.references(name, value) ?? [], at);
    return component ?? [];
  });
}

function kindOf(name: string, raw: unknown, notes: Notebook): Kind<ComponentSpec> | undefined {
  const kinds = { expected: oneOf([...KINDS.keys()]) };
  if (!isRawMap(raw)) {
    notes.error('bad-value', `\`${name}\` is not a component`, {
      expected: 'a map such as {kind: ecs, in: cn-beijing/a, count: 4}',
    });
    return undefined;
  }
  if (raw.kind === undefined) {
    notes.at('kind').error('missing-key', '`kind` is missing', kinds);
    return undefined;
  }
  const kind = KINDS.get(asWord(raw.kind));
  if (kind !== undefined) return kind;
  notes.at('kind').error('unknown-kind', `${show(raw.kind)} is not a kind of component`, {
    ...kinds,
    ...near(asWord(raw.kind), KINDS.keys()),
  });
  return undefined;
}

const asWord = (raw: unknown): string => (typeof raw === 'string' ? raw : '');

type FaultThings = Pick<Scenario, 'links' | 'domains' | 'areas' | 'crews'>;

const readFaultThings = (catalogueOn: boolean, reader: SectionReader): FaultThings => ({
  links: reader.read({
    section: 'links',
    form: linkInput,
    resolve: (name, given, at) => resolveLink(name, given, catalogueOn, at),
    references: linkReferences,
  }),
  domains: reader.read({ section: 'domains', form: domainInput, resolve: resolveDomain, references: domainReferences }),
  areas: reader.read({
    section: 'areas',
    form: areaInput,
    resolve: resolveArea,
    references: ({ faults }) => crewsOf(faults),
  }),
  crews: reader.read({ section: 'crews', form: crewInput, resolve: resolveCrew }),
});

function readService(
  raw: RawRecord,
  reader: SectionReader,
  notes: Notebook,
): Pick<Scenario, 'workloads' | 'objectives'> {
  const objectives = raw.objectives === undefined ? {} : notes.at('objectives').read(objectivesInput, raw.objectives);
  return {
    workloads: reader.read({
      section: 'workloads',
      form: workloadInput,
      resolve: resolveWorkload,
      references: workloadReferences,
    }),
    objectives: resolveObjectives(objectives ?? {}),
  };
}

function readPlans(
  components: readonly Component[],
  reader: SectionReader,
): Pick<Scenario, 'teams' | 'alarms' | 'plans'> {
  const times = new Map(components.map(({ spec, rebuild }) => [spec.name, rebuild]));
  const rebuild = (store: string) => times.get(store);
  const plans = reader.read({
    section: 'plans',
    form: planHead,
    resolve: (name, given, at) => resolvePlan(name, given, rebuild, at),
    references: ({ references }) => references,
  });
  return {
    teams: reader.read({ section: 'teams', form: teamInput, resolve: resolveTeam }),
    alarms: reader.read({ section: 'alarms', form: alarmInput, resolve: resolveAlarm, references: alarmReferences }),
    plans: plans.flatMap(({ spec }) => spec ?? []),
  };
}

function readSchedule(raw: unknown, reader: SectionReader, notes: Notebook): readonly ScheduledFault[] {
  const items: readonly unknown[] = Array.isArray(raw) ? raw : [];
  if (raw !== undefined && raw !== null && !Array.isArray(raw)) {
    notes.error('bad-value', 'faults on a schedule are a list', {
      expected: 'a list such as [{at: 3d, lose: cn-beijing/a, for: 6h}]',
    });
  }
  const seen = new Set<string>();
  const faults = items.flatMap((item, index) => {
    const fault = readScheduled(item, reader, notes.at(index));
    if (fault === undefined) return [];
    if (seen.has(fault.name)) reportTwin(fault, notes.at(index));
    seen.add(fault.name);
    return fault;
  });
  return faults.sort((a, b) => byCodeUnit(a.name, b.name));
}

const reportTwin = ({ name }: ScheduledFault, notes: Notebook): void =>
  notes.error('duplicate-name', `\`${name}\` stands here a second time`, { expected: 'a name of its own' });

function readScheduled(raw: unknown, reader: SectionReader, notes: Notebook): ScheduledFault | undefined {
  const given = notes.read(scheduledInput, raw);
  const fault = given === undefined ? undefined : resolveScheduled(given, notes);
  if (fault !== undefined) reader.refer(scheduledReferences(fault), notes);
  return fault;
}

const keysOf = (raw: unknown): Set<string> => new Set(isRawMap(raw) ? Object.keys(raw) : []);

function namesOf(raw: RawRecord, places: readonly PlaceSpec[]): Names {
  const components = Object.entries(isRawMap(raw.components) ? raw.components : {}).map(([name, value]) => {
    const kind = isRawMap(value) ? asWord(value.kind) : '';
    return [name, { kind, traits: KINDS.get(kind)?.traits }] as const;
  });
  return {
    components: new Map(components),
    places: new Set(places.map((place) => place.path)),
    links: keysOf(raw.links),
    domains: keysOf(raw.domains),
    areas: keysOf(raw.areas),
    crews: keysOf(raw.crews),
    teams: keysOf(raw.teams),
    alarms: keysOf(raw.alarms),
    plans: keysOf(raw.plans),
  };
}
