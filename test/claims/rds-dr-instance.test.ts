import { describe, expect, it } from 'vitest';
import { calm, incidents, measured, when } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.3: an instance in another region that DTS keeps in step;
// when neither node of the first is reached, it is made the primary, and the application changes its address.

const RUNS = 32;
const told = (faults: string, change?: (text: string) => string) => calm('product-rds-dr-instance', faults, change);
const automatic = (text: string) => text.replaceAll('{people: dba}', 'automation');
const BOTH = '{at: 3d, lose: orders/1, for: 12h}, {at: 3d, lose: orders/2, for: 12h}';

describe('a disaster-recovery instance in another region', () => {
  it('is not needed for the loss of one node: the standby takes over, nothing is promoted elsewhere', () => {
    const one = told('{at: 3d, lose: orders/1, for: 12h}');
    const { stores, workloads } = measured(one);
    expect(stores['dr']!.recoveries).toBe(0);
    expect(workloads['order']!.phases.decide).toBe(0);
    expect(Math.max(...incidents(one, 'order').map(({ seconds }) => seconds))).toBeLessThan(120);
  });

  it('takes over seconds behind when neither node is reached', () => {
    const [rpo] = measured(told(BOTH), RUNS).stores['dr']!.rpoSeconds;
    expect(rpo!.count).toBe(RUNS);
    expect(rpo!.max!).toBeLessThan(15);
  });

  it('serves nobody before the application has changed its address', () => {
    const [lost] = incidents(told(BOTH, automatic), 'order');
    const up = when(lost!, (event) => event.kind === 'role' && event.thing === 'dr' && event.role === 'writable');
    const served = when(lost!, (event) => event.kind === 'service' && event.served > 0.9);
    expect(served - up).toBeCloseTo(600, 3);
    const forgotten = (text: string) =>
      automatic(text).replace(/ *- \{repoint: \[app, app-far\], use: \{database: dr\}.*\n/, '');
    const [dark] = incidents(told(BOTH, forgotten), 'order');
    expect(dark!.seconds).toBeGreaterThan(11 * 3_600);
  });

  it('switches by itself from then on, as the first one did', () => {
    const later = (nodes: string) => told(`${BOTH}, {at: 75h, lose: dr/1, for: 1h}${nodes}`, automatic);
    const second = (nodes: string) =>
      incidents(later(nodes), 'order').filter(({ began }) => began >= 75 * 3_600)[0]!.seconds;
    expect(second('')).toBeLessThan(120);
    expect(second(', {at: 75h, lose: dr/2, for: 1h}')).toBeGreaterThanOrEqual(3_600);
  });

  it('is no help to the first without DTS: an hour of a broken task is an hour of lost writes', () => {
    const broken = `${BOTH}, {at: 71h, lose: sync, for: 12h}`;
    expect(measured(told(broken), 8).stores['dr']!.rpoSeconds[0]!.p50! / 3_600).toBeCloseTo(1, 2);
  });
});
