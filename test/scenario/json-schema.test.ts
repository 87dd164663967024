import { describe, expect, it } from 'vitest';
import { COMPONENT_KINDS } from '../../src/components/index.ts';
import { scenarioForms, scenarioJsonSchema } from '../../src/scenario/index.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
const schema: Json = JSON.parse(JSON.stringify(scenarioJsonSchema()));

function at(path: string): Json {
  let here: Json = schema;
  for (const key of path.split('.')) {
    if (typeof here !== 'object' || here === null || Array.isArray(here)) throw new Error(`nothing at ${path}`);
    here = (here as { readonly [key: string]: Json })[key] ?? null;
  }
  return here;
}

const patternOf = (name: string): RegExp => {
  const pattern = at(`$defs.${name}.pattern`);
  if (typeof pattern !== 'string') throw new Error(`${name} has no pattern`);
  return new RegExp(pattern, 'u');
};

describe('the JSON Schema for editors', () => {
  it('lists the sections and refuses others', () => {
    expect(Object.keys(at('properties') as object)).toEqual([
      'hasim',
      'name',
      'about',
      'start',
      'catalogue',
      'currency',
      'places',
      'links',
      'domains',
      'areas',
      'crews',
      'components',
      'workloads',
      'teams',
      'alarms',
      'plans',
      'objectives',
      'declared',
      'faults',
    ]);
    expect(at('additionalProperties')).toBe(false);
    expect(at('required')).toEqual(['hasim', 'places', 'components']);
  });

  it('knows every kind of component by its `kind`', () => {
    const kinds = at('properties.components.additionalProperties.anyOf') as readonly {
      properties: { kind: { const: string } };
      required: string[];
    }[];
    expect(kinds.map(({ properties }) => properties.kind.const)).toEqual(COMPONENT_KINDS.map(({ kind }) => kind));
    expect(kinds[2]!.required).toEqual(['kind', 'in', 'count']);
  });

  it('points only at definitions that are there', () => {
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name!);
    expect(references.length).toBeGreaterThan(100);
    for (const name of new Set(references)) expect(at(`$defs.${name}`)).not.toBeNull();
  });

  it('a place holds places', () => {
    expect(JSON.stringify(at('$defs.place.anyOf'))).toContain('"additionalProperties":{"$ref":"#/$defs/place"}');
  });

  it.each([
    ['duration', ['30s', '1.5h', '1h 30m', '500ms'], ['30', 's', '-5s', '30 parsecs']],
    ['rate', ['400/s', '9000/m'], ['400', '/s']],
    ['hourly', ['20000/h', '500/m'], ['20000', '/h']],
    ['size', ['200GB', '1.5TB'], ['200', '200G']],
    ['bandwidth', ['1Gbps', '80MB/s'], ['80MB', '1G']],
    ['place-path', ['cn-beijing/a', '华北'], ['/a', '']],
    ['daily-window', ['02:00-05:00'], ['2-5']],
  ])('the pattern of %s takes what the reader takes', (name, good, bad) => {
    expect(good.filter((text) => !patternOf(name).test(text))).toEqual([]);
    expect(bad.filter((text) => patternOf(name).test(text))).toEqual([]);
  });

  const keysOf = (here: Json, path: string, keep: (key: string, form: Json) => boolean): string[] => {
    if (typeof here !== 'object' || here === null) return [];
    return Object.entries(here).flatMap(([key, form]) => {
      const below = keysOf(form, `${path}.${key}`, keep);
      return path.endsWith('.properties') && !keep(key, form) ? [`${path}.${key}`, ...below] : below;
    });
  };
  const textAt = (form: Json, key: string): string => String((form as { readonly [key: string]: Json })[key] ?? '');

  it('says what every key is for; a new one is told with `meaning` beside its form', () => {
    const forms: Json = JSON.parse(JSON.stringify(scenarioForms()));
    expect(keysOf(forms, '', (_, form) => textAt(form, 'title').length > 5)).toEqual([]);
    expect(keysOf(forms, '', () => false).length).toBeGreaterThan(100);
  });

  it('shows editors what a key is for, and what may be written', () => {
    expect(keysOf(schema, '', (_, form) => textAt(form, 'description').length > 5)).toEqual([]);
    const pool = JSON.stringify(at('properties.components.additionalProperties.anyOf'));
    expect(pool).toContain('"count":{"description":"servers in all: a whole number from 1 to 100,000"');
    expect(pool).toContain(
      '"boot":{"description":"how long a server takes from power to serving: `0s` is at once; `none` is never, so that what has stopped stays lost","$ref":"#/$defs/law"}',
    );
  });
});
