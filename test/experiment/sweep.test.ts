import { describe, expect, it } from 'vitest';
import { Effects } from '../../src/experiment/sweep/effects.ts';
import { leastSquaresWeights } from '../../src/experiment/sweep/linear.ts';
import { paretoFront } from '../../src/experiment/sweep/pareto.ts';
import { rankCorrelation, ranksOf } from '../../src/experiment/sweep/ranks.ts';
import { Comparison, readOrder, Sweep, type SweepOptions, type SweepResult } from '../../src/index.ts';
import { read } from '../simulate.ts';

/** One server: downtime is (number of crashes) × repair, so that it is proportional to the repair under the same crashes. */
const TEXT = (repair = '30m', mtbf = '20d') => `hasim: 1
catalogue: none
places: {east: {a: {}}}
components:
  web: {kind: ecs, in: east/a, count: 1, boot: 0s, faults: {crash: {mtbf: ${mtbf}, repair: ${repair}}}, price: {month: 100}}
  idle: {kind: ecs, in: east/a, count: 1, boot: 0s}
workloads: {page: {entry: web, demand: 50/s, downtime-costs: 60/h}}
`;

const OPTIONS: SweepOptions = { runs: 40, years: 1, seed: '1' };

function sweep(sets: readonly string[], options: Partial<SweepOptions> = {}, text = TEXT()): Sweep {
  const scenario = { text, name: 'x.yaml', file: 'x.yaml', sha256: 'abc' };
  const order = readOrder({ scenario, sets, sweep: null, options: { ...OPTIONS, ...options } });
  if (!('plan' in order)) throw new Error(JSON.stringify(order));
  return new Sweep(order.plan, order.variants);
}

function swept(
  sets: readonly string[],
  options: Partial<SweepOptions> = {},
  pareto?: readonly string[],
  text?: string,
): SweepResult {
  const run = sweep(sets, options, text);
  while (run.step());
  return run.result(pareto);
}

const DOWN = 'downtime:page';

