import { describe, expect, it } from 'vitest';
import { read, simulate } from '../simulate.ts';

/** Two balancers that take in 500 requests a second each, and 800 a second for both. */
const text = (retries: number, limits: string, listener = 'http') => `
hasim: 1
catalogue: none
places: {r: {a: {}}}
components:
  www:
    kind: dns
    ttl: 1s
    answers: {one: 1, two: 1}
    hold-on: {share: 0}
  one: {kind: slb, in: r/a, listener: ${listener}, backends: [app], limits: ${limits}}
  two: {kind: slb, in: r/a, listener: ${listener}, backends: [app], limits: ${limits}}
  app: {kind: ecs, in: r/a, count: 4, capacity-each: 1000/s}
workloads: {page: {entry: www, demand: 800/s, retries: ${retries}}}
teams: {people: {}}
alarms: {dark: {watch: one}}
plans: {away: {when: {alarm: dark, for: 0s}, decided-by: automation, steps: [{hold-out: one, takes: 0s}]}}
faults: [{at: 10h, lose: one, for: 10h}]
`;
const LIMITED = '{requests: 500/s, new-connections: 10000/s, connections: 100000}';
/** Time-averaged share that was served over 20 hours, all of them in trouble from the tenth on. */
const served = (scenario: string) => {
  const { collected } = simulate(read(scenario), { years: 20 / 8760 });
  return 1 - collected.workloads[0]!.unserved.mean;
};
/** Without the second or two until the name has changed. */
const HALF = 4;

describe('a balancer beyond its limit', () => {
  it('serves its limit and refuses the rest', () => {
    expect(served(text(0, LIMITED))).toBeCloseTo((1 + 500 / 800) / 2, HALF);
  });

  it('gets retries on top, which it refuses too: as much is served in the end', () => {
    expect(served(text(1, LIMITED))).toBeCloseTo((1 + 500 / 800) / 2, HALF);
  });

  it('counts requests on layer 7 only, new connections on both', () => {
    expect(served(text(0, LIMITED, 'tcp'))).toBeCloseTo(1, HALF);
    const opening = '{requests: 10000/s, new-connections: 500/s, connections: 100000}';
    expect(served(text(0, opening, 'tcp'))).toBeCloseTo((1 + 500 / 800) / 2, HALF);
  });

  it('holds so many connections as last at once', () => {
    const holding = '{requests: 10000/s, new-connections: 10000/s, connections: 2000, connection-lasts: 4s}';
    expect(served(text(0, holding, 'tcp'))).toBeCloseTo((1 + 500 / 800) / 2, HALF);
  });
});

describe('the sizes in which a balancer is sold', () => {
  /** 8,000 requests a second in all, and servers enough. */
  const sold = (limits: string) =>
    served(
      text(0, limits)
        .replace('demand: 800/s', 'demand: 8000/s')
        .replace('capacity-each: 1000/s', 'capacity-each: 10000/s'),
    );

  it('bound what it takes in, unless the figure is stated', () => {
    expect(sold('{size: slb.s2.small}')).toBeCloseTo((1 + 5_000 / 8_000) / 2, HALF);
    expect(sold('{}')).toBeCloseTo((1 + 5_000 / 8_000) / 2, HALF);
    expect(sold('{size: slb.s2.medium}')).toBeCloseTo(1, HALF);
    expect(sold('{size: slb.s2.medium, requests: 6000/s}')).toBeCloseTo((1 + 6_000 / 8_000) / 2, HALF);
    // Both take in a thousand, then one alone.
    expect(sold('{size: slb.s1.small}')).toBeCloseTo((2_000 / 8_000 + 1_000 / 8_000) / 2, HALF);
  });
});
