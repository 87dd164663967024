import { describe, expect, it } from 'vitest';
import { Experiment } from '../../src/index.ts';
import { read } from '../simulate.ts';

/** A mistake in a store that is only read is noticed two hours later, long after a machine elsewhere has been mended. */
const UNDONE = `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  web: {kind: ecs, in: r/a, count: 1, capacity-each: 10/s, boot: 0s, uses: {database: db, table: log}}
  db: {kind: rds, edition: basic, in: r/a}
  log: {kind: rds, edition: basic, in: r/a, size: 5GB, backups: {}}
  other: {kind: ecs, in: r/b, count: 1, capacity-each: 10/s, boot: 0s}
workloads: {order: {entry: web, demand: 1/s, writes: database, reads: table}}
teams: {people: {size: 1}}
alarms: {wrong: {damaged: log}}
plans:
  undo:
    when: {alarm: wrong}
    decided-by: {people: people}
    steps: [{fence: db}]
faults:
  - {name: mistake, at: 1d, damage: log, noticed: 2h}
  - {name: node, lose: other, at: 25h, for: 10m}
`;

describe('an incident that a step of a plan begins', () => {
  it('is put down to the plan where nothing else is broken, whatever data are wrong', () => {
    const experiment = new Experiment(read(UNDONE), { runs: 1, years: 0.02, seed: '1' });
    while (experiment.step());
    const { causes } = experiment.result({ file: 'x', sha256: '0' }).workloads['order']!;
    expect(causes).toMatchObject([{ trigger: 'plan undo', class: 'plan', combination: ['plan undo'], cut: null }]);
  });
});
