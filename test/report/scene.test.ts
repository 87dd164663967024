import { expect, test } from 'vitest';
import { Drill, topologyOf } from '../../src/experiment/index.ts';
import { parseDuration, readScenario } from '../../src/index.ts';
import { laterEdges } from '../../src/report/html/replay/edges.ts';
import { replayOf } from '../../src/report/html/replay/replays.ts';
import { storiesOf } from '../../src/report/html/replay/story.ts';
import { drawing, withLater } from '../../src/report/html/topology/draw.ts';
import { keysOf } from '../../src/report/html/topology/keys.ts';

const POOL = `hasim: 1
name: one pool in two zones
places: {r: {a: {}, b: {}}}
components:
  slb: {kind: slb, product: alb, in: [r/a, r/b], backends: [app], faults: none}
  app: {kind: ecs, in: [r/a, r/b], count: 4, capacity-each: 500/s, faults: none, uses: {database: db}}
  db: {kind: rds, edition: high-availability, in: [r/a, r/b], size: 10GB, faults: none}
workloads: {order: {entry: slb, demand: 100/s, writes: database}}
`;

test('the machines of a pool break on the drawing where they stand, and its copy tells how far it is behind', () => {
  const scenario = readScenario(POOL, 'pool.yaml').scenario!;
  const drill = new Drill(scenario, {
    times: 1,
    seed: '1',
    lostFor: parseDuration('1d')!,
    timelines: true,
    fault: 'zone:r/b',
  });
  while (drill.step());
  const topology = topologyOf(scenario);
  const [story] = storiesOf({ drill: drill.result({ file: 'x', sha256: '' }) });
  const { moments, edges } = replayOf(story!, topology);
  const { node } = keysOf(topology);
  const struck = moments.filter(({ at }) => at === 0).flatMap(({ changes }) => changes);
  const truth = (id: string) => struck.findLast(({ key }) => key === node.get(id))?.truth;
  expect([truth('app@r/b'), truth('app@r/a')]).toEqual(['down', undefined]);
  const copy = edges.find(({ measure }) => measure === 'lag')!;
  expect(copy.name).toEqual({ en: 'semi-sync · ', zh: '半同步 · ' });
  expect(copy.points.find(([at]) => at === 60)![1]).toBe(60);
});

const TWO = `hasim: 1
name: a balancer and a database over two zones
places: {r: {a: {}, b: {}}, far: {c: {}}}
components:
  www: {kind: dns, ttl: 60s, answers: {lb: 100%}, faults: none}
  lb: {kind: slb, product: clb, in: {primary: r/a, standby: r/b, switch: 30s}, backends: [app], faults: none}
  app: {kind: ecs, in: r/b, count: 4, capacity-each: 500/s, faults: none, uses: {database: db}}
  db: {kind: rds, edition: high-availability, in: [r/a, r/b], size: 10GB, detection: 10s, zone-switch: 70m, coverage: 100%, faults: none}
  copy: {kind: rds, edition: basic, in: far/c, size: 10GB, faults: none}
  sync: {kind: dts, from: db, to: copy, faults: none}
workloads: {order: {entry: www, demand: 100/s, writes: database}}
`;

