import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readScenario, SPECIMEN, scenarioJsonSchema } from '../../src/scenario/index.ts';
import { ACTIVE_ACTIVE } from './active-active.ts';

// What an editor does with the JSON Schema: a validator that is not ours takes every scenario that the reader takes, and refuses those
// with a mistake of form.

const schema: object = JSON.parse(JSON.stringify(scenarioJsonSchema()));
const ajv = new Ajv2020({ strict: false, unicodeRegExp: true });
const check = ajv.compile(schema);
const folder = new URL('../../scenarios/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const told = (text: string): unknown => parse(text);

describe('the JSON Schema before a validator', () => {
  it('is itself well formed', () => expect(ajv.validateSchema(schema)).toBe(true));

  it.each(files)('takes %s', (file) => {
    const taken = check(told(readFileSync(new URL(file, folder), 'utf8')));
    expect(check.errors ?? []).toEqual([]);
    expect(taken).toBe(true);
  });

  it('takes a scenario with every kind, product and edition', () => expect(check(told(SPECIMEN))).toBe(true));

  it.each([
    ['a key that is not known', 'class: medium', 'clas: medium'],
    ['a section that is not known', 'workloads:', 'workload:'],
    ['a kind that is not known', 'kind: dts', 'kind: dtx'],
    ['a word that is not one of a few', 'class: medium', 'class: huge'],
    ['a duration without a unit', 'ttl: 60s', 'ttl: 60'],
    ['a rate without a unit', 'demand: 960/s', 'demand: 960'],
    ['a number out of its range', 'count: 4', 'count: 0'],
    ['a list for a map', 'teams:', 'teams: [on-call]\nname2:'],
    ['a key that is missing', 'kind: ecs, in: cn-beijing/a, count: 4', 'kind: ecs, in: cn-beijing/a'],
    ['two verbs in a step', '{fence: orders-a}', '{fence: orders-a, promote: orders-b}'],
    ['a step without a verb', '{fence: orders-a}', '{takes: 1m}'],
    ['a law that is none', 'lognormal: {median: 30m, p95: 2h}', 'lognormal: {median: 30m, p96: 2h}'],
    ['no version', 'hasim: 1', 'about: nothing'],
  ])('refuses %s, as the reader does', (_, from, to) => {
    expect(ACTIVE_ACTIVE).toContain(from);
    const broken = ACTIVE_ACTIVE.replace(from, to);
    expect(check(told(ACTIVE_ACTIVE))).toBe(true);
    expect(check(told(broken))).toBe(false);
    expect(readScenario(broken, 'broken.yaml').scenario).toBeUndefined();
  });
});
