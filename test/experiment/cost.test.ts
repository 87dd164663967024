import { describe, expect, it } from 'vitest';
import { Comparison, type ComparisonResult, readScenario } from '../../src/index.ts';
import { read } from '../simulate.ts';

/** Down for as many hours as the fault lasts, once in the year that is simulated. */
const priced = (hours: number, more: { price?: string; costs?: string; top?: string } = {}): string => `hasim: 1
catalogue: none
${more.top ?? 'currency: CNY'}
places: {east: {price: {month: 100}, a: {price: {once: 1000}}}}
links: {out: {kind: egress, between: [internet, east/a], faults: none, price: {month: 25, build: 1d}}}
components:
  web: {kind: ecs, in: east/a, count: 1, boot: 0s${more.price ?? ', price: {month: 1200, once: 50000, staff-year: 200000, build: 30d}'}}
workloads:
  page: {entry: web, demand: 50/s${more.costs ?? ', downtime-costs: 20000/h'}}
faults: [{at: 3d, lose: web, for: ${hours}h}]
`;

function compare(...texts: readonly string[]): ComparisonResult {
  const contenders = texts.map((text) => ({ scenario: read(text), origin: { file: 'test', sha256: '' } }));
  const comparison = new Comparison(contenders, { runs: 64, years: 1, seed: '1' });
  while (comparison.step());
  return comparison.result();
}

const costOf = (text: string) => compare(text).scenarios[0]!.cost;

describe('what an architecture costs', () => {
  const cost = costOf(priced(6))!;

  it('is the sum of the prices of its components, places and links', () => {
    expect(cost).toMatchObject({
      currency: 'CNY',
      perMonth: 1_325,
      once: 51_000,
      staffPerYear: 200_000,
      buildSeconds: 31 * 86_400,
    });
  });

  it('may be told by server: of those that run, or are kept', () => {
    const each = priced(6, { price: ', price: {month: 100, per-server: {month: 30, once: 5}}' });
    expect(costOf(each.replace('count: 1', 'count: 4'))).toMatchObject({
      perMonth: 100 + 125 + 4 * 30,
      once: 1_000 + 4 * 5,
    });
    const kept = (reserved: boolean) =>
      costOf(
        priced(6).replace(
          'workloads:',
          `  spare: {kind: ecs, in: east/a, count: 4, standby: cold, reserved: ${reserved}, price: {per-server: {month: 30}}}\nworkloads:`,
        ),
      )!.perMonth;
    expect(kept(true) - kept(false)).toBe(4 * 30);
  });

  it('has downtime at its cost an hour: 6 hours of 20,000', () => {
    expect(cost.downtimePerYear!.mean).toBeCloseTo(120_000, 6);
    expect(cost.downtimePerYear!.low).toBeCloseTo(120_000, 6);
    expect(cost.downtimePerYear!.high).toBeCloseTo(120_000, 6);
  });

  it('comes to 51,000 + 36 × 1,325 + 3 × 200,000 + 3 × 120,000 in three years', () => {
    expect(cost.tcoPerYears.years).toBe(3);
    for (const bound of ['mean', 'low', 'high'] as const) expect(cost.tcoPerYears[bound]).toBeCloseTo(1_058_700, 6);
  });

  it('is what is paid where downtime has no cost', () => {
    const { downtimePerYear, tcoPerYears } = costOf(priced(6, { costs: '' }))!;
    expect([downtimePerYear, tcoPerYears]).toEqual([null, { years: 3, mean: 698_700, low: 698_700, high: 698_700 }]);
  });

  it('adds the downtime of several workloads, each at its own cost', () => {
    const two = `${priced(6).replace('\nfaults:', '\n  buy: {entry: web, demand: 1/s, downtime-costs: 500/m}\nfaults:')}`;
    expect(costOf(two)!.downtimePerYear!.mean).toBeCloseTo(6 * (20_000 + 30_000), 6);
  });

  it('has no bound above where no downtime was seen, and no mean', () => {
    const { downtimePerYear, tcoPerYears } = costOf(priced(6).replace(/faults: \[.*/, ''))!;
    expect(downtimePerYear).toMatchObject({ mean: null, low: 0, high: null });
    expect(tcoPerYears).toMatchObject({ mean: null, low: 698_700, high: null });
  });

  it('is nothing where no price is stated', () => {
    const bare = priced(6, { price: '', costs: '' }).replace(/,? ?price: \{[^}]*\},?/g, '');
    expect(bare).not.toContain('price');
    expect(costOf(bare)).toBeNull();
  });

  it('has one currency, which stands beside the amounts only', () => {
    expect(costOf(priced(6, { top: '' }))).toEqual({ ...cost, currency: null });
    expect(readScenario(priced(6, { top: 'currency: 7' }), 'x').problems[0]!.message).toContain('7');
  });
});

describe('what an extra cost brings', () => {
  const dearer = ', price: {month: 2200, once: 50000, staff-year: 200000}';

  it('is the downtime cost avoided, less the extra cost, by the extra cost', () => {
    const cost = compare(priced(6), priced(1, { price: dearer })).differences[1]!.cost!;
    expect(cost.perMonth).toBe(1_000);
    expect(cost.extra).toEqual({ years: 3, amount: 36_000 });
    expect(cost.downtimePerYear!.mean).toBeCloseTo(-100_000, 6);
    expect(cost.tcoPerYears.mean).toBeCloseTo(36_000 - 300_000, 6);
    expect(cost.returnPerYears!.mean).toBeCloseTo((300_000 - 36_000) / 36_000, 9);
  });

  it('rises as downtime falls: the interval keeps its order', () => {
    const random = (repair: string, price: string): string =>
      priced(1, { price }).replace(
        'boot: 0s',
        `boot: 0s, faults: {crash: {mtbf: 20d, repair: {exponential: ${repair}}}}`,
      );
    const cost = compare(random('4h', ''), random('1h', ', price: {month: 1000}')).differences[1]!.cost!;
    const { mean, low, high } = cost.returnPerYears!;
    const of = (downtime: number): number => (-3 * downtime - 36_000) / 36_000;
    expect(low!).toBeLessThan(mean!);
    expect(mean!).toBeLessThan(high!);
    expect([low, high]).toEqual([of(cost.downtimePerYear!.high!), of(cost.downtimePerYear!.low!)]);
  });

  it('is not said where nothing extra is paid, where downtime has no cost, or in two currencies', () => {
    const against = (first: string, other: string) => compare(first, other).differences[1]!.cost;
    expect(against(priced(6), priced(1))!.returnPerYears).toBeNull();
    expect(against(priced(6, { price: dearer }), priced(1))!.returnPerYears).toBeNull();
    expect(against(priced(6, { costs: '' }), priced(1, { price: dearer }))!.returnPerYears).toBeNull();
    expect(against(priced(6), priced(1, { top: 'currency: EUR' }))).toBeNull();
  });

  it('of a scenario against itself is nothing', () => {
    const { differences } = compare(priced(6), priced(6));
    expect(differences[1]!.cost).toMatchObject({ perMonth: 0, extra: { amount: 0 }, tcoPerYears: { mean: 0 } });
  });
});
