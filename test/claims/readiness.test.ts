import { describe, expect, it } from 'vitest';
import { calm, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 7.1: with a centre that only waits, nobody knows at the
// critical moment whether the switch to it will work; centres that all serve have no such doubt, and stand idle less.

const RUNS = 256;
const HOUR = 3_600;
const ZONE_A_LOST = '{at: 3d, lose: cn-beijing/a, for: 12h}';
const ready = (how: string) => (text: string) =>
  text.replace('    when: {alarm: zone-a-dark', `    readiness: ${how}\n    when: {alarm: zone-a-dark`);

/** Recovery times of the workload that writes when zone a is lost. */
const recovery = (name: string, how: string) =>
  measured(calm(name, ZONE_A_LOST, ready(how)), RUNS).workloads['order']!.rtoSeconds[0]!;

describe('a standby zone that only waits', () => {
  const [serving, drilled, never] = ['serving', '1y', 'never'].map((how) => recovery('a-s', how));

  it('recovers the later the less lately it has proved itself', () => {
    expect([serving!.count, drilled!.count, never!.count]).toEqual([RUNS, RUNS, RUNS]);
    expect(drilled!.mean!).toBeGreaterThan(serving!.mean!);
    expect(never!.mean!).toBeGreaterThan(drilled!.mean! + 60);
  });

  it('keeps its promise of minutes at the median, and breaks it at 95 % when nobody has ever tried', () => {
    for (const rto of [serving!, drilled!, never!]) expect(rto.p50!).toBeLessThan(15 * 60);
    expect(serving!.p95!).toBeLessThan(15 * 60);
    expect(never!.p95!).toBeGreaterThan(HOUR);
  });

  it('has a doubt that active zones are free of: with it, A-A would recover minutes later on average', () => {
    const [active, untried] = [recovery('a-a', 'serving'), recovery('a-a', 'never')];
    expect(untried.mean! - active.mean!).toBeGreaterThan(5 * 60);
    expect(active.p50!).toBeLessThanOrEqual(untried.p50!);
  });
});
