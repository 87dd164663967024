import { describe, it } from 'vitest';
import { HOUR } from '../../src/base/index.ts';
import { read, simulate } from '../simulate.ts';
import { Chain } from './chain.ts';
import { expectNear } from './near.ts';

/** Hours. Short lives and long switches, so that rare meetings of the two are seen often. */
const [LIFE, REPAIR, DETECTION, SWITCH, MANUAL] = [20, 5, 1 / 6, 1 / 2, 1];
const [HOURS_A_YEAR, YEARS] = [8_760, 20];

const scenario = (coverage: number): string => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}}
components:
  web: {kind: ecs, in: r/a, count: 1, boot: 0s, uses: {database: db}}
  db:
    kind: rds
    in: r/a
    detection: {exponential: ${DETECTION * 60}m}
    switch: {exponential: ${SWITCH * 60}m}
    coverage: ${coverage * 100}%
    manual: {exponential: ${MANUAL}h}
    replication: synchronous
    without-standby: go-on
    rebuild: 0s
    faults: {node: {mtbf: ${LIFE}h, repair: {exponential: ${REPAIR}h}}}
workloads:
  page: {entry: web, demand: 100/s, writes: database, settle: 0s}
`;

/**
 * A controller on the clocks of its nodes, which run on: the primary that comes back before a switch has begun serves
 * again; a switch that has begun ends, unless its target is lost; without a target it waits for either node.
 */
function controllerChain(coverage: number): Chain {
  const [fails, back, noticed] = [1 / LIFE, 1 / REPAIR, 1 / DETECTION];
  return new Chain([
    ['serving, both', 'detecting', fails],
    ['serving, both', 'serving, alone', fails],
    ['serving, alone', 'serving, both', back],
    ['serving, alone', 'detecting, none', fails],
    ['detecting', 'switching', noticed * coverage],
    ['detecting', 'by hand', noticed * (1 - coverage)],
    ['detecting', 'serving, both', back],
    ['detecting', 'detecting, none', fails],
    ['detecting, none', 'waiting', noticed],
    ['detecting, none', 'serving, alone', back],
    ['detecting, none', 'detecting', back],
    ['by hand', 'switching', 1 / MANUAL],
    ['by hand', 'serving, both', back],
    ['by hand', 'by hand, none', fails],
    ['by hand, none', 'waiting', 1 / MANUAL],
    ['by hand, none', 'serving, alone', back],
    ['by hand, none', 'by hand', back],
    ['switching', 'serving, alone', 1 / SWITCH],
    ['switching', 'switching, both', back],
    ['switching', 'waiting', fails],
    ['switching, both', 'serving, both', 1 / SWITCH],
    ['switching, both', 'switching', fails],
    ['switching, both', 'serving, alone', fails],
    ['waiting', 'serving, alone', back],
    ['waiting', 'switching', back * coverage],
    ['waiting', 'by hand', back * (1 - coverage)],
  ]);
}

describe('a database of two nodes', () => {
  it.each([1, 0.7, 0])('at coverage %d: availability and outages as the chain of its controller', (coverage) => {
    const chain = controllerChain(coverage);
    const down = chain.states.filter((state) => !state.startsWith('serving'));
    const [page] = simulate(read(scenario(coverage)), { runs: 24, years: YEARS }).collected.workloads;
    const horizon = YEARS * HOURS_A_YEAR;
    expectNear(page!.down, chain.timeIn(down, horizon) / horizon);
    expectNear(page!.incidentRate, chain.entries(down) / HOUR);
  });
});
