import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldReference } from '../../src/report/index.ts';
import { readScenario, SPECIMEN, scenarioForms } from '../../src/scenario/index.ts';

describe('the field reference', () => {
  const { scenario, problems } = readScenario(SPECIMEN, 'specimen');

  it('rests on a specimen without errors', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(scenario).toBeDefined();
  });

  it('is what docs/fields.md holds (refresh it with `npm run docs`)', () => {
    const written = readFileSync(new URL('../../docs/fields.md', import.meta.url), 'utf8');
    expect(written.trimEnd()).toBe(fieldReference(scenarioForms(), scenario?.assumptions ?? []).trimEnd());
  });

  it('names every kind of component and a source with every default', () => {
    const text = fieldReference(scenarioForms(), scenario?.assumptions ?? []);
    for (const kind of ['dns', 'slb', 'ecs', 'rds', 'dts']) expect(text).toContain(`components.<${kind}>.kind`);
    for (const { source } of scenario?.assumptions ?? []) expect(source.length).toBeGreaterThan(10);
  });
});
