import { describe, expect, it } from 'vitest';
import { Drill, Explainer, parseDuration, readScenario, topologyOf } from '../../src/index.ts';

const SHOP = `hasim: 1
name: shop
catalogue: none
places: {east: {a: {}, b: {}}}
components:
  lb: {kind: slb, in: east/b, backends: [web-a, web-b], health-check: {interval: 2s, timeout: 5s, unhealthy: 3, healthy: 3}}
  web-a: {kind: ecs, in: east/a, count: 1, capacity-each: 100/s, protected: true, boot: 0s}
  web-b: {kind: ecs, in: east/b, count: 1, capacity-each: 100/s, protected: true, boot: 0s}
workloads:
  page: {entry: lb, demand: 50/s}
`;

describe('what goes along the edges while a drill is told', () => {
  const { scenario, problems } = readScenario(SHOP, 'shop.yaml');
  if (scenario === undefined) throw new Error(JSON.stringify(problems));
  const drill = new Drill(scenario, {
    times: 4,
    seed: '1',
    lostFor: parseDuration('10m')!,
    timelines: true,
    fault: 'east/a',
  });
  while (drill.step());
  const { rows } = drill.result({ file: 'shop.yaml', sha256: '0'.repeat(64) });
  const timelines = rows.flatMap((row) => row.timelines ?? []);

  it('gets through to a lost zone no more from its loss on, and to the other when the balancer has found out', () => {
    expect(timelines.length).toBeGreaterThan(0);
    for (const { flows, workloads } of timelines) {
      const share = (to: string) => flows.find((one) => one.from === 'lb' && one.to === to)!.share;
      const [, lost, back] = workloads[0]!.served;
      expect([lost, back![1]]).toEqual([[0, 0.5], 1]);
      expect(
        share('web-a')
          .slice(0, 2)
          .map(([, value]) => value),
      ).toEqual([0.5, 0]);
      expect(share('web-a')[1]![0]).toBe(0);
      expect(share('web-b').slice(1)).toEqual([[back![0], 1]]);
    }
  });
});

describe('what goes along the edges while an incident is told', () => {
  const text = SHOP.replace(
    'count: 1, capacity-each: 100/s, protected: true, boot: 0s}',
    'count: 1, capacity-each: 100/s, protected: true, boot: 0s, faults: {crash: {mtbf: 30d, repair: 10m}}}',
  );
  const { scenario } = readScenario(text, 'shop.yaml');
  const explainer = new Explainer(scenario!, { runs: 2, years: 1, seed: '1' });
  while (explainer.step());
  const { timelines } = explainer.explanation({ file: 'shop.yaml', sha256: '0'.repeat(64) });

  it('is all there was before the crash, and nothing from its very instant on', () => {
    expect(timelines.length).toBeGreaterThan(0);
    for (const { flows, lines } of timelines) {
      const crash = lines.find(({ event }) => event.kind === 'truth' && event.manner !== 'ok')!;
      const share = flows.find(({ to }) => to === 'web-a')!.share;
      expect(share[0]![1]).toBe(0.5);
      expect(share[1]).toEqual([crash.at, 0]);
    }
  });
});

describe('what servers take to stores while a drill is told', () => {
  const text = `hasim: 1
name: shop
catalogue: none
places: {east: {a: {}, b: {}}}
components:
  web: {kind: ecs, in: east/b, count: 1, capacity-each: 100/s, protected: true, boot: 0s, uses: {database: rows-a}}
  rows-a: {kind: rds, edition: basic, in: east/a, size: 10GB}
  rows-b: {kind: rds, edition: basic, in: east/b, size: 10GB}
  sync: {kind: dts, from: rows-a, to: rows-b, class: small}
workloads:
  page: {entry: web, demand: 50/s, writes: database}
teams: {on-call: {size: 1}}
alarms: {dark: {watch: rows-a, from: east/b, interval: 10s, timeout: 5s, unhealthy: 2}}
plans:
  move:
    when: {alarm: dark, for: 1m}
    decided-by: automation
    steps:
      - {fence: rows-a, takes: 10s}
      - {promote: rows-b, takes: 10s}
      - {repoint: web, use: {database: rows-b}, takes: 30s, succeeds: 100%}
`;
  const { scenario, problems } = readScenario(text, 'shop.yaml');
  if (scenario === undefined) throw new Error(JSON.stringify(problems));

  it('is drawn where a plan may point it, too', () => {
    const { edges } = topologyOf(scenario);
    const stores = edges.filter(({ kind }) => kind === 'store').map(({ from, to, share }) => [from, to, share]);
    expect(stores).toEqual([
      ['web', 'rows-a', 1],
      ['web', 'rows-b', 0],
    ]);
  });

  it('falls to nothing with the store, and goes to the other from the repoint on', () => {
    const drill = new Drill(scenario, {
      times: 2,
      seed: '1',
      lostFor: parseDuration('1d')!,
      timelines: true,
      fault: 'rows-a',
    });
    while (drill.step());
    const { rows } = drill.result({ file: 'shop.yaml', sha256: '0'.repeat(64) });
    const timelines = rows
      .flatMap((row) => row.timelines ?? [])
      .filter(({ workloads }) => workloads[0]!.lostAt !== null);
    expect(timelines.length).toBeGreaterThan(0);
    for (const { flows, workloads } of timelines) {
      const share = (to: string) => flows.find((one) => one.kind === 'store' && one.to === to)?.share ?? [];
      expect(
        share('rows-a')
          .slice(0, 2)
          .map(([, value]) => value),
      ).toEqual([1, 0]);
      const back = workloads[0]!.served.find(([at, value]) => at > 0 && value === 1)!;
      expect(share('rows-b').filter(([, value]) => value === 1)[0]).toEqual(back);
    }
  });
});
