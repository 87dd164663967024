import { describe, expect, it } from 'vitest';
import { YEAR } from '../../src/base/index.ts';
import type { Bounds, Estimate, RareCauseResult } from '../../src/experiment/index.ts';
import { Moments, meanInterval } from '../../src/measures/index.ts';
import { read, simulate } from '../simulate.ts';
import { databaseCase, poolCase, type RareCase, rare } from './rare.ts';

/**
 * Or as many as HASIM_REPETITIONS says. A perfect method leaves the band, of 2,000 93 to 97 %, once in 25,000 times. Of 30 it is 79 to
 * 100 %: an interval that holds the truth in 60 % only is found out in 98 of 100 cases.
 */
const REPETITIONS = Number(process.env.HASIM_REPETITIONS ?? 30);
const BAND = 4.1 * Math.sqrt((0.95 * 0.05) / REPETITIONS);
const LONG = 3_600_000;

const holds = ({ low, high }: Bounds, truth: number): boolean => low! <= truth && truth <= high!;
const error = ({ low, high }: Estimate): number => (high! - low!) / 2 / 1.984;

/** How often the intervals hold the exact answers, how much the estimates scatter, and what they cost. */
function repeat({ text, minutes, incidents }: RareCase, runs: number) {
  const hits = { minutes: 0, incidents: 0 };
  const dearest: RareCauseResult[] = [];
  const [estimates, events, paths] = [new Moments(), new Moments(), new Moments()];
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const result = rare(text, runs, `repetition ${repetition}`);
    const page = result.workloads.page!;
    if (holds(page.downtimeMinutesPerYear, minutes)) hits.minutes += 1 / REPETITIONS;
    if (holds(page.incidentsPerYear, incidents)) hits.incidents += 1 / REPETITIONS;
    dearest.push(page.causes[0]!);
    estimates.add(page.downtimeMinutesPerYear.mean!);
    events.add(result.events);
    paths.add(result.rare.events.paths / (result.runs * result.yearsPerRun));
  }
  const variance = estimates.m2 / (estimates.count - 1);
  // What they all say together is as good as the truth for each of them.
  const truth = meanInterval(
    dearest.map(({ minutesPerYear }) => minutesPerYear),
    0.95,
  ).mean!;
  const cause = dearest.filter(({ intervals }) => holds(intervals.minutesPerYear, truth)).length / REPETITIONS;
  return { ...hits, cause, variance, mean: estimates.mean, events: events.mean, eventsAYear: paths.mean };
}

/** Asserts that an estimate of 100 paths lies within 4 standard errors of the truth. */
function expectNear(estimate: Estimate, truth: number): void {
  expect(Math.abs(estimate.mean! - truth)).toBeLessThan(4 * error(estimate));
}

describe('failure biasing gives the exact answer', () => {
  it.each([
    poolCase('1 of 2, a crew each', { needed: 1, of: 2, mttf: 1_000, mttr: 10, crews: 2 }),
    poolCase('1 of 2, one crew', { needed: 1, of: 2, mttf: 1_000, mttr: 10, crews: 1 }),
    poolCase('2 of 3, a crew each', { needed: 2, of: 3, mttf: 1_000, mttr: 10, crews: 3 }),
    poolCase('3 of 5, one crew', { needed: 3, of: 5, mttf: 1_000, mttr: 10, crews: 1 }),
    poolCase('3 of 5, a crew each', { needed: 3, of: 5, mttf: 1_000, mttr: 10, crews: 5 }),
    poolCase('1 of 1', { needed: 1, of: 1, mttf: 1_000, mttr: 10, crews: 1 }),
    databaseCase('two nodes', 1_000, 5),
    poolCase('1 of 4 at 1e-12', { needed: 1, of: 4, mttf: 1_000, mttr: 1, crews: 4 }),
  ])('of $name', ({ text, minutes, incidents }) => {
    const { page } = rare(text, 100).workloads;
    expectNear(page!.downtimeMinutesPerYear, minutes);
    expectNear(page!.incidentsPerYear, incidents);
    expect(page!.warnings).not.toContain('disagrees');
  });
});

