import { describe, expect, it } from 'vitest';
import { HOUR, type Us, YEAR } from '../../src/base/index.ts';
import { blank } from '../../src/experiment/index.ts';
import { Moments } from '../../src/measures/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { read, simulate } from '../simulate.ts';
import { expectNear } from './near.ts';
import { tooFew, type Units, unitChain } from './units.ts';

const HOURS_A_YEAR = 8_760;

/** Where users come in: straight to the servers, or through a balancer that takes no server out. */
type Entry = 'pool' | 'balancer';

/** Servers that each carry their share of the demand; the level is lost when fewer than `needed` work. */
function scenario({ needed, of, mttf, mttr, crews }: Units, entry: Entry): string {
  const crew = crews < of ? ', repaired-by: crew' : '';
  return `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}}
crews: {crew: {size: ${crews}}}
components:
  lb: {kind: slb, in: r/a, backends: [web], health-check: off}
  web:
    kind: ecs
    in: r/a
    count: ${of}
    capacity-each: 100/s
    protected: true
    boot: 0s
    faults: {crash: {mtbf: ${mttf}h, repair: {exponential: ${mttr}h}, effect: exit${crew}}}
workloads:
  page: {entry: ${entry === 'pool' ? 'web' : 'lb'}, demand: ${of * 100}/s, up-when: ${(100 * (needed - 0.5)) / of}%, settle: 0s}
`;
}

/**
 * Twice as many where three must be out at once. An error of 4 standard errors is found: through the pool 1 % of the outages where one
 * is enough, 5 to 10 % where two must be out, and 20 % where three.
 */
const RUNS = { pool: 40, balancer: 15 };
const YEARS = 250;
const CASES: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [2, 3],
  [3, 5],
];
const units = (needed: number, of: number, crews: number): Units => ({ needed, of, crews, mttf: 1_000, mttr: 10 });

/** P(at least k of n work), each by itself with availability A = MTTF ÷ (MTTF + MTTR). */
function binomial({ needed, of, mttf, mttr }: Units): number {
  const a = mttf / (mttf + mttr);
  let sum = 0;
  let ways = 1;
  for (let up = of; up >= needed; up--) {
    sum += ways * a ** up * (1 - a) ** (of - up);
    ways = (ways * up) / (of - up + 1);
  }
  return sum;
}

describe.each(CASES)('%i of %i units', (needed, of) => {
  it('the balance equations give the binomial sum when each has a crew', () => {
    const each = units(needed, of, of);
    expect(1 - unitChain(each).share(tooFew(each))).toBeCloseTo(binomial(each), 12);
  });

  for (const crews of of === 1 ? [1] : [of, 1]) {
    for (const entry of ['pool', 'balancer'] as const) {
      it(`with ${crews} at repair, asked through the ${entry}: availability and outages`, () => {
        const each = units(needed, of, crews);
        const chain = unitChain(each);
        const runs = RUNS[entry] * Math.max(1, of - needed);
        const { collected } = simulate(read(scenario(each, entry)), { runs, years: YEARS });
        const [page] = collected.workloads;
        const horizon = YEARS * HOURS_A_YEAR;
        expectNear(page!.down, chain.timeIn(tooFew(each), horizon) / horizon);
        expectNear(page!.incidentRate, chain.entries(tooFew(each)) / HOUR);
        expect(page!.durations.count).toBe(page!.incidents - page!.censored);
      });
    }
  }
});

describe('outages of 1 of 2 with a crew each', () => {
  const each = units(1, 2, 2);

  it('come 1.96e-5 times an hour and last 5 h, because two crews work', () => {
    const chain = unitChain(each);
    expect(chain.entries(tooFew(each))).toBeCloseTo(1.960592e-5, 11);
    const lasting = chain.share(tooFew(each)) / chain.entries(tooFew(each));
    expect(lasting).toBeCloseTo(each.mttr / 2, 9);
    const model = compileScenario(read(scenario(each, 'pool')));
    const lengths = new Moments();
    model.meter.workloads[0]!.onIncident = ({ start, end }) => lengths.add((end - start) / HOUR);
    const master = masterKey('lengths');
    for (let replication = 0; replication < 80; replication++) {
      model.meter.begin(blank(model));
      model.world.begin(model.simulation, master, replication);
      model.simulation.run((250 * YEAR) as Us, model.service);
    }
    expect(lengths.count).toBeGreaterThan(3_000);
    expectNear(lengths, lasting);
  });
});

describe.each([
  // (3λ + μ) ÷ 2λ² and (5λ + μ) ÷ 6λ².
  [1, 2, 51_500],
  [2, 3, 17_500],
] as const)('mean time until %i of %i first fails', (needed, of, hours) => {
  it.each([of, 1])(`is ${hours} h with %i at repair, because the last outage needs no crew`, (crews) => {
    const each = units(needed, of, crews);
    expect(unitChain(each).firstPassage(tooFew(each))).toBeCloseTo(hours, 6);
    const model = compileScenario(read(scenario(each, 'pool')));
    const master = masterKey('first');
    const firsts = new Moments();
    let first: number | undefined;
    model.meter.workloads[0]!.onIncident = ({ start }) => {
      first ??= start / HOUR;
    };
    for (let replication = 0; replication < 1_000; replication++) {
      first = undefined;
      model.meter.begin(blank(model));
      model.world.begin(model.simulation, master, replication);
      for (let end = YEAR; first === undefined; end = (end + YEAR) as Us) model.simulation.run(end, model.service);
      firsts.add(first);
    }
    expectNear(firsts, hours);
  });
});
