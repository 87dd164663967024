import { describe, expect, it } from 'vitest';
import { PHASE_NAMES } from '../../src/model/index.ts';
import { read, simulate } from '../simulate.ts';

/** A place is lost with the database and the object store in it; people move the pool to another object store after an hour. */
const TEXT = `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  web: {kind: ecs, in: r/b, count: 1, boot: 0s, uses: {database: db, storage: files}}
  db: {kind: rds, edition: basic, in: r/a}
  files: {kind: rds, edition: basic, in: r/a}
  others: {kind: rds, edition: basic, in: r/b}
workloads:
  order: {entry: web, demand: 1/s, writes: database}
  upload: {entry: web, demand: 1/s, writes: storage}
teams: {people: {size: 1}}
alarms: {dark: {watch: [files]}}
plans:
  move:
    when: {alarm: dark}
    decided-by: {people: people, takes: 1h}
    steps: [{repoint: web, use: {storage: others}, takes: 1m}]
faults: [{at: 1d, lose: r/a, for: 6h}]
`;

describe('what a plan repoints', () => {
  it('is what people work on: what the pool needs in its other roles waits for nobody', () => {
    const { collected } = simulate(read(TEXT), { years: 0.01 });
    const minutes = collected.workloads.map(({ phases }) =>
      Object.fromEntries(PHASE_NAMES.map((name, phase) => [name, Number(phases[phase]!.total) / 60e6])),
    );
    const [order, upload] = minutes;
    expect(upload!.decide).toBe(60);
    expect([order!.decide, order!.switch]).toEqual([0, 0]);
    expect(order!.repair).toBe(360);
  });
});
