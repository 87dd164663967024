import { describe, expect, it } from 'vitest';
import { calm, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18: sections 1.2 (snapshots), 1.3 (RDS), 5 (HBR), 6.2 (DBS).

const HOUR = 3600;
const rto = (result: ReturnType<typeof measured>, workload: string): number =>
  result.workloads[workload]!.rtoSeconds[0]!.p50!;
const rpo = (result: ReturnType<typeof measured>, store: string): number => result.stores[store]!.rpoSeconds[0]!.max!;

describe('a rollback to a snapshot', () => {
  // Snapshots at 01:00 and 13:00; the damage is done at noon of the third day.
  const result = measured(calm('product-snapshot', '{at: 3.5d, damage: shop, noticed: 2h}'));

  it('loses everything since the snapshot', () => expect(rpo(result, 'shop')).toBe(11 * HOUR));

  it('brings two disks back to two points, unless both are copied at one instant', () => {
    expect(result.stores['shop']!.restores!.inconsistentMinutesPerYear).toBeGreaterThan(0);
    const atOnce = calm('product-snapshot', '{at: 3.5d, damage: shop, noticed: 2h}', (text) =>
      text.replace(', spread: 5m', ''),
    );
    expect(measured(atOnce).stores['shop']!.restores!.inconsistentMinutesPerYear).toBe(0);
  });
});

describe('a mistake in a database of two copies', () => {
  const damage = '{at: 3.5d, damage: orders, noticed: 30h}';

  it('is in both copies: a switch to the other zone does not help', () => {
    const alone = measured(calm('product-rds-backup', damage)).workloads['order']!.availability.servedWrong!.mean!;
    const switched = measured(calm('product-rds-backup', `${damage}, {at: 3.6d, lose: cn-hangzhou/b, for: 12h}`))
      .workloads['order']!.availability;
    expect(alone).toBeGreaterThan(0);
    expect(switched.servedWrong!.mean!).toBeGreaterThan(0.8 * alone);
  });

  it('is undone with the service up, and loses nothing from before it', () => {
    const result = measured(calm('product-rds-backup', damage));
    expect(rpo(result, 'orders')).toBe(0);
    // Only the last hour, when the rows are moved back and writes stand still, is down.
    expect(rto(result, 'order')).toBeLessThan(1.1 * HOUR);
  });

  it('may be an attack: the downtime of undoing it is put down to that', () => {
    const attacked = (text: string) =>
      text
        .replace(
          '{mistake: {mtbf: 2y, effect: corruption}}',
          '{attack: {mtbf: {uniform: [3d, 4d]}, effect: corruption}}',
        )
        .replace('\nplaces:', '\nstart: new\nplaces:');
    const { causes } = measured(calm('product-rds-backup', '', attacked)).workloads['order']!;
    expect(causes[0]).toMatchObject({ trigger: 'orders attack', class: 'damage' });
  });

  it('costs every good write since then', () => {
    const soon = measured(calm('product-rds-backup', damage.replace('30h', '1h'))).stores['orders']!.restores!;
    const late = measured(calm('product-rds-backup', damage)).stores['orders']!.restores!;
    expect(late.goodWritesDiscardedPerYear).toBeGreaterThan(soon.goodWritesDiscardedPerYear + 28 * HOUR * 200 * 0.05);
  });
});

describe('a cold backup with DBS', () => {
  const fire = '{at: 3.5d, lose: idc/production, effect: loss, for: 30d}';
  const sized = (size: string) => (text: string) => text.replaceAll('500GB', size);

  it('has a recovery point of seconds', () => {
    expect(rpo(measured(calm('db-cold-backup', fire)), 'recovery')).toBeLessThanOrEqual(10);
  });

  it('takes longer the more data there are: short for little, out of control for much', () => {
    const [small, large] = ['50GB', '5TB'].map((size) =>
      rto(measured(calm('db-cold-backup', fire, sized(size))), 'order'),
    );
    expect(small!).toBeLessThan(24 * HOUR);
    // 5 TB at 200 MB/s are 7 h more than nothing.
    expect(large! - small!).toBeGreaterThan(((5e12 - 50e9) / 200e6) * 0.5);
  });

  it('comes from the local store while that lives, and over the line when only the cloud is left', () => {
    const local = rto(measured(calm('db-cold-backup', fire)), 'order');
    const both = `${fire}, {at: 3.5d, lose: idc/storage, effect: loss, for: 60d}`;
    const cloud = measured(calm('db-cold-backup', both));
    // 500 GB: 42 minutes at 200 MB/s, 5.6 hours at 25 MB/s.
    expect(rto(cloud, 'order') - local).toBeGreaterThan(2 * HOUR);
    // What had not been copied to the cloud yet is lost with the site.
    expect(rpo(cloud, 'recovery')).toBeGreaterThan(1 * HOUR);
  });

  it('loses the data for good when the only store burns with the database', () => {
    const lonely = (text: string) =>
      text
        .replace('    copy-to: [cn-shenzhen, cn-qingdao]\n    copy-takes: 2h\n', '')
        .replace(/\n {4}copy-restore-speed[^\n]*/, '');
    const both = `${fire}, {at: 3.5d, lose: idc/storage, effect: loss, for: 60d}`;
    expect(measured(calm('db-cold-backup', both, lonely)).stores['production']!.permanentLossesPerYear).toBeGreaterThan(
      0,
    );
    expect(measured(calm('db-cold-backup', both)).stores['production']!.permanentLossesPerYear).toBe(0);
  });
});

describe('hybrid backup', () => {
  it('has a recovery point and a recovery time of hours, on the premises and in the cloud', () => {
    const disk = measured(calm('hybrid-backup', '{at: 3.6d, lose: files, effect: loss, for: 8h}'));
    expect(rpo(disk, 'files')).toBeGreaterThan(0.5 * HOUR);
    expect(rpo(disk, 'files')).toBeLessThan(5 * HOUR);
    expect(rto(disk, 'file')).toBeGreaterThan(8 * HOUR);
    const site = measured(calm('hybrid-backup', '{at: 3.6d, lose: idc, effect: loss, for: 30d}'));
    expect(rto(site, 'file')).toBeGreaterThan(12 * HOUR);
    expect(rto(site, 'file')).toBeLessThan(48 * HOUR);
  });
});