test('every way leads to where a component serves: before the failover, and after it', () => {
  const scenario = readScenario(TWO, 'two.yaml').scenario!;
  const drill = new Drill(scenario, {
    times: 1,
    seed: '1',
    lostFor: parseDuration('1d')!,
    timelines: true,
    fault: 'zone:r/a',
  });
  while (drill.step());
  const topology = topologyOf(scenario);
  const stories = storiesOf({ drill: drill.result({ file: 'x', sha256: '' }) });
  const later = laterEdges(stories, topology);
  const drawn = withLater(topology, later);
  const { edges } = replayOf(stories[0]!, drawn);
  const keys = keysOf(drawn).edge;
  const live = (from: string, to: string) => {
    const at = drawn.edges.findIndex((edge) => edge.from === from && edge.to === to);
    return edges.find(({ keys: alike }) => alike.includes(keys[at]!));
  };
  const shares = (from: string, to: string) => live(from, to)?.points.filter(([at]) => at >= 0);
  // Users go to the balancer's first zone until its other one has taken over, ...
  expect(shares('www', 'lb@r/a')).toEqual([[30, 0]]);
  expect(shares('www', 'lb@r/b')).toEqual([[30, 1]]);
  // ... servers to the database's first zone, until the second one is promoted: 10 s and 70 min after the loss.
  expect(shares('app', 'db@r/a')![0]).toEqual([0, 0]);
  expect(shares('app', 'db@r/b')).toEqual([[4_210, 1]]);
  // What is copied to elsewhere comes from there too.
  const copied = (from: string) => live(from, 'copy')!.points.flatMap(([at, lag]) => (lag === null ? [] : [at]));
  expect(Math.max(...copied('db@r/a'))).toBeLessThan(4_210);
  expect(Math.min(...copied('db@r/b'))).toBeGreaterThanOrEqual(4_210);
  // And its own copy goes the other way round.
  expect(live('db@r/a', 'db@r/b')!.turned!.map(([, turned]) => turned)).toEqual([true]);
  expect(live('db@r/a', 'db@r/b')!.turned![0]![0]).toBeGreaterThanOrEqual(4_210);
});

test('ways that only a replay shows change nothing of the drawing but for hidden lines', () => {
  const scenario = readScenario(TWO, 'two.yaml').scenario!;
  const topology = topologyOf(scenario);
  const later = [{ ...topology.edges[0]!, to: 'lb@r/b', share: 0, perSecond: 0 }];
  const [plain, more] = [drawing(topology, new Set()), drawing(topology, new Set(), 'architecture-h', later)].map(
    String,
  );
  expect(more!.replace(/<g class="edge traffic still later".*\n/, '')).toBe(plain);
});

const ALIKE = `hasim: 1
name: pools that are alike
places: {r: {a: {}}}
components:
  lb: {kind: slb, in: r/a, backends: [p1, p2, p3, q], faults: none}
  p1: {kind: ecs, in: r/a, count: 2, capacity-each: 500/s, faults: none, uses: {database: db}}
  p2: {kind: ecs, in: r/a, count: 2, capacity-each: 500/s, faults: none, uses: {database: db}}
  p3: {kind: ecs, in: r/a, count: 2, capacity-each: 500/s, faults: none, uses: {database: db}}
  q: {kind: ecs, in: r/a, count: 6, capacity-each: 500/s, faults: none, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 10GB, faults: none}
workloads: {order: {entry: lb, demand: 100/s, writes: database}}
`;

test('ways along which the same goes at every moment are told once, each of them on its own line', () => {
  const scenario = readScenario(ALIKE, 'alike.yaml').scenario!;
  const lostFor = parseDuration('1d')!;
  const drill = new Drill(scenario, { times: 1, seed: '1', lostFor, timelines: true, fault: 'component:db' });
  while (drill.step());
  const topology = topologyOf(scenario);
  const [story] = storiesOf({ drill: drill.result({ file: 'x', sha256: '' }) });
  const { edges } = replayOf(story!, topology);
  const told = edges.map(({ keys: _, ...one }) => JSON.stringify(one));
  expect(new Set(told).size).toBe(told.length);
  const keys = edges.flatMap(({ keys: alike }) => alike);
  expect(keys.sort()).toEqual(
    [
      ...new Set(
        story!.flows.map(
          ({ from, to }) =>
            keysOf(topology).edge[topology.edges.findIndex((edge) => edge.from === from && edge.to === to)]!,
        ),
      ),
    ].sort(),
  );
  expect(Math.max(...edges.map(({ keys: alike }) => alike.length))).toBeGreaterThanOrEqual(3);
});
