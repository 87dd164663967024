import { HOUR, YEAR } from '../../src/base/index.ts';
import { type RareResult, RareRun } from '../../src/experiment/index.ts';
import { read } from '../simulate.ts';
import { Chain } from './chain.ts';
import { tooFew, type Units, unitChain } from './units.ts';

/** A system with an exact answer: minutes down and incidents a year. */
export interface RareCase {
  readonly name: string;
  readonly text: string;
  readonly minutes: number;
  readonly incidents: number;
  /** The variance of the minutes down a year in a year, far from the start. */
  readonly variance: number;
}

const MINUTES_A_YEAR = 8_760 * 60;
const INCIDENTS = YEAR / HOUR;

const answer = (chain: Chain, down: readonly string[]) => ({
  minutes: chain.share(down) * MINUTES_A_YEAR,
  incidents: chain.entries(down) * INCIDENTS,
  variance: chain.varianceRate(down) * 60 ** 2 * 8_760,
});

/** Equal servers of which so many are needed. */
export function poolCase(name: string, units: Units): RareCase {
  const { needed, of, mttf, mttr, crews } = units;
  const crew = crews < of ? ', repaired-by: crew' : '';
  const text = `
hasim: 1
catalogue: none
places: {r: {a: {}}}
crews: {crew: {size: ${crews}}}
components:
  web:
    kind: ecs
    in: r/a
    count: ${of}
    capacity-each: 100/s
    protected: true
    boot: 0s
    faults: {crash: {mtbf: ${mttf}h, repair: {exponential: ${mttr * 3600}s}, effect: exit${crew}}}
workloads:
  page: {entry: web, demand: ${of * 100}/s, up-when: ${(100 * (needed - 0.5)) / of}%, settle: 0s}
`;
  return { name, text, ...answer(unitChain(units), tooFew(units)) };
}

/** A database of two nodes that is down while both are; what one loss costs is a tenth of a second. Hours. */
export function databaseCase(name: string, life: number, repair: number): RareCase {
  const step = 0.05 / 3600;
  const [fails, back, soon] = [1 / life, 1 / repair, 1 / step];
  const text = `
hasim: 1
catalogue: none
places: {r: {a: {}}}
components:
  web: {kind: ecs, in: r/a, count: 1, boot: 0s, uses: {database: db}}
  db:
    kind: rds
    in: r/a
    detection: {exponential: 50ms}
    switch: {exponential: 50ms}
    coverage: 100%
    replication: synchronous
    without-standby: go-on
    rebuild: 0s
    faults: {node: {mtbf: ${life}h, repair: {exponential: ${repair}h}}}
workloads:
  page: {entry: web, demand: 100/s, writes: database, settle: 0s}
`;
  const chain = new Chain([
    ['both', 'detecting', fails],
    ['both', 'alone', fails],
    ['alone', 'both', back],
    ['alone', 'detecting, none', fails],
    ['detecting', 'switching', soon],
    ['detecting', 'both', back],
    ['detecting', 'detecting, none', fails],
    ['detecting, none', 'waiting', soon],
    ['detecting, none', 'alone', back],
    ['detecting, none', 'detecting', back],
    ['switching', 'alone', soon],
    ['switching', 'switching, both', back],
    ['switching', 'waiting', fails],
    ['switching, both', 'both', soon],
    ['switching, both', 'switching', fails],
    ['switching, both', 'alone', fails],
    ['waiting', 'alone', back],
    ['waiting', 'switching', back],
  ]);
  const up = ['both', 'alone'];
  return {
    name,
    text,
    ...answer(
      chain,
      chain.states.filter((state) => !up.includes(state)),
    ),
  };
}

/** Runs a case to its end. */
export function rare(text: string, runs: number, seed = '1', years = 10): RareResult {
  const run = new RareRun(read(text), { runs, years, seed });
  while (run.step());
  return run.result({ file: 'test.yaml', sha256: '' });
}
