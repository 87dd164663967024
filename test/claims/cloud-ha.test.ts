import { describe, expect, it } from 'vitest';
import { calm, incidents, measured } from './told.ts';

// Alibaba Cloud solution page "highly available architecture on the cloud", collected 2026-02-03.

describe('cloud-ha', () => {
  it('takes a dead server out by health checks: users notice for no more than its window of 21 s', () => {
    const [dead] = incidents(calm('cloud-ha', '{at: 3d, lose: app/1, for: 1h}'), 'page');
    expect(dead!.seconds).toBeLessThanOrEqual(21);
    expect(dead!.seconds).toBeGreaterThanOrEqual(19);
  });

  it('switches a dead primary within half a minute of being noticed, and loses no acknowledged write', () => {
    const { workloads, stores } = measured(calm('cloud-ha', '{at: 3d, lose: db/1, for: 1h}'), 64);
    expect(workloads['order']!.rtoSeconds[0]!.count).toBe(64);
    expect(workloads['order']!.rtoSeconds[0]!.p50!).toBeLessThan(60);
    expect(stores['db']!.cleanRecoveries).toBe(stores['db']!.recoveries);
  });

  it('survives either zone without people', () => {
    for (const zone of ['h', 'i']) {
      const { workloads } = measured(calm('cloud-ha', `{at: 3d, lose: cn-hangzhou/${zone}, for: 6h}`), 8);
      expect(workloads['page']!.phases.decide).toBe(0);
    }
  });

  it('prints the product of the SLAs beside the measured figure', () => {
    const { slaProduct, slaParts } = measured(calm('cloud-ha', '{at: 3d, lose: app/1, for: 1h}')).workloads['order']!;
    expect(slaParts.map(({ component }) => component).sort()).toEqual(['alb', 'app', 'db', 'www']);
    expect(slaProduct).toBeCloseTo(0.99995 ** 3, 12);
  });
});
