import { describe, expect, it } from 'vitest';
import { Experiment, type Headroom } from '../../src/index.ts';
import { read } from '../simulate.ts';

const ORIGIN = { file: 'test', sha256: '' };

/** What a run says of the loss of one thing. */
function lost(loss: string, text: string): Headroom {
  const experiment = new Experiment(read(text), { runs: 1, years: 1 / 365, seed: '1' });
  while (experiment.step());
  return experiment.result(ORIGIN).workloads['page']!.headroom.find((row) => row.loss === loss)!;
}

const scenario = (components: string, entry: string, retries = 0) => `
hasim: 1
name: two servers
catalogue: none
places: {r: {a: {}, b: {}}}
components:
${components}
workloads: {page: {entry: ${entry}, demand: 100/s, retries: ${retries}}}
`;

const BALANCED = `
  lb: {kind: slb, product: alb, in: [r/a, r/b], backends: [app]}
  app: {kind: ecs, in: [r/a, r/b], count: 2, capacity-each: 80/s, protected: true}`;
const INSTANT_ZONES = BALANCED.replace('in: [r/a, r/b], backends', 'in: r/a, backends');

describe('what is served after a loss, before and after anybody has noticed', () => {
  it('is half with one of two servers dead in rotation, then what the other one can carry', () => {
    const { served, share } = lost('r/b', scenario(INSTANT_ZONES, 'lb'));
    expect(served).toEqual({ atOnce: 0.5, settled: 0.8 });
    expect(share).toBeCloseTo(0.8, 12);
  });

  it('is half of half more where clients try once again: of 150 a second each server meets 75', () => {
    const { served } = lost('r/b', scenario(INSTANT_ZONES, 'lb', 1));
    expect(served.atOnce).toBeCloseTo(0.75, 9);
    expect(served.settled).toBeCloseTo(0.8, 8);
  });

  it('is the share of the users whom a name sends elsewhere, and all when it has taken the answer away', () => {
    const named = `
  www: {kind: dns, ttl: 60s, answers: {lb-a: 30%, lb-b: 70%}, monitor: {interval: 15s, timeout: 3s, unhealthy: 2}}
  lb-a: {kind: slb, in: r/a, backends: [app-a]}
  lb-b: {kind: slb, in: r/b, backends: [app-b]}
  app-a: {kind: ecs, in: r/a, count: 1, capacity-each: 200/s}
  app-b: {kind: ecs, in: r/b, count: 1, capacity-each: 200/s}`;
    const { served } = lost('r/b', scenario(named, 'www'));
    expect(served.atOnce).toBeCloseTo(0.3, 12);
    expect(served.settled).toBeCloseTo(1, 12);
  });

  it('is nothing where the only way is lost for good', () => {
    expect(lost('lb', scenario(INSTANT_ZONES, 'lb')).served).toEqual({ atOnce: 0, settled: 0 });
  });
});
