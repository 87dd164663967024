import * as z from 'zod';
import { byCodeUnit } from '../base/index.ts';
import {
  areaInput,
  crewInput,
  domainInput,
  domainReferences,
  resolveArea,
  resolveCrew,
  resolveDomain,
} from '../faults/index.ts';
import { crewsOf, type Notebook, near, oneOf, type PlaceSpec } from '../language/index.ts';
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
  declaredInput,
  NOTHING_DECLARED,
  objectivesInput,
  resolveDeclared,
  resolveObjectives,
  resolveWorkload,
  workloadInput,
  workloadReferences,
} from '../service/index.ts';
import { namesOf } from './all-names.ts';
import { KINDS, readComponents } from './components.ts';
import { allCrews } from './crews.ts';
import type { Component, Draft } from './draft.ts';
import { headShape, scenarioInput } from './input.ts';
import { type LinkSurroundings, linkInput, linkReferences, resolveLink } from './links.ts';
import { PlaceReader } from './places.ts';
import type { RawRecord } from './raw.ts';
import type { Scenario } from './scenario.ts';
import { readSchedule } from './schedule.ts';
import { SectionReader } from './sections.ts';

const SECTIONS = Object.keys(scenarioInput.shape);
const headInput = z.object(headShape);

/** Reads everything that can be read; mistakes are noted and left out. */
export function buildDraft(raw: RawRecord, fallbackName: string, notes: Notebook): Draft {
  checkSections(raw, notes);
  const head = notes.read(headInput, raw);
  const reader = new SectionReader(raw, notes);
  const { catalogue = 'default' } = head ?? {};
  const catalogueOn = catalogue === 'default';
  const places = readPlaces(raw, catalogueOn, reader, notes);
  const components = readComponents(raw, catalogueOn, reader, notes);
  const faultThings = readFaultThings({ places, catalogueOn }, reader);
  const crews = allCrews(
    faultThings.crews,
    { ...faultThings, places, components: components.map(({ spec }) => spec) },
    notes,
  );
  return {
    scenario: {
      name: head?.name ?? fallbackName,
      about: (head?.about ?? '').trim(),
      start: head?.start ?? 'steady',
      places,
      components: components.map(({ spec }) => spec),
      ...faultThings,
      crews,
      maintenance: components.flatMap(({ maintenance }) => maintenance ?? []),
      prices: [components, places, faultThings.links].flat().flatMap(({ price }) => price ?? []),
      currency: head?.currency,
      ...readService(raw, reader, notes),
      ...readPlans(components, reader),
      schedule: readSchedule(raw.faults, reader, notes.at('faults')),
    },
    components: new Map(components.map((component) => [component.spec.name, component])),
    names: namesOf(raw, places, crews),
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
  for (const { crews, notes: at } of reader.pending) sections.refer(crews, at);
  for (const { path, services } of reader.places) {
    const at = notes.at('places', ...path.split('/'));
    for (const service of services) sections.refer(crewsOf(service.faults), at.at('services', service.kind));
  }
  return reader.places.sort((a, b) => byCodeUnit(a.path, b.path));
}

type FaultThings = Pick<Scenario, 'links' | 'domains' | 'areas' | 'crews'>;

const readFaultThings = (around: LinkSurroundings, reader: SectionReader): FaultThings => ({
  links: reader.read({
    section: 'links',
    form: linkInput,
    resolve: (name, given, at) => resolveLink(name, given, around, at),
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
): Pick<Scenario, 'workloads' | 'objectives' | 'declared'> {
  const at = notes.at('declared');
  const declared = raw.declared === undefined ? undefined : at.read(declaredInput, raw.declared);
  const objectives = raw.objectives === undefined ? {} : notes.at('objectives').read(objectivesInput, raw.objectives);
  return {
    workloads: reader.read({
      section: 'workloads',
      form: workloadInput,
      resolve: resolveWorkload,
      references: workloadReferences,
    }),
    objectives: resolveObjectives(objectives ?? {}),
    declared: declared === undefined ? NOTHING_DECLARED : resolveDeclared(declared, at),
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
