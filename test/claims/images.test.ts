import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/index.ts';
import { happenings, running } from './ecs.ts';
import { calm, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.2 (ECS): image backup (always full, by hand only), image
// recovery (many instances of one image), custom images not across regions, snapshots by hand.
// Alibaba Cloud Hong Kong, 2022-12-18: images lay in the storage of the zone that was lost.

const HOUR = 3600;
const DAY = 86_400;

describe('machines made of an image', () => {
  const text = (library: string, count = 2, lost = 'app') => `
hasim: 1
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  slb: {kind: slb, in: [r/a, r/b], product: alb, backends: [app, spare]}
  app: {kind: ecs, in: r/a, count: 2, capacity-each: 300/s}
  spare: {kind: ecs, in: r/b, count: ${count}, capacity-each: 300/s, create: 40s, boot: 60s, warm-up: 30s, standby: cold, image: golden}
  golden: {kind: images, ${library.includes('unusable') ? library : `${library}, unusable: 0%`}}
workloads: {page: {entry: slb, demand: 240/s}}
teams: {people: {}}
alarms: {dark: {watch: app}}
plans:
  help: {when: {alarm: dark, for: 0s}, decided-by: automation, steps: [{start: spare, takes: 0s}]}
faults: [{at: 3d, lose: ${lost}, for: 6h}]
`;
  const starts = (library: string, count?: number, lost?: string) => running(text(library, count, lost), 'spare');

  it('have their disk filled first: hours where there is much on it', () => {
    expect(starts('in: r')[0]).toEqual([40 + 400 + 60 + 30, 1]); // 40 GB at 100 MB/s
    expect(starts('in: r, system: 2TB')[0]).toEqual([40 + 20_000 + 60 + 30, 1]);
  });

  it('are made all at once: twenty take no longer than one', () => {
    const twenty = starts('in: r', 20);
    expect(twenty).toHaveLength(20);
    expect(new Set(twenty.map(([at]) => at))).toEqual(new Set([530]));
  });

  it('are made in the other zone where images lie in the region, and not at all where they lie in the lost zone', () => {
    expect(starts('in: r', 2, 'r/a')[0]).toEqual([530, 1]);
    expect(starts('in: r/a', 2, 'r/a')[0]).toEqual([6 * HOUR + 530, 1]);
  });

  it('are made again of the image that people make after the storage had lost all', () => {
    // Made at 2 h, 40 GB at 100 MB/s; the machines are wanted since midnight.
    const lost = text('in: r/a, full: {hours: 2}', 2, 'r/a').replace('for: 6h', 'effect: loss, for: 1h');
    expect(running(lost, 'spare')[0]).toEqual([2 * HOUR + 400 + 530, 1]);
  });

  it('say nothing of a database that they do not hold', () => {
    const problems = (library: string) =>
      readScenario(text(library), 'x').problems.map(({ code, path }) => `${code} at ${path}`);
    expect(problems('in: r, full: 1d, speed: 1MB/s')).toEqual([]);
    expect(problems('in: r, keep: 1d, locate: 9d, unusable: 100%, size: 5TB').sort()).toEqual(
      ['keep', 'locate', 'size'].map((key) => `no-database at components.golden.${key}`),
    );
    const byHand = text('in: r').replace('{start: spare, takes: 0s}', '{back-up: golden}');
    expect(readScenario(byHand, 'x').problems).toMatchObject([{ code: 'no-backups', expected: 'of: a database' }]);
  });

  it('are not made while the library is away', () => {
    const both = text('in: r').replace('faults: [', 'faults: [{at: 2d, lose: golden, for: 30h}, ');
    expect(running(both, 'spare')[0]).toEqual([6 * HOUR + 530, 1]);
  });
});

describe('machines that wait for an image', () => {
  const text = (start: string, library: string, faults: string) => `
hasim: 1
start: ${start}
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  app: {kind: ecs, in: r/a, count: 2, capacity-each: 300/s, uses: {database: db}}
  spare: {kind: ecs, in: r/b, count: 2, capacity-each: 300/s, create: 40s, boot: 60s, warm-up: 30s, standby: cold, image: golden, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/b, size: 100GB}
  golden: {kind: images, of: db, ${library}, unusable: 0%}
workloads: {page: {entry: app, demand: 240/s, writes: database}}
alarms: {dark: {watch: app}}
plans:
  help: {when: {alarm: dark, for: 0s}, decided-by: automation, steps: [{start: spare, takes: 0s}]}
faults: [${faults}]
`;
  const LOST = '{at: 3d, lose: app, for: 12d}';
  const made = 1_000 + 530; // 100 GB at 100 MB/s

  it('are made when the first one has been finished', () => {
    // The world begins on a Monday.
    const friday = text('new', 'in: r, full: {hours: 3, weekdays: friday}', LOST);
    expect(running(friday, 'spare')[0]).toEqual([DAY + 3 * HOUR + made, 1]);
    expect(running(friday.replace('start: new', 'start: steady'), 'spare')[0]).toEqual([530, 1]);
  });

  it('are made of the next one where all were lost with their place', () => {
    const lost = `{at: 2d 2h, lose: r/a, effect: loss, for: 1h}, {at: 2d 12h, lose: app, for: 12d}`;
    expect(running(text('steady', 'in: r/a, full: {hours: 1}', lost), 'spare')[0]).toEqual([HOUR + made, 1]);
  });

  it('wait for another one where the database was away while that was made', () => {
    const away = `${LOST}, {at: 3d 1h 10m, lose: db, for: 1h}`;
    expect(running(text('new', 'in: r, full: {hours: [1, 5], weekdays: thursday}', away), 'spare')[0]).toEqual([
      5 * HOUR + made,
      1,
    ]);
  });
});

describe('an image that cannot be used', () => {
  const MADE = 40 + 400 + 60 + 30;
  const text = (unusable: string, more = '', start = 'steady') => `
hasim: 1
start: ${start}
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  app: {kind: ecs, in: r/a, count: 2, capacity-each: 300/s, uses: {database: db}}
  spare: {kind: ecs, in: r/b, count: 2, capacity-each: 300/s, create: 40s, boot: 60s, warm-up: 30s, standby: cold, image: golden, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 100GB, backups: none}
  golden: {kind: images, of: db, in: r, full: {hours: 1}, unusable: ${unusable}${more}}
workloads: {page: {entry: app, demand: 240/s, writes: database}}
alarms: {dark: {watch: app}}
plans:
  help: {when: {alarm: dark, for: 0s}, decided-by: automation, steps: [{start: spare, takes: 0s}, {restore: db, from: golden}]}
faults: [{at: 3d, lose: app, for: 12d}, {at: 3d, lose: db, effect: loss, for: 1m}]
`;
  const seeds = Array.from({ length: 200 }, (_, i) => String(i + 1));
  /** How many images were tried in vain. */
  const failures = (seed: string, more?: string) => running(text('50%', more), 'spare', seed)[0]![0] / MADE - 1;

  it('makes no machines: those that are made of it do not come up, and the one before is tried', () => {
    const tried = seeds.map((seed) => failures(seed));
    expect(tried.every((count) => Number.isInteger(count))).toBe(true);
    // Geometric with a half: one on average, with a variance of two.
    const mean = tried.reduce((sum, count) => sum + count, 0) / seeds.length;
    expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt(2 / seeds.length));
  });

  it('is so for all that are made of it', () => {
    for (const seed of seeds.slice(0, 20)) {
      const [first, second] = running(text('50%'), 'spare', seed);
      expect(second![0]).toBe(first![0]);
    }
  });

  it('holds no data either: what comes back is as old as the image that the machines are made of', () => {
    for (const seed of seeds.slice(0, 20)) {
      const told = happenings(text('50%'), seed);
      const restored = told.find(({ kind, thing }) => kind === 'restored' && thing === 'db')!;
      const age = Number.parseFloat(String(restored.value)) / 1e6;
      // Made at one o'clock each night; lost at midnight.
      expect(age).toBe(23 * HOUR + failures(seed) * DAY);
    }
  });

  it('leaves nothing where there is no other one: machines wait for the next', () => {
    const weekly = (unusable: string) =>
      text(unusable, '', 'new').replace('{hours: 1}', '{hours: 1, weekdays: tuesday}');
    const times = seeds.slice(0, 40).map((seed) => running(weekly('50%'), 'spare', seed)[0]?.[0]);
    // The only one was made on Tuesday; the database that the next would be made of is gone.
    expect(new Set(times)).toEqual(new Set([MADE, undefined]));
    expect(running(text('100%'), 'spare')).toEqual([]);
    expect(running(text('0%'), 'spare')[0]).toEqual([MADE, 1]);
  });

  it('does not end the trouble of a pool that scales: what is dead is not replaced', () => {
    const scaled = (unusable: string) => `
hasim: 1
catalogue: none
places: {r: {a: {}}}
components:
  slb: {kind: slb, in: r/a, backends: [app]}
  app: {kind: ecs, in: r/a, count: 2, capacity-each: 300/s, create: 40s, boot: 60s, warm-up: 30s, image: golden, scaling: {min: 2, max: 4}}
  golden: {kind: images, in: r, unusable: ${unusable}}
workloads: {page: {entry: slb, demand: 240/s}}
faults: [{at: 3d, lose: app/1, for: 12d}]
`;
    const counts = (unusable: string) => running(scaled(unusable), 'app').map(([, count]) => count);
    expect(counts('0%')).toContain(2);
    expect(counts('100%')).not.toContain(2);
  });
});

