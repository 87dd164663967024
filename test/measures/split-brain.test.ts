import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../src/base/index.ts';
import { horizonOf, replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { type Happening, listen, read, simulate } from '../simulate.ts';

/** A database is lost for an hour and its copy promoted; it is back with two short losses of its own to come. */
const scenario = (works: string): string => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  web: {kind: ecs, in: r/b, count: 1, boot: 0s, uses: {database: db}}
  db: {kind: rds, edition: high-availability, in: r/a, fencing: {works: ${works}}}
  other: {kind: rds, edition: basic, in: r/b}
  sync: {kind: dts, from: db, to: other}
workloads: {order: {entry: web, demand: 1/s, writes: database}}
alarms: {dark: {watch: [db]}}
plans:
  move:
    when: {alarm: dark}
    decided-by: automation
    steps: [{fence: db, takes: 0s}, {promote: other, takes: 0s}, {repoint: web, use: {database: other}, takes: 0s}]
faults:
  - {at: 1d, lose: r/a, for: 1h}
  - {at: 2d, lose: r/a, for: 1h}
  - {at: 3d, lose: r/a, for: 1h}
`;

const years = 4 / 365;
const split = (works: string) => simulate(read(scenario(works)), { years }).collected.stores[0]!;

describe('two primaries', () => {
  it('are one split brain from the first to the last, though one of them is away in between, and are put down to the fencing', () => {
    const { splitBrains, unfenced, splitTime } = split('0%');
    expect([splitBrains, unfenced]).toEqual([1, 1]);
    expect(Number(splitTime.total)).toBe(3 * DAY - 3 * HOUR);
  });

  it('never are where the fencing works', () => {
    const { splitBrains, unfenced, splitTime } = split('100%');
    expect([splitBrains, unfenced, Number(splitTime.total)]).toEqual([0, 0, 0]);
  });
});

describe('a step that fences', () => {
  const fencing = (works: string): readonly Happening[] => {
    const model = compileScenario(read(scenario(works)));
    const happened = listen(model);
    replicate(model, masterKey('1'), 0, horizonOf(years));
    return happened.filter(([, kind, thing]) => kind === 'step 0' && thing === 'move').slice(0, 2);
  };

  it('is told as failed where the fencing did not work, and the plan goes on all the same', () => {
    expect(fencing('0%')).toEqual([
      [DAY, 'step 0', 'move', 'begin'],
      [DAY, 'step 0', 'move', 'fail'],
    ]);
    expect(fencing('100%').map(([, , , event]) => event)).toEqual(['begin', 'end']);
  });
});
