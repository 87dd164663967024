import { expect, it } from 'vitest';
import { RareRun, SplittingRun } from '../../src/experiment/index.ts';
import { read } from '../simulate.ts';

const scenario = read(`
hasim: 1
catalogue: none
places: {r: {a: {}}}
components:
  web:
    kind: ecs
    in: r/a
    count: 3
    capacity-each: 100/s
    boot: 0s
    faults: {crash: {mtbf: 1000h, repair: {exponential: 10h}, effect: exit}}
  other: {kind: ecs, in: r/a, count: 1, boot: 0s, faults: {hang: {mtbf: 5000h, repair: 1h, effect: hang}}}
workloads:
  page: {entry: web, demand: 100/s, settle: 0s}
  rest: {entry: other, demand: 1/s, settle: 0s}
`);
const OPTIONS = { runs: 4, years: 5, seed: 'pilot' };

function finished(run: RareRun | SplittingRun) {
  while (run.step());
  return run.result({ file: 'x', sha256: 'y' });
}

it.each([
  ['failure biasing', () => new RareRun(scenario, OPTIONS)],
  ['importance splitting', () => new SplittingRun(scenario, OPTIONS)],
])('%s takes what a pilot has found before, and does not fly it again', (_, make) => {
  const first = make();
  expect(first.groundwork.tape()).toBeUndefined();
  while (first.groundwork.tape() === undefined) first.step();
  const tape = first.groundwork.tape()!;
  const again = make();
  expect([...again.portions()]).toEqual([]);
  again.groundwork.take(tape);
  expect(again.groundwork.tape()).toEqual(tape);
  const parts = [...again.portions()].map(({ part }) => part);
  expect(parts.length).toBe(OPTIONS.runs);
  expect(parts).toEqual([...first.portions()].map(({ part }) => part));
  expect(finished(again)).toEqual(finished(first));
});
