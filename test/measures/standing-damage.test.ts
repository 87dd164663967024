import { describe, expect, it } from 'vitest';
import { Experiment, RareRun, SplittingRun } from '../../src/index.ts';
import { read } from '../simulate.ts';

/** Nobody puts right what a mistake does every few days; the machine fails by itself in between. */
const scenario = (more: string) => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}}
components:
  web: {kind: ecs, in: r/a, count: 1, capacity-each: 10/s, boot: 0s, uses: {database: db}}
  db:
    kind: rds
    edition: basic
    in: r/a
    faults: {mistake: {mtbf: {fixed: 10d}, effect: corruption}, node: {mtbf: {uniform: [30d, 90d]}, repair: 1h, effect: silent}}
workloads: {order: {entry: web, demand: 1/s, writes: database${more}}}
`;

function causesOf(more = '') {
  const experiment = new Experiment(read(scenario(more)), { runs: 1, years: 1, seed: '1' });
  while (experiment.step());
  return experiment.result({ file: 'x', sha256: '0' }).workloads['order']!.causes;
}

describe('data that stay wrong unnoticed', () => {
  it('have no part in what a fault costs that struck meanwhile: it is one cause', () => {
    expect(causesOf().map(({ trigger, combination, cut }) => [trigger, combination, cut])).toEqual([
      ['db node', ['db node'], 'single'],
    ]);
  });

  it('count among what was broken where wrong answers are down', () => {
    const ofNode = causesOf(', wrong-is-down: true').filter(({ trigger }) => trigger === 'db node');
    expect(ofNode.length).toBeGreaterThan(0);
    for (const { combination } of ofNode) expect(combination.join()).toMatch(/^db mistake( ×\d+)?,db node$/);
  });
});

/** Mistakes and failures at random times, as a search for rare losses takes them. */
const RARE = scenario('')
  .replace('{mtbf: {fixed: 10d}, effect: corruption}', '{mtbf: 5d, effect: corruption}')
  .replace('mtbf: {uniform: [30d, 90d]}', 'mtbf: 60d');

describe('data that stay wrong unnoticed, in a run for what is rare', () => {
  it('have no part in what a fault costs either', () => {
    for (const run of [
      new RareRun(read(RARE), { seed: '1', runs: 8, years: 1 }),
      new SplittingRun(read(RARE), { seed: '1', runs: 8, years: 1 }),
    ]) {
      while (run.step());
      const { causes } = run.result({ file: 'x', sha256: '0' }).workloads['order']!;
      expect(causes.map(({ combination }) => combination)).toEqual([['db node']]);
    }
  });
});
