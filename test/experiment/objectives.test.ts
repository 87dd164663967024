import { describe, expect, it } from 'vitest';
import { Experiment } from '../../src/experiment/index.ts';
import { read } from '../simulate.ts';

/** Zone a is lost for an hour and zone b for two, in every run; a node of a is lost for longer. */
const LOST = `
hasim: 1
catalogue: none
places: {east: {a: {}, b: {}}}
components:
  web: {kind: ecs, in: east/a, count: 1, capacity-each: 10/s, boot: 0s, uses: {database: db}}
  app: {kind: ecs, in: east/b, count: 1, capacity-each: 10/s, boot: 0s}
  db:  {kind: rds, edition: basic, in: east/a, size: 1GB}
workloads:
  page: {entry: web, demand: 1/s}
  call: {entry: app, demand: 1/s}
objectives: {site-lost: {scope: zone, rto: 4h, rpo: 30m}}
faults:
  - {at: 10d, lose: east/a, for: 1h}
  - {at: 20d, lose: east/b, for: 2h}
  - {at: 30d, lose: web, for: 9h}
`;

describe('an objective for the loss of a place', () => {
  it('needs a drill, and says what runs have seen: p95 of the worst place, and of how many losses', () => {
    const experiment = new Experiment(read(LOST), { runs: 5, years: 1, seed: '1' });
    while (experiment.step());
    const { objectives } = experiment.result({ file: 'x', sha256: '' });
    expect(objectives).toMatchObject([
      { objective: 'site-lost rto', measured: 7_200, seen: 5, verdict: 'needs-drill' },
      { objective: 'site-lost rpo', measured: null, verdict: 'needs-drill' },
    ]);
  });
});