describe('a grid', () => {
  const result = swept(['web.faults.crash.repair=30m,1h,90m', 'idle.count=1,2']);

  it('has every combination, the last parameter the fastest', () => {
    expect(result.points.map(({ settings }) => Object.values(settings))).toEqual([
      ['30m', '1'],
      ['30m', '2'],
      ['1h', '1'],
      ['1h', '2'],
      ['90m', '1'],
      ['90m', '2'],
    ]);
  });

  it('has the figures and the differences of a comparison under the same seed', () => {
    const contenders = [TEXT('30m'), TEXT('90m')].map((text) => ({
      scenario: read(text),
      origin: { file: '', sha256: '' },
    }));
    const comparison = new Comparison(contenders, OPTIONS);
    while (comparison.step());
    const { scenarios, differences } = comparison.result();
    const point = result.points[4]!;
    expect(point.measures[DOWN]).toEqual(scenarios[1]!.workloads['page']!.downtimeMinutesPerYear);
    expect(point.traceHash).toBe(scenarios[1]!.traceHash);
    const wanted = differences[1]!.workloads['page']!.downtimeMinutesPerYear;
    for (const side of ['mean', 'low', 'high'] as const)
      expect(point.differences[DOWN]![side]).toBeCloseTo(wanted[side]!, 6);
    const availability = differences[1]!.workloads['page']!.availability.requests;
    expect(point.differences['availability:page']!.mean).toBeCloseTo(availability.mean!, 12);
    expect(point.differences['downtime-cost']!.mean).toBeCloseTo(point.differences[DOWN]!.mean!, 6);
  });

  it('gives the worst p95 of a point what it lies between, as a run does', () => {
    const random = TEXT('{exponential: 30m}', '2d');
    const point = swept(['idle.count=1,2'], {}, undefined, random).points[0]!;
    const comparison = new Comparison([{ scenario: read(random), origin: { file: '', sha256: '' } }], OPTIONS);
    while (comparison.step());
    const [worst] = comparison.result().scenarios[0]!.workloads['page']!.rtoSeconds;
    const { mean, low, high } = point.measures['rto:page']!;
    expect({ p95: mean, p95Low: low, p95High: high }).toEqual({
      p95: worst!.p95,
      p95Low: worst!.p95Low,
      p95High: worst!.p95High,
    });
    expect(low!).toBeLessThan(mean!);
    expect(high!).toBeGreaterThan(mean!);
  });

  it('says of a parameter that does nothing that it does nothing', () => {
    expect(result.points[1]!.differences[DOWN]).toMatchObject({ mean: 0, low: null });
    const idle = result.sensitivity.find(({ measure }) => measure === DOWN)!.parameters[1]!;
    expect([idle.parameter, idle.effect.mean]).toEqual(['idle.count', 0]);
  });

  it('ranks by effects that are exact where the answer is: repairs thrice as long, thrice the downtime', () => {
    const { parameters, explained } = result.sensitivity.find(({ measure }) => measure === DOWN)!;
    const [repair] = parameters;
    expect([repair!.parameter, repair!.from, repair!.to]).toEqual(['web.faults.crash.repair', '30m', '90m']);
    const base = result.points[0]!.measures[DOWN]!.mean!;
    expect(repair!.effect.mean! / base).toBeCloseTo(2, 1);
    expect(repair!.levels.map(({ effect }) => Math.round((10 * effect.mean!) / base) / 10)).toEqual([0, 1, 2]);
    expect(repair!.effect.low!).toBeGreaterThan(0);
    expect(explained!).toBeGreaterThan(0.999);
  });

  it('runs points that say the same once', () => {
    const { points, design } = swept(['web.faults.crash.repair=60m,1h,3600s,2h']);
    expect(points.map(({ sameAs }) => sameAs)).toEqual([undefined, 1, 1, undefined]);
    expect([design.points, design.distinct]).toEqual([4, 2]);
    expect(points[1]!.measures).toEqual(points[0]!.measures);
  });

  it('is compared with any point, or with the scenario as it is written', () => {
    const against = swept(['web.faults.crash.repair=1h,2h'], { base: 2 });
    expect(against.points.map(({ differences }) => Math.sign(differences[DOWN]!.mean!))).toEqual([-1, 0]);
    const written = swept(['web.faults.crash.repair=1h,2h'], { base: 'scenario' });
    expect(written.base.point).toBeNull();
    expect(written.points.every(({ differences }) => differences[DOWN]!.low! > 0)).toBe(true);
  });

  it('of more replications than are kept one by one has the same means and nearly the same intervals', () => {
    const many = swept(['web.faults.crash.repair=30m,1h'], { runs: 1_100, years: 0.2 }).points[1]!;
    const contenders = [TEXT('30m'), TEXT('1h')].map((text) => ({
      scenario: read(text),
      origin: { file: '', sha256: '' },
    }));
    const comparison = new Comparison(contenders, { runs: 1_100, years: 0.2, seed: '1' });
    while (comparison.step());
    const wanted = comparison.result().differences[1]!.workloads['page']!.downtimeMinutesPerYear;
    expect(many.differences[DOWN]!.mean).toBeCloseTo(wanted.mean!, 8);
    const width = (e: { low: number | null; high: number | null }) => e.high! - e.low!;
    expect(width(many.differences[DOWN]!) / width(wanted)).toBeCloseTo(1, 1);
  });
});

describe('a sample', () => {
  const sets = ['web.faults.crash.repair=10m..100m', 'web.faults.crash.mtbf=log:10d..40d', 'idle.count=1..4'];
  const result = swept(sets, { sample: 24, runs: 20 });

  it('draws from each stratum of each parameter once, and the same again', () => {
    const repairs = result.points.map(({ settings }) => Number.parseFloat(settings['web.faults.crash.repair']!));
    expect(new Set(repairs.map((x) => Math.floor(((x - 10) / 90) * 24))).size).toBe(24);
    const counts = result.points.map(({ settings }) => settings['idle.count']);
    expect(['1', '2', '3', '4'].map((text) => counts.filter((one) => one === text).length)).toEqual([6, 6, 6, 6]);
    expect(
      swept(sets.slice(0, 1), { sample: 24, runs: 1 }).points.map(({ settings }) =>
        Number.parseFloat(settings['web.faults.crash.repair']!),
      ),
    ).toEqual(repairs);
  });

  it('finds what moves downtime, which way, and what does not', () => {
    const { parameters } = result.sensitivity.find(({ measure }) => measure === DOWN)!;
    const of = (name: string) => parameters.find(({ parameter }) => parameter.endsWith(name))!;
    expect(of('repair').effect.low!).toBeGreaterThan(0);
    expect(of('mtbf').effect.high!).toBeLessThan(0);
    expect(of('repair').rank!.low!).toBeGreaterThan(0);
    expect(of('mtbf').rank!.high!).toBeLessThan(0);
    expect(Math.abs(of('count').effect.mean!)).toBeLessThan(Math.abs(of('repair').effect.mean!) / 5);
  });

  it('is refused a range without it, and nothing to vary', () => {
    const order = (sets: readonly string[]) =>
      readOrder({ scenario: { text: TEXT(), name: 'x', file: 'x', sha256: '' }, sets, sweep: null, options: OPTIONS });
    expect(order(['web.faults.crash.repair=1m..2m'])).toMatchObject({ refused: expect.stringContaining('--sample') });
    expect(order([])).toMatchObject({ refused: expect.stringContaining('--set') });
  });

  it('is refused where two values that are right alone are wrong together', () => {
    const text = TEXT('{lognormal: {median: 10m, p95: 2h}}');
    const sets = ['median=1h,20m', 'p95=30m'].map((set) => `web.faults.crash.repair.lognormal.${set}`);
    const scenario = { text, name: 'x', file: 'x', sha256: '' };
    expect(readOrder({ scenario, sets, sweep: null, options: OPTIONS })).toMatchObject({
      bad: [
        {
          messages: [expect.stringContaining('components.web.faults.crash.repair.lognormal: this is no lognormal law')],
        },
      ],
    });
  });
});

