import * as z from 'zod';
import { byCodeUnit } from '../base/index.ts';
import { COMPONENT_KINDS } from '../components/index.ts';
import {
  areaInput,
  crewInput,
  domainInput,
  resolveArea,
  resolveCrew,
  resolveDomain,
  resolveScheduled,
  type ScheduledFault,
  scheduledInput,
} from '../faults/index.ts';
import { type Notebook, near, oneOf, type PlaceSpec, show } from '../language/index.ts';
import { alarmInput, planInput, resolveAlarm, resolvePlan, resolveTeam, teamInput } from '../plans/index.ts';
import { objectivesInput, resolveObjectives, resolveWorkload, workloadInput } from '../service/index.ts';
import type { Component, Draft, Names } from './draft.ts';
import { headShape, scenarioInput } from './input.ts';
import { linkInput, resolveLink } from './links.ts';
import { PlaceReader } from './places.ts';
import { isRawMap, type RawRecord } from './raw.ts';
import type { Scenario } from './scenario.ts';
import { entriesOf, readSection } from './sections.ts';

const KINDS = new Map(COMPONENT_KINDS.map((kind) => [kind.kind, kind]));
const SECTIONS = Object.keys(scenarioInput.shape);
const headInput = z.object(headShape);

/** Reads everything that can be read; mistakes are noted and left out. */
export function buildDraft(raw: RawRecord, fallbackName: string, notes: Notebook): Draft {
  checkSections(raw, notes);
  const head = notes.read(headInput, raw);
  const catalogueOn = head?.catalogue !== 'none';
  const places = readPlaces(raw, catalogueOn, notes);
  const components = readComponents(raw, catalogueOn, notes);
  const schedule = readSchedule(raw.faults, notes.at('faults'));
  return {
    scenario: {
      name: head?.name ?? fallbackName,
      about: (head?.about ?? '').trim(),
      start: head?.start ?? 'steady',
      places,
      links: readSection(
        raw,
        'links',
        linkInput,
        (name, given, at) => resolveLink(name, given, catalogueOn, at),
        notes,
      ),
      domains: readSection(raw, 'domains', domainInput, resolveDomain, notes),
      areas: readSection(raw, 'areas', areaInput, resolveArea, notes),
      crews: readSection(raw, 'crews', crewInput, resolveCrew, notes),
      components: components.map(({ spec }) => spec),
      ...readService(raw, notes),
      ...readPlans(raw, components, notes),
      schedule: schedule.faults,
    },
    components: new Map(components.map((component) => [component.spec.name, component])),
    names: namesOf(raw, places),
    scheduleIndices: schedule.indices,
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

function readPlaces(raw: RawRecord, catalogueOn: boolean, notes: Notebook): readonly PlaceSpec[] {
  const reader = new PlaceReader([...KINDS.keys()], catalogueOn);
  if (raw.places !== undefined) reader.read(raw.places, undefined, 0, notes.at('places'));
  return reader.places.sort((a, b) => byCodeUnit(a.path, b.path));
}

const readComponents = (raw: RawRecord, catalogueOn: boolean, notes: Notebook): readonly Component[] =>
  entriesOf(raw.components, notes.at('components')).flatMap(
    ([name, value]) => readComponent(name, value, catalogueOn, notes.at('components', name)) ?? [],
  );

function readComponent(name: string, raw: unknown, catalogueOn: boolean, notes: Notebook): Component | undefined {
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
  if (kind !== undefined) return kind.read(name, raw, catalogueOn, notes);
  notes.at('kind').error('unknown-kind', `${show(raw.kind)} is not a kind of component`, {
    ...kinds,
    ...near(asWord(raw.kind), KINDS.keys()),
  });
  return undefined;
}

const asWord = (raw: unknown): string => (typeof raw === 'string' ? raw : '');

function readService(raw: RawRecord, notes: Notebook): Pick<Scenario, 'workloads' | 'objectives'> {
  const objectives = raw.objectives === undefined ? {} : notes.at('objectives').read(objectivesInput, raw.objectives);
  return {
    workloads: readSection(raw, 'workloads', workloadInput, resolveWorkload, notes),
    objectives: resolveObjectives(objectives ?? {}),
  };
}

function readPlans(
  raw: RawRecord,
  components: readonly Component[],
  notes: Notebook,
): Pick<Scenario, 'teams' | 'alarms' | 'plans'> {
  const rebuild = (store: string) => components.find(({ spec }) => spec.name === store)?.rebuild;
  return {
    teams: readSection(raw, 'teams', teamInput, resolveTeam, notes),
    alarms: readSection(raw, 'alarms', alarmInput, resolveAlarm, notes),
    plans: readSection(raw, 'plans', planInput, (name, given, at) => resolvePlan(name, given, rebuild, at), notes),
  };
}

interface Schedule {
  readonly faults: readonly ScheduledFault[];
  /** Where in the file's list each one stands. */
  readonly indices: ReadonlyMap<string, number>;
}

function readSchedule(raw: unknown, notes: Notebook): Schedule {
  const items: readonly unknown[] = Array.isArray(raw) ? raw : [];
  if (raw !== undefined && raw !== null && !Array.isArray(raw)) {
    notes.error('bad-value', 'faults on a schedule are a list', {
      expected: 'a list such as [{at: 3d, lose: cn-beijing/a, for: 6h}]',
    });
  }
  const indices = new Map<string, number>();
  const faults = items.flatMap((item, index) => {
    const fault = readScheduled(item, notes.at(index));
    if (fault === undefined) return [];
    if (indices.has(fault.name))
      notes
        .at(index)
        .error('duplicate-name', `\`${fault.name}\` stands here a second time`, { expected: 'a name of its own' });
    indices.set(fault.name, index);
    return fault;
  });
  return { faults: faults.sort((a, b) => byCodeUnit(a.name, b.name)), indices };
}

function readScheduled(raw: unknown, notes: Notebook): ScheduledFault | undefined {
  const given = notes.read(scheduledInput, raw);
  return given === undefined ? undefined : resolveScheduled(given, notes);
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
