import { expect, test } from 'vitest';
import { Drill, topologyOf } from '../../src/experiment/index.ts';
import { parseDuration, readScenario } from '../../src/index.ts';
import { replayOf } from '../../src/report/html/replay/replays.ts';
import { storiesOf } from '../../src/report/html/replay/story.ts';
import { keysOf } from '../../src/report/html/topology/draw.ts';

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
