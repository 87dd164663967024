import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Drill, Explainer, topologyOf } from '../../src/experiment/index.ts';
import { parseDuration, readScenario } from '../../src/index.ts';

const DATABASE = (how: string): string => `hasim: 1
name: two zones
places: {r: {a: {}, b: {}}}
components:
  app: {kind: ecs, in: r/a, count: 2, capacity-each: 500/s, faults: none, uses: {database: db}}
  db: {kind: rds, edition: high-availability, in: [r/a, r/b], size: 10GB, replication: ${how}, rebuild: 10m, faults: none}
workloads: {order: {entry: app, demand: 100/s, writes: database}}
`;
const SYNC = `hasim: 1
name: two stores
places: {r: {a: {}}, s: {b: {}}}
components:
  app: {kind: ecs, in: r/a, count: 2, capacity-each: 500/s, faults: none, uses: {cache: one}}
  one: {kind: redis, in: r/a, size: 1GB, faults: none}
  two: {kind: redis, in: s/b, size: 1GB, faults: none}
  both: {kind: redis-sync, between: [one, two], lag: 2s, faults: none}
workloads: {visit: {entry: app, demand: 100/s, writes: cache}}
`;

const scenarioOf = (text: string) => {
  const { scenario, problems } = readScenario(text, 'copies.yaml');
  if (scenario === undefined) throw new Error(JSON.stringify(problems));
  return scenario;
};
const named = (name: string) =>
  scenarioOf(readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8'));
const copies = (text: ReturnType<typeof scenarioOf>) =>
  topologyOf(text).edges.flatMap(({ kind, from, to, how, lagSeconds }) =>
    kind === 'copy' ? [[from, to, how, lagSeconds]] : [],
  );

/** How far a copy was behind at a moment of a drill of the loss of zone b; the fault strikes at 0. */
function drilled(text: string): (at: number) => number | null | undefined {
  const drill = new Drill(scenarioOf(text), {
    times: 1,
    seed: '1',
    lostFor: parseDuration('1d')!,
    timelines: true,
    fault: 'zone:r/b',
  });
  while (drill.step());
  const { exposures } = drill.result({ file: 'x', sha256: '' }).rows[0]!.timelines![0]!;
  const [{ from, to, seconds }] = exposures as [(typeof exposures)[number]];
  expect([from, to]).toEqual(['db@r/a', 'db@r/b']);
  return (at) => seconds.findLast(([time]) => time <= at)?.[1];
}

describe('how far the copies of a drawing are behind', () => {
  it('is nothing while all is well and writes wait for the copy, and told of every store that spans places', () => {
    expect(copies(scenarioOf(DATABASE('semi-synchronous')))).toEqual([['db@r/a', 'db@r/b', 'semi-synchronous', 0]]);
    expect(copies(scenarioOf(DATABASE('synchronous')))).toEqual([['db@r/a', 'db@r/b', 'synchronous', 0]]);
    expect(copies(named('product-rds-three-node'))).toEqual([
      ['db@cn-beijing/a', 'db@cn-beijing/b', 'majority', 0],
      ['db@cn-beijing/a', 'db@cn-beijing/c', 'majority', 0],
    ]);
    const [standby, reader] = copies(named('product-rds-cluster'));
    expect(standby).toEqual(['db@cn-beijing/a', 'db@cn-beijing/b', 'semi-synchronous', 0]);
    expect(reader!.slice(0, 3)).toEqual(['db@cn-beijing/a', 'db@cn-beijing/c', 'asynchronous']);
    expect(reader![3]).toBeGreaterThan(0);
  });

  it('is told of stores that copy to each other, either way, and not of what keeps no data or no second copy', () => {
    expect(copies(scenarioOf(SYNC)).map(([from, to]) => [from, to])).toEqual([
      ['one', 'two'],
      ['two', 'one'],
    ]);
    expect(copies(scenarioOf(SYNC))[0]![3]).toBe(2);
    expect(copies(named('product-drds')).every(([from]) => /^orders-\d@/.test(String(from)))).toBe(true);
    expect(copies(named('product-redis-cluster')).map(([, to]) => to)).toEqual(['cache@cn-beijing/b']);
  });

  it('grows from the loss of the standby on, where writes go on alone', () => {
    const at = drilled(DATABASE('semi-synchronous'));
    expect([-1, 60, 120].map(at)).toEqual([0, 60, 120]);
  });

  it('begins where the standby is promoted, at nothing, and grows from there on by what is written', () => {
    const drill = new Drill(named('cloud-ha'), {
      times: 3,
      seed: '1',
      lostFor: parseDuration('7d')!,
      timelines: true,
      fault: 'zone:cn-hangzhou/h',
    });
    while (drill.step());
    for (const { exposures, lines, until } of drill.result({ file: 'x', sha256: '' }).rows[0]!.timelines!) {
      const promoted = lines.find(({ event }) => event.kind === 'role' && event.role === 'primary')!.at;
      expect(promoted).toBeGreaterThan(60);
      const [there, back] = exposures as [(typeof exposures)[number], (typeof exposures)[number]];
      expect([there.from, there.to]).toEqual(['db@cn-hangzhou/h', 'db@cn-hangzhou/i']);
      // In step until the zone was lost, and nothing was written since.
      expect(there.seconds.filter(([at]) => at < promoted).map(([, seconds]) => seconds)).toContain(0);
      expect(there.seconds.find(([, seconds]) => seconds === null)).toEqual([promoted, null]);
      expect([back.from, back.to]).toEqual(['db@cn-hangzhou/i', 'db@cn-hangzhou/h']);
      expect(back.seconds[0]).toEqual([promoted, 0]);
      expect(back.seconds.at(-1)![0]).toBe(until);
      for (const [at, seconds] of back.seconds) expect(seconds).toBeCloseTo(at - promoted, 5);
    }
  });

  it('stays nothing where no write is acknowledged without the copy', () => {
    const at = drilled(DATABASE('synchronous, without-standby: stop'));
    expect([-1, 60, 120].map(at)).toEqual([0, 0, 0]);
  });

  it('is told of incidents that chance brings, too: while the way is cut, all that is written waits', () => {
    const explainer = new Explainer(named('a-a'), { runs: 24, years: 2, seed: '1' });
    while (explainer.step());
    const { timelines } = explainer.explanation({ file: 'x', sha256: '' });
    expect(timelines.every(({ exposures }) => exposures.length > 0)).toBe(true);
    const cut = timelines.find(({ class: size, seconds }) => size === 'link' && seconds > 400)!;
    const [{ replication, from, to, seconds }] = cut.exposures as [(typeof cut.exposures)[number]];
    expect([replication, from, to]).toEqual(['sync', 'orders-a', 'orders-b']);
    const at = (time: number) => seconds.find(([looked]) => looked === time)![1]!;
    // What is on the way is drawn anew at each look: within some seconds.
    expect(Math.abs(at(300) - at(60) - 240)).toBeLessThan(10);
  });

  it('is told of each direction by itself where a stream is turned round: first from the copy, then to it', () => {
    const text = readFileSync(new URL('../../scenarios/product-dts.yaml', import.meta.url), 'utf8');
    const faults = '\nfaults: [{at: 3d, lose: orders, for: 12h}]\n';
    const scenario = scenarioOf(text.replace('hasim: 1', 'hasim: 1\ncatalogue: none').concat(faults));
    const explainer = new Explainer(scenario, { runs: 1, years: 20 / 365, seed: '1' });
    while (explainer.step());
    const { timelines } = explainer.explanation({ file: 'x', sha256: '' });
    const home = timelines.find(({ class: size }) => size === 'plan')!;
    const told = new Map(home.exposures.map(({ from, to, seconds }) => [`${from} to ${to}`, seconds]));
    const [back, there] = [told.get('copy to orders')!, told.get('orders to copy')!];
    const known = (seconds: typeof back) => seconds.flatMap(([at, value]) => (value === null ? [] : [at]));
    expect(Math.max(...known(back))).toBeLessThan(Math.min(...known(there)));
    expect(known(back).length).toBeGreaterThan(0);
  });
});
