import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lawFrom } from '../../src/random/index.ts';
import { plainScenario, readScenario, scenarioFrom } from '../../src/scenario/index.ts';
import { ALL, nameOf } from '../random/every-law.ts';

const FILES = readdirSync('scenarios').filter((file) => file.endsWith('.yaml'));

describe('a scenario as plain data', () => {
  it.each(FILES)('is the same scenario again after a copy: %s', (file) => {
    const { scenario } = readScenario(readFileSync(`scenarios/${file}`, 'utf8'), file);
    const copy = scenarioFrom(structuredClone(plainScenario(scenario!)));
    expect(copy).toStrictEqual(scenario);
  });

  it.each(ALL.map((law) => [nameOf(law), law] as const))('holds the same law again: %s', (_, law) => {
    const copy = lawFrom(structuredClone(law.plain()));
    for (const u of [1e-9, 0.3, 0.999]) expect(copy.inverse(u)).toBe(law.inverse(u));
    expect([copy.mean, copy.describe()]).toEqual([law.mean, law.describe()]);
  });
});