describe('a database of two nodes at 1e-7', () => {
  const database = databaseCase('database', 3_162, 1);

  it(
    'is held by the interval of 95 % in 95 % of repetitions, with 400 times fewer events than an ordinary run',
    () => {
      const { minutes, incidents, cause, variance, events, eventsAYear } = repeat(database, 20);
      expect(minutes).toBeGreaterThan(0.95 - BAND);
      expect(minutes).toBeLessThan(0.95 + BAND);
      expect(incidents).toBeGreaterThan(0.95 - BAND);
      expect(cause).toBeGreaterThan(0.95 - BAND);
      const ordinary = (database.variance / variance) * eventsAYear;
      report(
        `database: ${minutes} of downtimes, ${incidents} of rates, ${cause} of minutes by cause, ${ordinary / events} times fewer events`,
      );
      // Of few repetitions the variance itself is known to ± √(2 ÷ n) only.
      expect(ordinary / events).toBeGreaterThan(400 * (1 - 2 * Math.sqrt(2 / REPETITIONS)));
    },
    LONG,
  );
});

describe('three copies, repaired one by one (Ford et al., OSDI 2010)', () => {
  const [fails, repairs] = [8.1345e-3, 66.013]; // a day
  const meanDays = (11 * fails ** 2 + 4 * fails * repairs + repairs ** 2) / (6 * fails ** 3);
  const copies = poolCase('copies', { needed: 1, of: 3, mttf: 24 / fails, mttr: 24 / repairs, crews: 1 });

  it('are lost once in 1.35e9 days; few losses follow one another before all are well', () => {
    expect(meanDays).toBeGreaterThan(1.3495e9);
    expect(meanDays).toBeLessThan(1.3505e9);
    expect(365 / copies.incidents / meanDays).toBeGreaterThan(0.999);
    expect(365 / copies.incidents / meanDays).toBeLessThan(1);
  });

  it(
    'are held by the interval of 95 % in 95 % of repetitions',
    () => {
      const { incidents, minutes, events } = repeat({ ...copies, incidents: 365 / meanDays }, 50);
      report(`three copies: ${incidents} of rates, ${minutes} of downtimes, ${events} events`);
      expect(incidents).toBeGreaterThan(0.95 - BAND);
      expect(incidents).toBeLessThan(0.95 + BAND);
      expect(minutes).toBeGreaterThan(0.95 - BAND);
    },
    LONG,
  );
});

/** Told where somebody has asked for many repetitions. */
function report(text: string): void {
  if (process.env.HASIM_REPETITIONS !== undefined) process.stderr.write(`${REPETITIONS} repetitions of ${text}\n`);
}

/** Two servers whose failures and repairs have memory, one of which is enough. */
const remembering = (life: string, start: string): string => `
hasim: 1
start: ${start}
catalogue: none
places: {r: {a: {}}}
components:
  web:
    kind: ecs
    in: r/a
    count: 2
    capacity-each: 100/s
    boot: 0s
    faults: {crash: {mtbf: ${life}, repair: {lognormal: {median: 5h, p95: 30h}}, effect: exit}}
workloads:
  page: {entry: web, demand: 100/s, up-when: 25%, settle: 0s}
`;

describe('failures that remember their age, repairs by a lognormal law', () => {
  it.each([
    ['{weibull: {shape: 3, mean: 1000h}}', 'steady', 10],
    ['{weibull: {shape: 3, mean: 1000h}}', 'new', 0.3],
    ['{weibull: {shape: 0.6, mean: 1000h}}', 'steady', 10],
    ['{weibull: {shape: 0.6, mean: 1000h}}', 'new', 0.3],
    ['{gamma: {shape: 4, mean: 1000h}}', 'new', 0.3],
    ['{lognormal: {mean: 1000h, sigma: 1}}', 'steady', 2],
  ])('%s, %s: agrees with a long ordinary run', (life, start, years) => {
    const text = remembering(life, start);
    const { page } = rare(text, 100, '1', years).workloads;
    const runs = Math.round(20_000 / years);
    const [crude] = simulate(read(text), { runs, years, seed: 'long' }).collected.workloads;
    const compare = (estimate: Estimate, values: Moments, scale: number): void => {
      const { mean, low, high } = meanInterval(values, 0.95);
      const apart = Math.abs(estimate.mean! - mean! * scale);
      expect(apart).toBeLessThan(4 * Math.hypot(error(estimate), ((high! - low!) / 2 / 1.96) * scale));
    };
    compare(page!.downtimeMinutesPerYear, crude!.down, 8_760 * 60);
    compare(page!.incidentsPerYear, crude!.incidentRate, YEAR);
    expect(page!.varianceReduction).toBeGreaterThan(1);
  });
});
