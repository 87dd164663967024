import { describe, expect, it } from 'vitest';
import { completionAt, type Schema, scenarioJsonSchema } from '../../src/scenario/index.ts';

const schema: Schema = scenarioJsonSchema();

/** Labels offered at the bar in a text. */
function at(text: string): readonly string[] {
  const offset = text.indexOf('|');
  return completionAt(text.replace('|', ''), offset, schema).options.map(({ label }) => label);
}

const SHOP = `hasim: 1
places: {beijing: {a: {}, b: {kind: zone}}}
components:
  www: {kind: dns, answers: {front: 100%}}
  front: {kind: slb, in: beijing/a, backends: [app]}
  app: {kind: ecs, in: beijing/a, capacity-each: 100/s}
workloads:
  page: {entry: www, demand: 10/s}
`;

describe('completion', () => {
  it('offers the sections of a scenario that are not there yet', () => {
    const options = at(`${SHOP}|`);
    expect(options).toContain('alarms');
    expect(options).not.toContain('components');
  });

  it('offers only the word that decides before the kind of a component is written', () => {
    expect(at(`${SHOP.replace('  app:', '  new: {|}\n  app:')}`)).toEqual(['kind']);
  });

  it('offers the kinds', () => {
    const kinds = at(SHOP.replace('kind: dns', 'kind: |'));
    expect(kinds).toEqual(expect.arrayContaining(['dns', 'slb', 'ecs', 'rds', 'redis', 'oss']));
  });

  it('offers the keys of that kind and of no other', () => {
    const keys = at(SHOP.replace('kind: dns, ', 'kind: dns, |, '));
    expect(keys).toEqual(expect.arrayContaining(['ttl', 'monitor']));
    expect(keys).not.toContain('answers');
    expect(keys).not.toContain('backends');
  });

  it('offers keys in block style, in the middle of a word', () => {
    const text = SHOP.replace('  app:', '  db:\n    kind: rds\n    si|\n  app:');
    const offset = text.indexOf('|');
    const { from, options } = completionAt(text.replace('|', ''), offset, schema);
    expect(from).toBe(offset - 2);
    expect(options.map(({ label }) => label)).toEqual(expect.arrayContaining(['size', 'edition']));
    expect(options.find(({ label }) => label === 'size')?.about).not.toBe('');
  });

  it('offers the words of a choice', () => {
    expect(at(SHOP.replace('app:', 'db: {kind: rds, edition: |}\n  app:'))).toContain('high-availability');
    expect(at(`start: |\n${SHOP}`)).toEqual(['steady', 'new']);
  });

  it('offers names and places of the file', () => {
    expect(at(SHOP.replace('entry: www', 'entry: |'))).toEqual(expect.arrayContaining(['www', 'front', 'app']));
    expect(at(SHOP.replace('backends: [app]', 'backends: [app, |]'))).toContain('front');
    expect(at(SHOP.replace('slb, in: beijing/a', 'slb, in: bei|'))).toEqual(['beijing', 'beijing/a', 'beijing/b']);
  });

  it('offers the verbs of a step', () => {
    const plan = `plans:\n  move:\n    when: {alarm: dark}\n    decided-by: automation\n    steps:\n      - {|}\n`;
    expect(at(SHOP + plan)).toEqual(expect.arrayContaining(['fence', 'promote', 'repoint']));
  });

  it('offers nothing in a comment and nothing for a broken text', () => {
    expect(at(`${SHOP}# a |`)).toEqual([]);
    expect(at('"|')).toEqual([]);
    expect(at('|')).toContain('hasim');
  });
});
