import { expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/base/index.ts';
import { read, simulate } from '../simulate.ts';
import { written } from './probes.ts';

const SETTLE = 60 * SECOND;

/** One server that is lost for a minute twice, with a gap between. */
const twice = (gap: number): string => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}}
components: {web: {kind: ecs, in: r/a, count: 1, boot: 0s}}
workloads: {page: {entry: web, demand: 1/s, settle: ${written(SETTLE)}}}
faults:
  - {name: first, at: 1h, lose: web, for: 1m}
  - {name: second, at: ${written(HOUR + MINUTE + gap)}, lose: web, for: 1m}
`;

const measured = (text: string, years = 1) => simulate(read(text), { years }).collected.workloads[0]!;
const FLAP = 8;

it.each([
  [1, 1],
  [SETTLE - 1, 1],
  [SETTLE, 2],
  [SETTLE + 1, 2],
])('two losses %i µs apart are %i incident(s): a gap equal to settle does not join', (gap, incidents) => {
  const page = measured(twice(gap));
  expect(page.incidents).toBe(incidents);
  expect([...page.durations.sorted()]).toEqual(incidents === 1 ? [2 * MINUTE + gap] : [MINUTE, MINUTE]);
  expect(page.downTotal.total).toBe(BigInt(2 * MINUTE));
  expect(page.phases[FLAP]!.total).toBe(BigInt(incidents === 1 ? gap : 0));
});

it('an incident open at the horizon counts, is censored, and has no length', () => {
  const page = measured(twice(SETTLE), (HOUR + 2.5 * MINUTE) / (8_760 * HOUR));
  expect([page.incidents, page.censored, page.durations.count]).toEqual([2, 1, 1]);
  expect(page.downTotal.total).toBe(BigInt(1.5 * MINUTE));
});

it('an incident that has ended but not settled at the horizon has ended', () => {
  const page = measured(twice(SETTLE), (HOUR + 1.5 * MINUTE) / (8_760 * HOUR));
  expect([page.incidents, page.censored, page.durations.count]).toEqual([1, 0, 1]);
});
