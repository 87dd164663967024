import * as z from 'zod';
import { COMPONENT_KINDS } from '../components/index.ts';
import { areaInput, crewInput, domainInput, scheduledInput } from '../faults/index.ts';
import { choice, named } from '../language/index.ts';
import { alarmInput, planInput, teamInput } from '../plans/index.ts';
import { objectivesInput, workloadInput } from '../service/index.ts';
import { linkInput } from './links.ts';
import { placeForm } from './places.ts';

export const headShape = {
  hasim: z.literal(1),
  name: z.string().max(200).optional(),
  about: z.string().max(100_000).optional(),
  start: choice(['steady', 'new']).optional(),
  catalogue: choice(['default', 'none']).optional(),
};

/** Everything that may be written in a scenario. Readers go through it section by section, editors through its JSON Schema. */
export const scenarioInput = z.strictObject({
  ...headShape,
  places: z.record(z.string(), placeForm),
  links: named(linkInput).optional(),
  domains: named(domainInput).optional(),
  areas: named(areaInput).optional(),
  crews: named(crewInput).optional(),
  components: named(z.union(COMPONENT_KINDS.map((kind) => kind.input))),
  workloads: named(workloadInput).optional(),
  teams: named(teamInput).optional(),
  alarms: named(alarmInput).optional(),
  plans: named(planInput).optional(),
  objectives: objectivesInput.optional(),
  faults: z.array(scheduledInput).optional(),
});

/** What must be written is what a reader refuses to miss, whatever forms it goes through on its way. */
const requiredOf = ({ shape }: z.ZodObject): string[] =>
  Object.keys(shape).filter((key) => !z.safeParse(shape[key]!, undefined).success);

/** The JSON Schema of a scenario, for editors. It is a little more generous than the reader, which also checks names. */
export function scenarioJsonSchema(): object {
  const schema = z.toJSONSchema(scenarioInput, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.ZodObject) jsonSchema.required = requiredOf(zodSchema);
    },
  });
  return { ...schema, title: 'hasim scenario' };
}