describe('the front', () => {
  it('is of whatever nothing else beats', () => {
    expect(
      paretoFront([
        [1, 5],
        [2, 2],
        [5, 1],
        [3, 3],
        [2, 2],
        [1, 6],
      ]),
    ).toEqual([true, true, true, false, true, false]);
    expect(
      swept(['web.price.month=100,200', 'web.faults.crash.repair=1h,30m'], {}, ['downtime', 'cost']).pareto,
    ).toEqual({
      measures: ['downtime', 'cost'],
      points: [2],
    });
  });
});

describe('the arithmetic of effects', () => {
  it('gives a quantile the interval of the fit over the points', () => {
    const points = [1, 2, 3, 4].flatMap((x) => [
      [x, 2 * x + 0.1],
      [x, 2 * x - 0.1],
    ]);
    const { columns, y } = {
      columns: [points.map(() => 1), points.map(([x]) => (x! - 1) / 3)],
      y: points.map(([, v]) => v!),
    };
    const weights = leastSquaresWeights(columns)!;
    const noise = { variance: (8 * 0.01) / 6, freedom: 6 };
    const effects = new Effects(weights, { y, rows: y.map(() => undefined), runs: 1, exact: false, noise });
    const range = { low: 1, high: 4, unit: 's', whole: false, log: false };
    const parameter = { name: 'x', path: ['x'], levels: [], range };
    const { effect } = effects.of({ parameter, columns: columns.slice(1), first: 1 }, parameter)!;
    // Simple regression: s² ÷ Σ (x − mean)², x from 0 to 1; Student's 97.5 % quantile of 6 degrees of freedom is 2.446912.
    const spread = columns[1]!.reduce((sum, x) => sum + (x - 0.5) ** 2, 0);
    expect(effect.mean).toBeCloseTo(6, 9);
    expect(effect.high! - effect.mean!).toBeCloseTo(2.446912 * Math.sqrt(noise.variance / spread), 5);
    expect(effect.mean! - effect.low!).toBeCloseTo(effect.high! - effect.mean!, 9);
  });

  it('fits a plane exactly, and refuses columns that say the same', () => {
    const columns = [
      [1, 1, 1, 1],
      [0, 1, 0, 1],
      [0, 0, 1, 2],
    ];
    const y = columns[0]!.map((_, i) => 3 + 5 * columns[1]![i]! - 2 * columns[2]![i]!);
    const fitted = leastSquaresWeights(columns)!.map((row) => row.reduce((sum, w, i) => sum + w * y[i]!, 0));
    for (const [i, value] of [3, 5, -2].entries()) expect(fitted[i]).toBeCloseTo(value, 10);
    expect(
      leastSquaresWeights([
        [1, 1, 1],
        [2, 2, 2],
      ]),
    ).toBeUndefined();
  });

  it('ranks ties in the middle, and has the interval of Bonett and Wright', () => {
    expect(ranksOf([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
    const x = Array.from({ length: 12 }, (_, i) => i);
    const { mean, low, high } = rankCorrelation(x, [1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10]);
    expect(mean).toBeCloseTo(1 - (6 * 12) / (12 * 143), 12);
    const reach = 1.959963984540054 * Math.sqrt((1 + mean! ** 2 / 2) / 9);
    expect(low).toBeCloseTo(Math.tanh(Math.atanh(mean!) - reach), 9);
    expect(high).toBeCloseTo(Math.tanh(Math.atanh(mean!) + reach), 9);
  });
});
