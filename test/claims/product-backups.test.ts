import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/index.ts';
import { calm, incidents, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18: sections 5 (HBR) and 6.2 (DBS).

const HOUR = 3600;
const recoveryTime = (result: ReturnType<typeof measured>, workload: string): number =>
  result.workloads[workload]!.rtoSeconds[0]!.p50!;
const point = (result: ReturnType<typeof measured>, store: string): number => result.stores[store]!.rpoSeconds[0]!.max!;

describe('a database that is backed up straight into two regions', () => {
  const fire = (more = '') => `{at: 3.5d, lose: idc/production, effect: loss, for: 12d}${more}`;
  const sized = (size: string) => (text: string) => text.replaceAll('500GB', size);

  it('comes back as it was seconds before, also when one of the regions is away', () => {
    for (const region of [
      '',
      ', {at: 3.5d, lose: cn-shenzhen, for: 12d}',
      ', {at: 3.5d, lose: cn-qingdao, for: 12d}',
    ]) {
      expect(point(measured(calm('product-dbs', fire(region))), 'recovery')).toBeLessThanOrEqual(10);
    }
  });

  it('is found by the other region where one had been away for a day before: its backups went on', () => {
    const before = ', {at: 2.5d, lose: cn-shenzhen, for: 12d}';
    expect(point(measured(calm('product-dbs', fire(before))), 'recovery')).toBeLessThanOrEqual(10);
  });

  it('comes over the line: each 100 GB more take 4,000 s more at 25 MB/s', () => {
    const [little, much] = ['500GB', '600GB'].map((size) =>
      recoveryTime(measured(calm('product-dbs', fire(), sized(size))), 'order'),
    );
    expect(much! - little!).toBeCloseTo(4_000, 6);
  });

  it('loses seconds with the whole site, where a local store loses what had not been copied to the cloud: hours', () => {
    const storage = ', {at: 3.5d, lose: idc/storage, effect: loss, for: 12d}';
    const local = measured(calm('db-cold-backup', fire(storage)));
    const direct = measured(calm('product-dbs', fire()));
    expect(point(local, 'recovery')).toBeGreaterThan(HOUR);
    expect(point(direct, 'recovery')).toBeLessThanOrEqual(10);
  });

  it('takes hours for what a local store gives back in less than one', () => {
    const local = measured(calm('db-cold-backup', fire()));
    const direct = measured(calm('product-dbs', fire()));
    // 500 GB: 2,500 s at 200 MB/s, 20,000 s at 25 MB/s.
    expect(recoveryTime(direct, 'order') - recoveryTime(local, 'order')).toBeGreaterThan(4 * HOUR);
  });
});

describe('files in a vault', () => {
  const disk = (at: string) => `{at: ${at}, lose: files, effect: loss, for: 8h}`;
  const text = (compression: number) => (scenario: string) =>
    scenario.replace('tested-every: 90d', `tested-every: 90d, compression: ${compression}`);

  it('come back as they were at the last backup: hours', () => {
    // Those of 08:00 are in the vault minutes later.
    expect(point(measured(calm('product-hbr', disk('3d 11h'))), 'files')).toBe(3 * HOUR);
  });

  it('are in the vault sooner where they are deduplicated and compressed: less is lost', () => {
    // The changes of four hours, a twentieth of 200 GB a day, take 83 s at 20 MB/s; a third of that otherwise.
    const lost = (compression: number) =>
      point(measured(calm('product-hbr', disk('7d 4h 1m'), text(compression))), 'files');
    expect(lost(3)).toBe(60);
    expect(lost(1)).toBe(4 * HOUR + 60);
  });

  it('wait for the premises, which are all there is to restore onto', () => {
    const [site] = incidents(calm('product-hbr', '{at: 3.5d, lose: idc, for: 5d}'), 'file');
    expect(site!.downSeconds).toBe(5 * 86_400);
    const elsewhere = measured(calm('hybrid-backup', '{at: 3.5d, lose: idc, for: 5d}'));
    expect(recoveryTime(elsewhere, 'file')).toBeLessThan(36 * HOUR);
  });

  it('cost a restore in vain where a backup cannot be used, unless a trial has shown that', () => {
    const half = (tested: string) => (scenario: string) =>
      scenario.replace('tested-every: 90d', `unusable: 50%, locate: 1h${tested}`);
    const p95 = (tested: string) =>
      measured(calm('product-hbr', disk('3d 11h'), half(tested)), 64).workloads['file']!.rtoSeconds[0]!.p95!;
    expect(p95('') - p95(', tested-every: 10m')).toBeGreaterThan(HOUR);
  });
});

// Section 1.3 (RDS): backups by a schedule that can be set, and by hand.
describe('a database before a change', () => {
  const text = (steps: string) => `
hasim: 1
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  app: {kind: ecs, in: r/b, count: 2, uses: {database: db}}
  db: {kind: rds, in: r/a, size: 100GB, backups: {full: {hours: 1}, log: none, unusable: 0%, speed: 100MB/s}}
  bell: {kind: ecs, in: r/a, count: 2}
  other: {kind: rds, in: r/a, size: 1GB}
workloads: {page: {entry: app, demand: 100/s, writes: database}, ring: {entry: bell, demand: 1/s}}
alarms: {ring: {watch: bell}, wrong: {damaged: db}}
plans:
  before: {when: {alarm: ring, for: 0s}, decided-by: automation, steps: [${steps}]}
  undo: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: db}]}
faults: [{at: 3.5d, lose: bell, for: 1h}, {at: 3.75d, damage: db, noticed: 10m}]
`;
  const point = (steps: string) => {
    const { scenario, problems } = readScenario(text(steps), 'x');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    return measured(scenario!).stores['db']!.rpoSeconds[0]!.max! / 3_600;
  };

  it('is backed up by hand: what is undone goes back to that, not to the night before', () => {
    expect(point('{back-up: db}')).toBeCloseTo(6, 9);
    expect(point('{fence: other}')).toBeCloseTo(17, 9);
  });
});
