import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Comparison, type ComparisonResult, type Estimate } from '../../src/index.ts';
import { relativeHalfWidth } from '../../src/measures/index.ts';
import { HORIZON_SECONDS, scenarios, textOf } from '../laws/scenarios.ts';
import { read, simulate } from '../simulate.ts';
import { TIMES } from '../times.ts';

const ORIGIN = { file: 'test', sha256: '' };

function compared(texts: readonly string[], runs: number, years = 1): Comparison {
  const contenders = texts.map((text) => ({ scenario: read(text), origin: ORIGIN }));
  const comparison = new Comparison(contenders, { runs, years, seed: '1' });
  while (comparison.step());
  return comparison;
}

const compare = (texts: readonly string[], runs: number): ComparisonResult => compared(texts, runs).result();

/** Two servers without a balancer: half of the requests fail while one is down. */
const pool = (repair: string) => `hasim: 1
catalogue: none
places: {east: {a: {}}}
components:
  web: {kind: ecs, in: east/a, count: 2, boot: 0s, faults: {crash: {mtbf: 20d, repair: ${repair}}}}
workloads: {page: {entry: web, demand: 50/s}}
`;

const width = ({ low, high }: Estimate): number => high! - low!;

describe('a comparison', () => {
  it('of any scenario with itself has differences of exactly 0', () => {
    fc.assert(
      fc.property(scenarios, (raw) => {
        const { differences } = compared([textOf(raw), textOf(raw)], 3, HORIZON_SECONDS / 31_536_000);
        expect(differences).toHaveLength(2);
        for (const { workloads, data } of differences) {
          const figures = Object.values(workloads).flatMap(({ availability, ...others }) => [
            ...Object.values(availability),
            ...Object.values(others),
          ]);
          for (const { mean } of [...figures, ...Object.values(data)]) expect(mean).toBe(0);
        }
      }),
      { numRuns: 10 * TIMES, seed: 1 },
    );
  });

  const near = compare([pool('{exponential: 60m}'), pool('{exponential: 61m}')], 100);
  const [one, other] = near.scenarios.map(({ workloads }) => workloads['page']!);
  const paired = near.differences[1]!.workloads['page']!;

  it('of two near-equal ones is far surer than their two intervals are', () => {
    const unpaired = Math.hypot(width(one!.downtimeMinutesPerYear), width(other!.downtimeMinutesPerYear));
    expect(width(paired.downtimeMinutesPerYear)).toBeLessThan(unpaired / 10);
  });

  it('scales what it draws: repairs 61/60 as long are 61/60 of the downtime, run by run', () => {
    const { mean } = one!.downtimeMinutesPerYear;
    expect(paired.downtimeMinutesPerYear.mean! / (mean! / 60)).toBeCloseTo(1, 1);
    expect(paired.downtimeMinutesPerYear.low!).toBeGreaterThan(0);
  });

  it('has the difference of the means for its mean, in every figure', () => {
    const less = (a: Estimate, b: Estimate) => b.mean! - a.mean!;
    expect(paired.availability.requests.mean!).toBeCloseTo(
      less(one!.availability.requests, other!.availability.requests),
      12,
    );
    expect(paired.availability.time.mean!).toBeCloseTo(less(one!.availability.time, other!.availability.time), 12);
    expect(paired.availability.time.low!).toBeLessThan(paired.availability.time.high!);
    expect(paired.incidentsPerYear.mean!).toBeCloseTo(less(one!.incidentsPerYear, other!.incidentsPerYear), 9);
  });

  it('gives each scenario the figures that it has by itself', () => {
    const { collected } = simulate(read(pool('{exponential: 61m}')), { runs: 100 });
    expect(1 - other!.availability.time.mean!).toBeCloseTo(collected.workloads[0]!.down.mean, 15);
    expect(near.runs).toBe(100);
  });

  it('that is cut short keeps the same replications of each', () => {
    const contenders = ['1h', '2h', '3h'].map((repair) => ({ scenario: read(pool(repair)), origin: ORIGIN }));
    const comparison = new Comparison(contenders, { runs: 192, years: 1, seed: '1' });
    while (comparison.done < 64) comparison.step();
    comparison.step();
    const { runs, runsAsked, scenarios: results } = comparison.result(true);
    expect([runs, runsAsked]).toEqual([64, 192]);
    expect(results.map((result) => [result.runs, result.stopping.reason])).toEqual(
      Array.from({ length: 3 }, () => [64, 'interrupted']),
    );
  });

  it('leaves alone what the scenarios do not share', () => {
    const [, { workloads }] = compare([pool('1h'), pool('1h').replace('page:', 'order:')], 2).differences as [
      unknown,
      ComparisonResult['differences'][number],
    ];
    expect(Object.keys(workloads)).toEqual([]);
  });

  it('says when nothing differs, and gives no interval then', () => {
    const { mean, low, high, note } = compare([pool('1h'), pool('1h')], 2).differences[1]!.workloads['page']!
      .downtimeMinutesPerYear;
    expect([mean, low, high, note]).toEqual([0, null, null, 'no replication differs in 2 years']);
  });

  it('of few differing replications says that it is rough', () => {
    const seldom = pool('1h').replace('20d', '20y');
    const { note } = compare([seldom, seldom.replace('repair: 1h', 'repair: 2h')], 20).differences[1]!.workloads[
      'page'
    ]!.downtimeMinutesPerYear;
    expect(note).toMatch(/^only \d+ replications differ/);
  });
});

describe('data in a comparison', () => {
  const replicated = (lag: string) => `hasim: 1
catalogue: none
places: {east: {a: {}, b: {}}}
components:
  web: {kind: ecs, in: east/a, count: 1, boot: 0s, uses: {database: db}}
  db: {kind: rds, edition: high-availability, in: [east/a, east/b], replication: asynchronous, lag: ${lag}, coverage: 100%,
       faults: {node: {mtbf: 30d, repair: 10m}}}
workloads: {order: {entry: web, demand: 10/s, writes: database}}
`;

  it('is compared by the writes that were lost: a second more of lag loses ten writes a switch more', () => {
    const { scenarios: results, totals, differences } = compare([replicated('1s'), replicated('2s')], 40);
    const [one, other] = results.map(({ stores }) => stores['db']!);
    const { mean } = differences[1]!.data.writesLostPerYear;
    expect(other!.recoveries).toBe(one!.recoveries);
    expect(mean!).toBeCloseTo((10 * one!.recoveries) / 40, 6);
    expect(relativeHalfWidth(differences[1]!.data.writesLostPerYear)).toBeLessThan(0.2);
    for (const [i, { data }] of totals.entries()) {
      const { low, mean: all, high } = data.writesLostPerYear;
      expect(all).toBeCloseTo([one, other][i]!.writesLostPerYear, 6);
      expect(low! < all! && all! < high!).toBe(true);
      expect(data.splitBrainMinutesPerYear).toMatchObject({ mean: null, low: 0, high: null });
    }
  });
});
