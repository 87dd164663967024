import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/base/index.ts';
import { Drill, Experiment, Explainer, Falsifier } from '../../src/index.ts';
import { read } from '../simulate.ts';

const SCENARIO = read(`
hasim: 1
places: {r: {a: {}}}
components:
  web: {kind: ecs, in: r/a, count: 1}
workloads: {page: {entry: web, demand: 1/s}}
`);
const ENTRIES = { Drill, Experiment, Explainer, Falsifier };

/** As JavaScript calls it, where no compiler looks at the options. */
const calling = (entry: keyof typeof ENTRIES, options: object) => (): unknown =>
  Reflect.construct(ENTRIES[entry], [SCENARIO, options]);

describe('an entry that is called from JavaScript', () => {
  it.each([
    ['Drill', {}, TypeError, "Drill: `seed` is missing; expected a text, such as '1'"],
    ['Drill', { seed: 1 }, TypeError, "Drill: `seed` is 1; expected a text, such as '1'"],
    ['Drill', { seed: '1' }, TypeError, 'Drill: `times` is missing; expected a whole number from 1 on'],
    [
      'Drill',
      { seed: '1', times: 2 },
      TypeError,
      "Drill: `lostFor` is missing; expected whole microseconds above 0, such as parseDuration('7d')",
    ],
    [
      'Drill',
      { seed: '1', times: 2, lostFor: '7d' },
      TypeError,
      'Drill: `lostFor` is "7d"; expected whole microseconds above 0, such as parseDuration(\'7d\')',
    ],
    [
      'Drill',
      { seed: '1', times: 2.5, lostFor: 1e6 },
      RangeError,
      'Drill: `times` is 2.5; expected a whole number from 1 on',
    ],
    [
      'Drill',
      { seed: '1', times: 2, lostFor: Number.NaN },
      RangeError,
      "Drill: `lostFor` is NaN; expected whole microseconds above 0, such as parseDuration('7d')",
    ],
    ['Experiment', { seed: '1', runs: 1 }, TypeError, 'Experiment: `years` is missing; expected a number above 0'],
    [
      'Experiment',
      { seed: '1', runs: 1, years: -1 },
      RangeError,
      'Experiment: `years` is -1; expected a number above 0',
    ],
    [
      'Explainer',
      { seed: '1', years: 1 },
      TypeError,
      'Explainer: `runs` is missing; expected a whole number from 1 on',
    ],
    ['Falsifier', { seed: '1', times: 0 }, RangeError, 'Falsifier: `times` is 0; expected a whole number from 1 on'],
  ] as const)('%s with %j is told what is wrong', (entry, options, kind, message) => {
    expect(calling(entry, options)).toThrow(kind);
    expect(calling(entry, options)).toThrow(message);
  });

  it('is answered where all is given', () => {
    const drill = new Drill(SCENARIO, { seed: '1', times: 2, lostFor: MINUTE });
    while (drill.step());
    expect(drill.result({ file: 'x', sha256: '' }).rows.length).toBeGreaterThan(0);
  });
});