describe('an image does not leave its region', () => {
  const shop = readFileSync('scenarios/product-image.yaml', 'utf8');
  const codes = (text: string) => readScenario(text, 'x').problems.map(({ code, path }) => `${code} at ${path}`);
  const abroad = (text: string) => text.replace('places: {', 'places: {cn-tokyo: {a: {}}, ');

  it('is taken as it is within it', () => expect(codes(abroad(shop))).toEqual([]));

  it('makes no machines in another one', () => {
    const moved = abroad(shop).replace(
      'app-new:  {kind: ecs, in: cn-hongkong/b',
      'app-new:  {kind: ecs, in: cn-tokyo/a',
    );
    expect(codes(moved)).toEqual(['image-elsewhere at plans.make-anew.steps.1.start.0']);
    const scaled = moved.replace('standby: cold,', 'scaling: {min: 1, max: 4},');
    expect(codes(scaled)).toContain('image-elsewhere at components.app-new.image');
  });

  it('restores nothing in another one', () => {
    const moved = abroad(shop).replace(
      'shop-new: {kind: rds, edition: basic, in: cn-hongkong/b',
      'shop-new: {kind: rds, edition: basic, in: cn-tokyo/a',
    );
    expect(codes(moved)).toEqual(['image-elsewhere at plans.make-anew.steps.2.restore.0']);
  });

  it('is of a machine of its own region', () => {
    expect(codes(abroad(shop).replace('of: shop, in: cn-hongkong}', 'of: shop, in: cn-tokyo}'))).toContain(
      'image-elsewhere at components.golden.in',
    );
  });

  it('is always full: nothing incremental, no log, no copies', () => {
    for (const key of ['incremental: 4h', 'log: 5m', 'copy-to: cn-hongkong']) {
      expect(codes(shop.replace('of: shop, in: cn-hongkong}', `of: shop, in: cn-hongkong, ${key}}`))).toHaveLength(1);
    }
  });
});

