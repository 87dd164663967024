import { describe, expect, it } from 'vitest';
import { Drill, Explainer, parseDuration, readScenario } from '../../src/index.ts';

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
