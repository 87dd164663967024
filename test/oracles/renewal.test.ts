import { describe, expect, it } from 'vitest';
import { HOUR, YEAR } from '../../src/base/index.ts';
import { blank, horizonOf, replicate } from '../../src/experiment/index.ts';
import { Moments } from '../../src/measures/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';
import { expectNear } from './near.ts';

/** A law with mean 1, as a scenario writes it for a mean in hours, and its variance. */
interface Shape {
  readonly name: string;
  readonly written: (hours: number) => string;
  readonly variance: number;
}

/** Γ(1 + 2/k) ÷ Γ(1 + 1/k)² − 1, with Γ by its product and Stirling's series. */
const weibullVariance = (shape: number): number => gamma(1 + 2 / shape) / gamma(1 + 1 / shape) ** 2 - 1;

function gamma(x: number): number {
  if (x < 20) return gamma(x + 1) / x;
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5);
  return Math.sqrt((2 * Math.PI) / x) * (x / Math.E) ** x * Math.exp(series);
}

const minutes = (hours: number): string => `${Math.round(hours * 60)}m`;
const EXPONENTIAL: Shape = { name: 'exponential', written: (h) => `{exponential: ${minutes(h)}}`, variance: 1 };
const FIXED: Shape = { name: 'fixed', written: (h) => `{fixed: ${minutes(h)}}`, variance: 0 };
const weibull = (shape: number): Shape => ({
  name: `weibull ${shape}`,
  written: (h) => `{weibull: {shape: ${shape}, mean: ${minutes(h)}}}`,
  variance: weibullVariance(shape),
});
const lognormal = (sigma: number): Shape => ({
  name: `lognormal ${sigma}`,
  written: (h) => `{lognormal: {mean: ${minutes(h)}, sigma: ${sigma}}}`,
  variance: Math.expm1(sigma ** 2),
});
const uniform: Shape = {
  name: 'uniform',
  written: (h) => `{uniform: [${minutes(h / 2)}, ${minutes(1.5 * h)}]}`,
  variance: 1 / 12,
};

const scenario = (up: string, down: string): string => `
hasim: 1
catalogue: none
places: {r: {a: {}}}
components:
  web: {kind: ecs, in: r/a, count: 1, boot: 0s, faults: {crash: {mtbf: ${up}, repair: ${down}}}}
workloads: {page: {entry: web, demand: 1/s, settle: 0s}}
`;

/** Mean time up and down, hours; the horizon. Of 2,000 replications a mean that is off by 1.4 % is found, and a variance by 13 %. */
const [MUT, MDT, YEARS, RUNS] = [1_000, 10, 10, 2_000];
const HORIZON = YEARS * 8_760;

/** Hours down, a replication each. */
function hoursDown(up: Shape, down: Shape): number[] {
  const model = compileScenario(read(scenario(up.written(MUT), down.written(MDT))));
  const [master, horizon] = [masterKey('renewal'), horizonOf(YEARS)];
  return Array.from({ length: RUNS }, (_, replication) => {
    const collected = blank(model);
    replicate(model, master, replication, horizon, collected);
    return Number(collected.workloads[0]!.downTotal.total) / HOUR;
  });
}

/** Var(downtime in t) ÷ t in the limit: (μu²σd² + μd²σu²) ÷ (μu + μd)³. */
const spread = (up: Shape, down: Shape): number =>
  (MUT ** 2 * down.variance * MDT ** 2 + MDT ** 2 * up.variance * MUT ** 2) / (MUT + MDT) ** 3;

/**
 * E[downtime in t] of a process that is up at 0 with a life in equilibrium: (1 − A)·t, less half the limit of the variance
 * over A, because being up at 0 delays the first outage (the covariance of the state, integrated).
 */
const meanDown = (up: Shape, down: Shape): number => {
  const available = MUT / (MUT + MDT);
  return (1 - available) * HORIZON - spread(up, down) / (2 * available);
};

describe('alternating renewal', () => {
  it('has 867.33 h of downtime in ten years whatever the laws, and 130.40 h of spread with exponential ones', () => {
    expect((MDT / (MUT + MDT)) * HORIZON).toBeCloseTo(867.33, 2);
    expect(Math.sqrt(spread(EXPONENTIAL, EXPONENTIAL) * HORIZON)).toBeCloseTo(130.4, 2);
    expect(HORIZON * HOUR).toBe(YEARS * YEAR);
  });

  it.each([
    { up: EXPONENTIAL, down: EXPONENTIAL },
    { up: FIXED, down: EXPONENTIAL },
    { up: EXPONENTIAL, down: FIXED },
    { up: weibull(0.7), down: lognormal(0.8) },
    { up: weibull(3), down: weibull(1.5) },
    { up: lognormal(0.5), down: uniform },
  ])('$up.name up, $down.name down: the mean depends on the means alone, the spread does not', ({ up, down }) => {
    const values = hoursDown(up, down);
    const sample = Moments.of(values);
    expectNear(sample, meanDown(up, down));
    expectNear(Moments.of(values.map((value) => (value - sample.mean) ** 2)), spread(up, down) * HORIZON);
  });
});