describe('what was on the disks', () => {
  const sure = (text: string) => text.replace('in: cn-hongkong}', 'in: cn-hongkong, unusable: 0%}');
  const result = (faults: string, change: (text: string) => string, runs = 1) =>
    measured(
      calm('product-image', faults, (text) => change(sure(text)).replace(', control: control', '')),
      runs,
    );
  const points = (...of: Parameters<typeof result>) => result(...of).stores['shop-new']!.rpoSeconds[0]!;
  const monday = (text: string) => text.replace('unusable: 0%}', 'unusable: 0%, full: {hours: 1, weekdays: monday}}');

  it('comes back as it was at the last image', () => {
    expect(points('{at: 3.5d, lose: cn-hongkong/c, for: 12d}', monday).max).toBe(3.5 * DAY - HOUR);
  });

  it('is any time of a month old, half of one on average', () => {
    const ages = points('{at: 3.5d, lose: cn-hongkong/c, for: 12d}', (text) => text, 256);
    expect(ages.count).toBe(256);
    // Uniform over 30 days: the mean of 256 within 4 standard errors.
    expect(Math.abs(ages.mean! - 15 * DAY)).toBeLessThan((4 * 30 * DAY) / Math.sqrt(12 * 256));
    // One that is being made when the zone is lost is of no use: 100 GB at 100 MB/s.
    expect(ages.max!).toBeLessThan(30 * DAY + 1_000);
  });

  it('takes longer to bring back the more there are: hours', () => {
    const [little, much] = ['100GB', '2TB'].map(
      (size) =>
        result('{at: 3.5d, lose: cn-hongkong/c, for: 12d}', (text) => text.replaceAll('100GB', size)).workloads['page']!
          .rtoSeconds[0]!.p50!,
    );
    // Caches let go in steps of their TTL of 60 s by 32.
    expect(Math.abs(much! - little! - 1.9e12 / 100e6)).toBeLessThan(60 / 32);
  });

  it('is as of the image that people have made when they had brought it home, not of the last release', () => {
    // Zone c is lost for an afternoon; at 1 h at night of the second day after, all is home and an image is made.
    const twice = '{at: 1.5d, lose: cn-hongkong/c, for: 6h}, {at: 6d, lose: cn-hongkong/c, for: 12d}';
    const kept = points(twice, monday);
    const forgotten = points(twice, (text) => monday(text).replace('      - {back-up: golden}\n', ''));
    // Forgotten: since Monday 01:00 both times.
    expect(forgotten.max).toBe(6 * DAY - HOUR);
    expect(kept.max!).toBeGreaterThan(2 * DAY);
    expect(kept.max!).toBeLessThan(4 * DAY);
  });
});

