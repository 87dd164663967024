import { describe, expect, it } from 'vitest';
import { DAY, type Us } from '../../src/base/index.ts';
import { replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario, type Scenario } from '../../src/scenario/index.ts';
import { type Happening, listen } from '../simulate.ts';
import { calm, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, sections 6.2 and 6.3: databases joined by DTS are compared before one
// takes over from the other.

const DARK = '{at: 3d, lose: orders, for: 12h}';
const COMPARED = '      - {check-consistency: [orders, copy], takes: 30m, repair: 2h}\n';
const before = (step: string, what: string) => (text: string) => text.replace(step, `${what}${step}`);
const compared = before('      - {rebuild: orders', COMPARED);

const happened = (scenario: Scenario): readonly Happening[] => {
  const model = compileScenario(scenario);
  const told = listen(model);
  replicate(model, masterKey('1'), 0, (20 * DAY) as Us);
  return told;
};
/** From the beginning of a step of the way home to its end, hours. */
const lasted = (told: readonly Happening[], step: number): number => {
  const at = (event: string) =>
    told.find(([, kind, plan, value]) => plan === 'return-home' && kind === `step ${step}` && value === event)!;
  return (at('end')[0] - at('begin')[0]) / 3.6e9;
};

describe('a comparison after a takeover', () => {
  it('finds what was left behind and brings it over; without one it is thrown away by the copy', () => {
    const seen = (change?: (text: string) => string) => measured(calm('product-dts', DARK, change)).stores['copy']!;
    const [without, with_] = [seen(), seen(compared)];
    expect(without.orphanedPerYear).toBeGreaterThan(0);
    expect(without.writesLostPerYear).toBeCloseTo(without.orphanedPerYear, 6);
    expect(without.deliveredPerYear).toBeUndefined();
    expect(with_.writesLostPerYear).toBe(0);
    expect(with_.deliveredPerYear).toBeCloseTo(with_.orphanedPerYear, 6);
  });

  it('takes longer for it', () => {
    const told = happened(calm('product-dts', DARK, compared));
    expect(told.some(([, , , value]) => value === 'differs')).toBe(true);
    expect(lasted(told, 0)).toBeCloseTo(2.5, 6);
  });

  it('does not where nothing differs, unless something does of which nobody knew', () => {
    const again = before('      - {stop-writes: copy', COMPARED);
    const late = (change: (text: string) => string) => happened(calm('product-dts', DARK, change));
    expect(lasted(late(again), 2)).toBeCloseTo(0.5, 6);
    const surprising = (text: string) => again(text).replace('repair: 2h', 'repair: 2h, differs: 100%');
    expect(lasted(late(surprising), 2)).toBeCloseTo(2.5, 6);
  });
});

describe('a comparison while wrong data are in a database', () => {
  const noticed = (faults: string) =>
    happened(calm('product-dts', `${DARK}, ${faults}`, compared)).filter(
      ([, kind, , value]) => kind === 'data' && value === 'noticed',
    );

  it('finds them where only one has them', () => {
    // The task carries nothing any more once the copy has been promoted.
    expect(noticed('{at: 3.4d, damage: copy, noticed: 30d}')[0]).toMatchObject([
      expect.any(Number),
      'data',
      'copy',
      'noticed',
    ]);
  });

  it('finds nothing where they had come over', () => {
    expect(noticed('{at: 2d, damage: orders, noticed: 30d}')).toEqual([]);
  });
});
