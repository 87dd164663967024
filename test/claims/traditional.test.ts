import { describe, expect, it } from 'vitest';
import { calm, incidents, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 9.1: what is wrong with the traditional schemes.

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;
const SCHEMES = ['traditional-app-replication', 'traditional-cdp', 'traditional-storage-replication'];
const SITE_LOST = '{at: 2d, lose: main, for: 2d}';

describe.each(SCHEMES)('%s', (name) => {
  const lost = measured(calm(name, SITE_LOST), 64);

  it('moves to the other site by people: hours, not minutes', () => {
    const rto = lost.workloads['order']!.rtoSeconds.find(({ domain }) => domain === 'main')!;
    expect(rto.p50!).toBeGreaterThan(HOUR);
    expect(rto.max!).toBeLessThan(2 * DAY);
  });

  it('comes home a week or more later, in an outage of hours that is planned', () => {
    const { planned } = lost.workloads['order']!.availability;
    expect(planned.mean! * 20 * DAY).toBeGreaterThan(HOUR);
    const home = incidents(calm(name, SITE_LOST), 'order').find((one) => one.class === 'plan')!;
    expect(home.began).toBeGreaterThan((2 + 2 + 7) * DAY);
  });

  it('often fails on the way home: each attempt costs hours', () => {
    const surely = (text: string) => text.replace(', succeeds: 65%', '');
    const sure = measured(calm(name, SITE_LOST, surely), 64).workloads['order']!.availability.planned.mean!;
    // One attempt in three fails: half as many again.
    expect(lost.workloads['order']!.availability.planned.mean! / sure).toBeGreaterThan(1.2);
  });
});

describe('continuous data protection', () => {
  const rpo = (change?: (text: string) => string) =>
    measured(calm('traditional-cdp', SITE_LOST, change), 64).stores['db-standby']!.rpoSeconds[0]!;

  it('loses what the cache of the application holds, although the disks are current', () => {
    expect(rpo().p50!).toBeGreaterThan(5);
    expect(rpo().max!).toBeLessThan(31);
    // Without a cache only what is on the line is lost: milliseconds.
    expect(rpo((text) => text.replace('{uniform: [0s, 30s]}', '0s')).max!).toBeLessThan(0.1);
  });
});

describe('replication by storage', () => {
  it('carries wrong data as faithfully as right ones: moving over heals nothing', () => {
    const damage = '{at: 36h, damage: db-main, noticed: 1h}';
    const wrong = (faults: string) =>
      measured(calm('traditional-storage-replication', faults)).workloads['order']!.availability.servedWrong!.mean!;
    const moved = wrong(`${damage}, ${SITE_LOST}`);
    expect(wrong(damage)).toBeCloseTo(18.5 / 20, 3);
    // All that is served from the other site is wrong, too.
    expect(moved).toBeGreaterThan(0.9 * wrong(damage));
  });

  it('has a bounded recovery point: seconds', () => {
    const { max, p50 } = measured(calm('traditional-storage-replication', SITE_LOST), 64).stores['db-standby']!
      .rpoSeconds[0]!;
    expect(p50!).toBeGreaterThan(1);
    expect(max!).toBeLessThan(5.1);
  });

  const rto = (name: string, change?: (text: string) => string) =>
    measured(calm(name, SITE_LOST, change), 256).workloads['order']!.rtoSeconds.find(
      ({ domain }) => domain === 'main',
    )!;

  it('leaves a database that has to recover: slower than to start from the disks of CDP', () => {
    const [array, cdp] = ['traditional-storage-replication', 'traditional-cdp'].map((name) => rto(name).p50!);
    expect(array! - cdp!).toBeGreaterThan(30 * MINUTE);
  });

  it('needs scripts that people run, and that do not always work', () => {
    const surely = (text: string) => text.replace(/, succeeds: (80|90)%/g, '');
    const { mean } = rto('traditional-storage-replication');
    expect(mean! - rto('traditional-storage-replication', surely).mean!).toBeGreaterThan(15 * MINUTE);
  });
});