describe('a snapshot by hand', () => {
  // People ring before they change something; the disk is lost so long after.
  const text = (after: number) => `
hasim: 1
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  app: {kind: ecs, in: r/b, count: 2, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 100GB, backups: none}
  disks: {kind: snapshots, of: db, in: r, full: {hours: 1}, unusable: 0%}
  bell: {kind: ecs, in: r/a, count: 2}
workloads:
  page: {entry: app, demand: 100/s, writes: database}
  ring: {entry: bell, demand: 1/s}
alarms: {ring: {watch: bell}, gone: {watch: db}}
plans:
  before: {when: {alarm: ring, for: 0s}, decided-by: automation, steps: [{back-up: disks}]}
  undo: {when: {alarm: gone, for: 1m}, decided-by: automation, steps: [{restore: db, from: disks}]}
faults: [{at: 3.5d, lose: bell, for: 1h}, {at: 3.5d ${after}s, lose: db, effect: loss, for: 1h}]
`;
  const point = (after: number) => {
    const { scenario, problems } = readScenario(text(after), 'x');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    return measured(scenario!).stores['db']!.rpoSeconds[0]!.max!;
  };

  it('is of use from its end on: 100 GB at 200 MB/s', () => {
    expect(point(501)).toBe(501);
    expect(point(499)).toBe(499 + 11 * HOUR);
  });

  it('holds up the next step until it has ended, however long that takes, and what is stated comes on top', () => {
    // The machines of `idle` serve as soon as the second step begins.
    const next = (size: string, takes: string) => {
      const long = text(1)
        .replace('size: 100GB', `size: ${size}`)
        .replace('  bell: ', '  idle: {kind: ecs, in: r/b, count: 1, standby: warm, warm-up: 0s}\n  bell: ')
        .replace('{back-up: disks}', `{back-up: disks, takes: ${takes}}, {start: idle, takes: 0s}`)
        .replace(/faults: .*/, 'faults: [{at: 3d, lose: bell, for: 15d}]');
      return running(long, 'idle')[0]![0];
    };
    expect(next('100GB', '0s')).toBe(500);
    expect(next('100GB', '5m')).toBe(500 + 300);
    expect(next('2TB', '0s')).toBe(10_000);
    expect(next('2TB', '2h')).toBe(10_000 + 7_200);
  });

  it('is refused where nothing takes backups', () => {
    const codes = readScenario(text(1).replace('back-up: disks', 'back-up: db'), 'x').problems.map(({ code }) => code);
    expect(codes).toContain('no-backups');
  });
});
