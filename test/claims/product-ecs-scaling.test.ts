import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/index.ts';
import { happenings, running } from './ecs.ts';
import { calm, incidents } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.2 (ECS): auto scaling, Region Master, images.
// Alibaba Cloud Hong Kong, 2022-12-18: new machines could not be had in the other zones either.

const ZONE_B_LOST = '{at: 3d, lose: r/b, for: 6h}';
const text = (faults: string, scaling = '{min: 2, max: 8, target: 60%, replace: false}') => `
hasim: 1
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  slb: {kind: slb, in: r/a, backends: [app]}
  app:
    {kind: ecs, in: [r/b, r/a], count: 4, capacity-each: 100/s, protected: true, create: 40s, boot: 60s, warm-up: 30s,
     control: control, scaling: ${scaling}}
  control: {kind: ecs-control, in: [r/b, r/a], lost-with-zone: 0%, capacity-exhausted: 0%, faults: none}
workloads: {page: {entry: slb, demand: 240/s}}
faults: [${faults}]
`;

describe('auto scaling', () => {
  it('does nothing while the load is at its target', () => {
    expect(running(text(''))).toEqual([]);
  });

  it('adds what is missing after the loss of a zone: three whole periods, creation, boot and warm-up later', () => {
    const [first, second] = running(text(ZONE_B_LOST));
    expect(first![1]).toBe(5);
    expect(second).toEqual([first![0], 6]); // two of the six stand in the lost zone
    // Servers leave rotation after 19 to 21 s, then the load is over the target; periods begin at a random phase.
    const waited = first![0] - 130;
    expect(waited).toBeGreaterThanOrEqual(19 + 180);
    expect(waited).toBeLessThanOrEqual(21 + 240);
  });

  it('removes them again when the zone is back', () => {
    const told = running(text(ZONE_B_LOST));
    expect(told.slice(2).map(([, count]) => count)).toEqual([5, 4]);
    const [after] = told.slice(2).map(([at]) => at - 6 * 3600);
    expect(after).toBeGreaterThanOrEqual(180);
    expect(after).toBeLessThanOrEqual(4 + 2 + 240);
  });

  it('stays within its bounds', () => {
    const bounded = text(ZONE_B_LOST, '{min: 4, max: 5, target: 60%, replace: false}');
    expect(Math.max(...running(bounded).map(([, count]) => count))).toBe(5);
    const idle = text('', '{min: 3, max: 8, target: 100%, replace: false}');
    expect(running(idle).map(([, count]) => count)).toEqual([3]);
  });

  it('cools down between two steps: what a full metric cannot show is added step by step', () => {
    const surge = text('').replace('demand: 240/s', 'demand: 480/s').replace('max: 8', 'max: 20');
    const steps = running(surge).map(([at, count]) => [at + 3 * 86_400, count] as const);
    // 4 full servers ask for 4 / 60 % = 7 of which 69 % are busy: 8.
    expect(steps.map(([, count]) => count)).toEqual([5, 6, 7, 8]);
    expect(steps[3]![0] - steps[2]![0]).toBeGreaterThanOrEqual(300 + 180 + 130);
    expect(steps[3]![0] - steps[2]![0]).toBeLessThanOrEqual(300 + 240 + 130);
  });

  it('replaces an instance that its checks find dead, minutes before the host is repaired', () => {
    const replacing = text('{at: 3d, lose: app/1, for: 10h}', '{min: 4, max: 8, target: 60%}');
    const [gone, back] = running(replacing);
    expect(gone![1]).toBe(3);
    expect(gone![0]).toBeGreaterThanOrEqual(65);
    expect(gone![0]).toBeLessThanOrEqual(125);
    expect(back).toEqual([expect.closeTo(gone![0] + 130, 6), 4]);
  });
});

