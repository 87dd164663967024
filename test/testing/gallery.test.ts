import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { strikableOf, targetsOf } from '../../src/experiment/index.ts';
import { Notebook } from '../../src/language/index.ts';
import { withFaultsOnly } from '../../src/scenario/index.ts';
import {
  assertNoSplitBrain,
  assertNoWriteLost,
  assertRto,
  assertServed,
  assertTier,
  scenarioOf,
  scheduleText,
} from '../../src/testing/index.ts';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8');
const scenario = (name: string) => scenarioOf(textOf(name), `${name}.yaml`);
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace(/\.yaml$/, ''));

describe('every scenario', () => {
  it.each(NAMES)('%s: whatever may be struck can be written down and read back', (name) => {
    const targets = targetsOf(scenario(name), new Notebook());
    const schedule = targets.map((target, i) => ({
      target,
      at: (i * 3_600e6) as never,
      for: 60e6 as never,
      effect: 'silent' as const,
    }));
    const read = scenarioOf(withFaultsOnly(textOf(name), scheduleText(schedule))!, name);
    expect(read.schedule).toHaveLength(targets.length);
    expect(strikableOf(scenario(name), { only: undefined, except: [], scope: 'zone' }).targets.length).toBeGreaterThan(
      0,
    );
  });
});

/** What the documents promise, under every single fault of the sort. */
describe('properties of the scenarios', () => {
  it('product-rds-high-availability: one node lost loses no write and is back within the promised half minute and more', () => {
    const faults = { only: ['instance'], most: 1 };
    assertRto(scenario('product-rds-high-availability'), { within: '5m', faults, tries: 20 });
    assertNoSplitBrain(scenario('product-rds-high-availability'), { faults, tries: 20 });
  });

  it('product-rds-three-node: a majority goes on, and no acknowledged write is lost', () => {
    const faults = { only: ['instance'], most: 1 };
    assertNoWriteLost(scenario('product-rds-three-node'), { faults, tries: 20 });
  });

  it('multi-zone-slb: a lost server is borne; a database that moves to another zone takes more than an hour', () => {
    assertRto(scenario('multi-zone-slb'), { within: '5m', faults: { only: ['instance'], most: 1 }, tries: 20 });
    expect(() => assertRto(scenario('multi-zone-slb'), { within: '1h', faults: { only: ['zone'], most: 1 } })).toThrow(
      'lose: cn-beijing/',
    );
  });

  it('a-a: a lost zone takes half of the users at the most, and people bring the rest back', () => {
    const faults = { only: ['zone'], most: 1 };
    assertServed(scenario('a-a'), { workload: 'browse', atLeast: '0%', faults, tries: 10 });
    expect(() => assertRto(scenario('a-a'), { within: '5m', faults, tries: 10 })).toThrow('lose: cn-beijing/a');
  });

  it('two-site-three-centre-bank: tier 5 against a lost zone is proven, as its document claims', () => {
    assertTier(scenario('two-site-three-centre-bank'), { tier: 5, scope: 'zone', times: 60 });
  });

  it('single-node: anything stops it', () => {
    expect(() => assertRto(scenario('single-node'), { within: '1h', faults: { most: 1 } })).toThrow('does not hold');
  });
});
