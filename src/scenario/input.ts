import * as z from 'zod';
import { COMPONENT_KINDS } from '../components/index.ts';
import { areaInput, crewInput, domainInput, scheduledInput } from '../faults/index.ts';
import { choice, currency, meaning, named, scalar } from '../language/index.ts';
import { alarmInput, planInput, teamInput } from '../plans/index.ts';
import { declaredInput, objectivesInput, workloadInput } from '../service/index.ts';
import { linkInput } from './links.ts';
import { placeForm } from './places.ts';
import { withUpkeep } from './upkeep.ts';

const VERSION = 1;
const version = scalar({
  expected: `the version of the language that this hasim reads, which is ${VERSION}`,
  json: { const: VERSION },
  read: (raw) => (raw === VERSION ? raw : undefined),
});

const head = {
  hasim: version,
  name: z.string().max(200).optional(),
  about: z.string().max(100_000).optional(),
  start: choice(['steady', 'new']).optional(),
  catalogue: choice(['default', 'none', 'scheduled']).optional(),
  currency: currency.optional(),
};
export const headShape = meaning(head, {
  hasim: 'version of the language',
  name: 'what reports call the architecture',
  about: 'what it is, for people',
  start: 'steady: faults have long been under way at the start; new: everything is new',
  catalogue: 'none: nothing breaks but what is written here; scheduled: nothing breaks but the faults on schedule',
  currency: 'what prices and the costs of downtime are in; it only stands beside them',
});

const sections = {
  places: z.record(z.string(), placeForm),
  links: named(linkInput).optional(),
  domains: named(domainInput).optional(),
  areas: named(areaInput).optional(),
  crews: named(crewInput).optional(),
  components: named(z.union(COMPONENT_KINDS.map((kind) => withUpkeep(kind.input)))),
  workloads: named(workloadInput).optional(),
  teams: named(teamInput).optional(),
  alarms: named(alarmInput).optional(),
  plans: named(planInput).optional(),
  objectives: objectivesInput.optional(),
  declared: declaredInput.optional(),
  faults: z.array(scheduledInput).optional(),
};

/** Everything that may be written in a scenario. Readers go through it section by section, editors through its JSON Schema. */
export const scenarioInput = z.strictObject({
  ...headShape,
  ...meaning(sections, {
    places: 'fault domains: regions hold zones, zones hold racks',
    links: 'what joins places; without one a network that never fails does',
    domains: 'things that fall together whatever places they stand in',
    areas: 'circles on the map: an earthquake, a power grid',
    crews: 'people who repair; who waits for them stands in line',
    components: 'what the architecture is made of',
    workloads: 'what users ask for; availability is measured for each',
    teams: 'people who decide',
    alarms: 'what people and automation see; never the truth itself',
    plans: 'what people and automation do',
    objectives: 'what is wanted; runs and drills judge it',
    declared: 'what no simulation can see and a standard asks: staff, rules, a tested plan',
    faults: 'faults on a schedule',
  }),
});

/** What must be written is what a reader refuses to miss, whatever forms it goes through on its way. */
const requiredOf = ({ shape }: z.ZodObject): string[] =>
  Object.keys(shape).filter((key) => !z.safeParse(shape[key]!, undefined).success);

/**
 * The forms of a scenario as JSON Schema: `title` says what a key is for, `description` what may be written there. It is a
 * little more generous than the reader, which also checks names.
 */
export function scenarioForms(): object {
  const schema = z.toJSONSchema(scenarioInput, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.ZodObject) jsonSchema.required = requiredOf(zodSchema);
    },
  });
  return { ...schema, title: 'hasim scenario' };
}

/** {@link scenarioForms} for editors, which show the description of a key alone. */
export const scenarioJsonSchema = (): object => ({ ...described(scenarioForms()), title: 'hasim scenario' });

function described(schema: object): object {
  const parts = Object.entries(schema);
  const said = ['title', 'description'].flatMap((key) => parts.filter(([k, v]) => k === key && typeof v === 'string'));
  const rest = parts.filter((part) => !said.includes(part)).map(([key, value]) => [key, inner(value)]);
  const description = said.map(([, text]) => text).join(': ');
  return { ...(description === '' ? {} : { description }), ...Object.fromEntries(rest) };
}

function inner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inner);
  return typeof value === 'object' && value !== null ? described(value) : value;
}
