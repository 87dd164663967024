import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAY, type Us } from '../../src/base/index.ts';
import { Drill, type DrillResult } from '../../src/experiment/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';

const SCENARIOS = ['a-s', 'a-a', 'db-cold-backup', 'hybrid-dr', 'product-redis-cluster', 'two-site-three-centre-bank'];

const scenarioOf = (name: string): Scenario =>
  read(readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8'));

function drilled(scenario: Scenario): DrillResult {
  const drill = new Drill(scenario, { seed: '7', times: 5, lostFor: (3 * DAY) as Us, timelines: true });
  while (drill.step());
  return drill.result({ file: 'x.yaml', sha256: '' });
}

describe.each(SCENARIOS)('drills of %s', (name) => {
  const scenario = scenarioOf(name);
  const { rows } = drilled(scenario);

  it('lose every place and component and cut every link, each by itself', () => {
    const domains = new Set(
      rows.filter(({ fault }) => fault === 'lost' || fault === 'cut').map(({ domain }) => domain),
    );
    for (const { path } of scenario.places) expect(domains).toContain(path);
    for (const part of [...scenario.components, ...scenario.links]) expect(domains).toContain(part.name);
  });

  it('spend their recovery times in phases, and the replay spends them on the same', () => {
    for (const { timelines } of rows) {
      for (const { rtoSeconds, phases, spans } of timelines!.flatMap((one) => one.workloads)) {
        if (rtoSeconds === null) continue;
        const sum = Object.values(phases).reduce((all, seconds) => all + seconds, 0);
        expect(sum).toBeCloseTo(rtoSeconds, 6);
        const down = spans.reduce((all, { from, to }) => all + to - from, 0);
        expect(down).toBeCloseTo(sum - phases.flap, 6);
      }
    }
  });

  it('would be no slower without a phase', () => {
    for (const { workloads } of rows) {
      for (const { ifPerfect, rtoSeconds } of workloads) {
        for (const { mean, p95 } of Object.values(ifPerfect)) {
          expect(mean ?? 0).toBeLessThanOrEqual((rtoSeconds.mean ?? 0) + 1e-9);
          expect(p95 ?? 0).toBeLessThanOrEqual((rtoSeconds.p95 ?? 0) + 1e-9);
        }
      }
    }
  });
});
