import { describe, expect, it } from 'vitest';
import { runReport } from '../../src/report/index.ts';
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

describe('cloud-ha with changes and people', () => {
  // Over before the first release.
  const lost = '{at: 12h, lose: db, for: 2h}';
  const weekly = (text: string) =>
    text
      .replace('faults: {misconfiguration: {mtbf: 2y}}', 'faults: none')
      .replace('faults: {change: {}}', 'faults: {change: {mtbf: {uniform: [4d, 96.001h]}, repair: 20m}}')
      .replace('\nplaces:', '\nstart: new\nplaces:')
      .replace(/domains:\n.*\n/, '');
  const availability = (name: string, change?: (text: string) => string) =>
    measured(calm(name, lost, change), 16).workloads['order']!.availability;

  it('has beside the SLAs and the whole what the infrastructure alone allows: that of the same architecture without them', () => {
    const [bare, changed] = [availability('cloud-ha'), availability('cloud-ha-changes', weekly)];
    expect(bare.withoutChanges).toBeNull();
    expect(changed.withoutChanges!).toBeCloseTo(bare.time.mean!, 12);
    // Four releases in twenty days stop all servers for 20 minutes each, and checks take seconds to readmit them.
    const each = ((changed.withoutChanges! - changed.time.mean!) * 20 * 86_400) / 4;
    expect(each).toBeGreaterThanOrEqual(20 * 60);
    expect(each).toBeLessThan(20 * 60 + 15);
  });

  it('strikes all servers of a pool in both zones at one instant, and the database as people stop it', () => {
    const once = (text: string) => weekly(text).replace('[4d, 96.001h]', '[5d, 6d]');
    const [stopped] = incidents(calm('cloud-ha-changes', '', once), 'page');
    expect(stopped!.lines.find(({ event }) => event.kind === 'service')!.event).toMatchObject({ served: 0 });
    expect(stopped!.seconds).toBeGreaterThanOrEqual(20 * 60);
  });

  it('prints the three side by side and says why they differ', () => {
    const report = runReport(measured(calm('cloud-ha-changes', lost, weekly), 16));
    const [, titles, figures] = /BESIDE THE SLAS.*\n(.*)\n(.*)\n/.exec(report)!;
    expect(titles!.trim().split(/ {2,}/)).toEqual([
      'workload',
      'SLAs multiplied',
      'infrastructure',
      'measured by time',
    ]);
    const [product, infrastructure, all] = figures!.match(/\d+\.\d+(?= %)/g)!.map(Number);
    expect(infrastructure!).toBeGreaterThan(all!);
    expect(product!).toBeCloseTo(99.985, 6);
    expect(report).toContain('began with a change or a mistake of people');
  });
});
