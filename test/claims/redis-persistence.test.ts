import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAY, type Us } from '../../src/base/index.ts';
import { Drill } from '../../src/experiment/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';
import { calm, incidents, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.4: persistence is on, and a store can be rolled back.

const BOTH = '{at: 3d 7m, lose: cache/1, for: 10m}, {at: 3d 7m, lose: cache/2, for: 1h}';
const keeping = (how: string) => (text: string) =>
  text.replace('size: 16GB, ha', `size: 16GB, coverage: 100%, ${how}, ha`);
/** Nobody backs it up, and nobody rolls it back. */
const bare = (text: string) => text.replace(', backups: {}', '').replace(/teams:[\s\S]*objectives:/, 'objectives:');
const store = (how: string, faults = BOTH) =>
  measured(calm('product-redis-standard', faults, (text) => keeping(how)(bare(text)))).stores['cache']!;
const login = (how: string) =>
  measured(calm('product-redis-standard', BOTH, (text) => keeping(how)(bare(text)))).workloads['login']!;

describe('both copies lose their memory', () => {
  it('with a log of writes, what had not reached the disk is lost', () => {
    expect(store('unflushed: 250ms').rpoSeconds).toMatchObject([{ count: 1, max: 0.25 }]);
  });

  it('with saves of the whole memory, what was written since the last that had ended', () => {
    // Saves at every full quarter of an hour take 160 s: the one of midnight has ended 7 minutes later.
    const { rpoSeconds, writesLostPerYear } = store('persistence: rdb, save-every: 15m');
    expect(rpoSeconds).toMatchObject([{ count: 1, max: 7 * 60 }]);
    expect(writesLostPerYear * (20 / 365)).toBeCloseTo(200 * 7 * 60, 3);
  });

  it('without persistence everything is lost for good, and answered wrongly until it is written anew', () => {
    expect(store('persistence: none').permanentLossesPerYear! * (20 / 365)).toBeCloseTo(1, 9);
    const wrong = login('persistence: none, refill: 6h').availability.servedWrong!.mean! * 20 * 24;
    expect(wrong).toBeCloseTo(6, 1);
  });

  it('service waits for the disk to be read where a speed is stated', () => {
    const down = (how: string) => incidents(calm('product-redis-standard', BOTH, keeping(how)), 'login')[0]!.seconds;
    expect(down('load-speed: 100MB/s')).toBe(600 + 160);
    expect(down('persistence: none')).toBe(600);
  });

  it('a rollback brings back what a backup of the night holds', () => {
    const backed = (text: string) =>
      keeping('persistence: none')(text)
        .replace('backups: {}', 'backups: {unusable: 0%, locate: 10m}')
        .replace('{people: on-call}', 'automation');
    const { rpoSeconds, permanentLossesPerYear, restores } = measured(calm('product-redis-standard', BOTH, backed))
      .stores['cache']!;
    expect(permanentLossesPerYear).toBe(0);
    expect(restores!.perYear * (20 / 365)).toBeCloseTo(1, 9);
    // Of two in the morning of the day before; the store came back empty at 00:17.
    expect(rpoSeconds[0]!.max! / 3_600).toBeCloseTo(22 + 17 / 60, 2);
  });
});

describe('one shard of four comes back with nothing in it', () => {
  const both = '{at: 3d 7m, lose: cache/1, for: 10m}, {at: 3d 7m, lose: cache/2, for: 1h}';
  const memoryOnly = (text: string) =>
    text.replace('shards: 4', 'shards: 4\n    persistence: none\n    refill: 8h\n    coverage: 0%\n    manual: 10d');
  const cluster = (change = memoryOnly) => measured(calm('product-redis-cluster', both, change));

  it('answers its quarter of the keys wrongly until they are written anew, and the others rightly', () => {
    const { servedWrong } = cluster().workloads['look']!.availability;
    expect(servedWrong!.mean! * 20 * 24).toBeCloseTo(8 / 4, 3);
  });

  it('counts once as lost for good where there is no backup, and not where its disk has a log', () => {
    expect(cluster().stores['cache']!.permanentLossesPerYear! * (20 / 365)).toBeCloseTo(1, 9);
    const logged = cluster((text) => memoryOnly(text).replace('persistence: none\n    refill: 8h', 'persistence: aof'));
    expect(logged.workloads['look']!.availability.servedWrong).toBeNull();
    expect(logged.stores['cache']!.permanentLossesPerYear).toBeNull();
  });
});

describe('wrong keys', () => {
  const text = (name: string) => readFileSync(`scenarios/${name}.yaml`, 'utf8');

  it('are drilled where there are backups to roll back to: they end, and what is newer than the backup is lost', () => {
    const drill = new Drill(read(text('product-redis-standard')), {
      seed: '1',
      times: 20,
      lostFor: (2 * DAY) as Us,
      fault: 'damage',
    });
    while (drill.step());
    const [row, ...others] = drill.result({ file: '', sha256: '' }).rows;
    expect(others).toEqual([]);
    expect(row).toMatchObject({ class: 'damage', domain: 'cache', fault: 'damaged' });
    const [store] = row!.stores;
    expect(store).toMatchObject({ store: 'cache', leftWrong: 0 });
    expect(store!.rpoSeconds.count).toBe(20);
    expect(store!.rpoSeconds.max!).toBeLessThan(2 * 86_400);
  });

  it('that no plan takes back are warned of', () => {
    const spoilt = text('product-redis-standard').replace(
      'backups: {}',
      'backups: {}, faults: {mistake: {mtbf: 1y, effect: corruption}}',
    );
    const codes = (of: string) => readScenario(of, 'x.yaml').problems.map(({ code }) => code);
    expect(codes(spoilt)).not.toContain('no-restore');
    expect(codes(bare(spoilt.replace('objectives', '\nobjectives')))).toContain('no-restore');
  });
});