describe('the control plane', () => {
  const served = (faults: string) => running(text(faults))[1]?.[0] ?? Number.POSITIVE_INFINITY;

  it('has two equal masters: the loss of one stops nothing', () => {
    expect(served(`${ZONE_B_LOST}, {at: 2d, lose: control/2, for: 1h}`)).toBe(served(ZONE_B_LOST));
  });

  it('and starts nothing without both', () => {
    const both = `${ZONE_B_LOST}, {at: 2d, lose: control/2, for: 27h}`;
    expect(served(both)).toBeCloseTo(3 * 3600 + 130, 6);
  });

  it('may go with the zone until its names are bound to another one', () => {
    const gone = text(ZONE_B_LOST).replace('lost-with-zone: 0%', 'lost-with-zone: 100%, rebind: 2h');
    expect(running(gone)[1]![0]).toBeCloseTo(2 * 3600 + 130, 6);
  });

  it('while what runs, runs on', () => {
    const lost = text('{at: 3d, lose: control, for: 6h}');
    expect(happenings(lost).filter(({ kind }) => kind === 'truth').length).toBeGreaterThan(0);
    const unserved = (name: string) =>
      incidents(calm('product-ecs-scaling', `{at: 3d, lose: ${name}, for: 6h}`), 'page');
    expect(unserved('control')).toEqual([]);
    expect(running(lost)).toEqual([]);
  });

  it('sooner where a plan rebinds them', () => {
    const planned = text(ZONE_B_LOST)
      .replace('lost-with-zone: 0%', 'lost-with-zone: 100%, rebind: 2h')
      .concat(`teams: {people: {}}
alarms: {dark: {watch: r/b}}
plans: {rebind: {when: {alarm: dark, for: 0s}, decided-by: automation, steps: [{rebind: control, takes: 30m}]}}
`);
    expect(running(planned)[1]![0]).toBeCloseTo(1800 + 130, 6);
  });

  it('may have no machines left in the other zones', () => {
    const exhausted = text(ZONE_B_LOST).replace('capacity-exhausted: 0%', 'capacity-exhausted: 100%');
    expect(running(exhausted)[0]![0]).toBe(6 * 3600 + 130); // when the lost one is back
  });
});

describe('a standby that waits', () => {
  const standby = (state: string, faults = '{at: 3d, lose: app, for: 6h}') => `
hasim: 1
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  slb: {kind: slb, in: r/a, backends: [app, spare]}
  app: {kind: ecs, in: r/a, count: 2, capacity-each: 300/s}
  spare: {kind: ecs, in: r/b, count: 2, capacity-each: 300/s, create: 40s, boot: 60s, warm-up: 30s, ${state}}
  control: {kind: ecs-control, in: [r/a, r/b], lost-with-zone: 100%, rebind: 2h, capacity-exhausted: 0%, faults: none}
workloads: {page: {entry: slb, demand: 240/s}}
teams: {people: {}}
alarms: {dark: {watch: app}}
plans:
  help: {when: {alarm: dark, for: 0s}, decided-by: automation, steps: [{start: spare, takes: 0s}]}
  home: {when: {cleared: dark, for: 0s, after: help}, decided-by: automation, steps: [{stop: spare, takes: 0s}]}
faults: [${faults}]
`;
  const started = (state: string, faults?: string) => running(standby(state, faults), 'spare')[0]?.[0];

  it('takes a warm-up where it is warm, a boot more where it is cold, its creation more where it is made from an image', () => {
    expect(started('standby: warm')).toBe(30);
    expect(started('standby: cold, control: control')).toBe(90);
    expect(started('standby: cold, control: control, image: r')).toBe(130);
  });

  it('serves after the checks of the balancer, and not before', () => {
    const takesOver = happenings(standby('standby: warm'))
      .filter(({ kind, thing }) => kind === 'belief' && thing === 'slb of spare/1')
      .map(({ at, value }) => [at, value] as const);
    expect(takesOver[0]![1]).toBe(1);
    expect(takesOver[0]![0]).toBeGreaterThanOrEqual(34);
    expect(takesOver[0]![0]).toBeLessThanOrEqual(41);
  });

  it('goes back to waiting on the way home', () => {
    const told = running(standby('standby: warm'), 'spare');
    expect(told.at(-1)).toEqual([6 * 3600, 0]);
  });

  it('needs the control plane where it is cold, and not where it is warm', () => {
    const zone = '{at: 3d, lose: r/a, for: 6h}';
    expect(started('standby: cold, control: control', zone)).toBe(2 * 3600 + 90);
    expect(started('standby: cold, control: control, reserved: true', zone)).toBe(90);
    expect(started('standby: warm, control: control', zone)).toBe(30);
  });

  it('is refused in another region than that of its image', () => {
    const far = standby('standby: cold, image: elsewhere').replace('places: {r', 'places: {elsewhere: {x: {}}, r');
    const { problems } = readScenario(far, 'x');
    expect(problems.map(({ code }) => code)).toContain('image-elsewhere');
    expect(readScenario(standby('standby: cold, image: r'), 'x').problems.map(({ code }) => code)).not.toContain(
      'image-elsewhere',
    );
    const on = readScenario(standby('standby: hot'), 'x').problems.map(({ code }) => code);
    expect(on).toContain('always-on');
  });
});
