import { describe, expect, it } from 'vitest';
import { calm, incidents, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.3 (RDS), and section 8 (manual switch).

const lose = (what: string, lasts = '6h') => `{at: 3d, lose: ${what}, for: ${lasts}}`;
const RUNS = 32;
const EDITIONS = ['basic', 'high-availability', 'cluster', 'three-node'] as const;
const result = (edition: (typeof EDITIONS)[number], faults: string, change?: (text: string) => string) =>
  measured(calm(`product-rds-${edition}`, faults, change), RUNS);

/** Seconds that the orders of a run stood still, the longest incident of all runs. */
const longest = (told: ReturnType<typeof result>, workload: string) =>
  told.workloads[workload]!.incidentSeconds.max ?? 0;

describe('the basic edition', () => {
  it('is back about a quarter of an hour after its node dies, with every committed write', () => {
    const told = result('basic', lose('db/1'));
    expect(longest(told, 'order')).toBe(15 * 60);
    expect(longest(result('basic', lose('db/1', '4m')), 'order')).toBe(4 * 60);
    expect(told.stores['db']!.orphanedPerYear).toBe(0);
  });

  it('keeps it on a disk of several copies in its zone: what destroys the zone destroys all but backups in the region', () => {
    const lostForGood = (effect: string, backups: string) => {
      const zone = `{at: 3d, lose: cn-beijing/a, ${effect}for: 6h}`;
      const kept = (text: string) => text.replace('size: 100GB', `size: 100GB, backups: ${backups}`);
      return measured(calm('product-rds-basic', zone, kept)).stores['db']!.permanentLossesPerYear ?? 0;
    };
    expect(lostForGood('effect: loss, ', 'none') * (20 / 365)).toBeCloseTo(1, 9);
    expect(lostForGood('effect: loss, ', '{}')).toBe(0);
    expect(lostForGood('', 'none')).toBe(0);
  });

  it('waits for its zone', () => expect(longest(result('basic', lose('cn-beijing/a')), 'order')).toBe(6 * 3600));

  it('falls with its zone when it runs elsewhere in it, and is started again when the zone is back', () => {
    const zone = '{at: 73h, lose: cn-beijing/a, for: 1h}';
    const told = incidents(calm('product-rds-basic', `${lose('db/1')}, ${zone}`), 'order');
    expect(told.map(({ seconds }) => seconds)).toEqual([15 * 60, 75 * 60]);
  });
});

describe('the high-availability edition', () => {
  it('switches within 30 s of the loss of its primary and loses nothing', () => {
    const told = result('high-availability', lose('db/1'), (text) =>
      text.replace('size: 100GB', 'size: 100GB, coverage: 100%'),
    );
    expect(longest(told, 'order')).toBeLessThanOrEqual(30);
    expect(told.stores['db']!.recoveries).toBe(RUNS);
    expect(told.stores['db']!.cleanRecoveries).toBe(RUNS);
  });

  it('builds a lost standby anew without an outage: writes wait for the semi-synchronous time-out of a second, no more', () => {
    const told = result('high-availability', lose('db/2'));
    expect(longest(told, 'browse')).toBe(0);
    expect(longest(told, 'order')).toBe(1);
    expect(told.workloads['order']!.incidentsPerYear.mean! * (20 / 365)).toBeCloseTo(1, 9);
    expect(told.stores['db']!.exposure.withoutStandby).toBeGreaterThan(0);
  });

  // Public accounts of the Hong Kong zone loss of 2022: some instances never switched, because what switches them stood in the dead zone.
  describe('with its controller in a place', () => {
    const standing = (where: string) => (text: string) =>
      text
        .replace('size: 100GB', `size: 100GB, coverage: 100%, detection: 10s, switch: 20s, zone-switch: 5m, ${where}`)
        .replace('places: {cn-beijing: {a: {}, b: {}}}', 'places: {cn-beijing: {a: {}, b: {}, c: {}}}');
    const down = (where: string, faults = lose('cn-beijing/a')) =>
      longest(result('high-availability', faults, standing(where)), 'order');

    it('never switches when that place is lost with its primary: it waits for the zone', () => {
      expect(down('controller: {in: cn-beijing/a}')).toBe(6 * 3600);
      expect(down('controller: {in: cn-beijing/b}')).toBe(10 + 5 * 60);
      expect(down('faults: none')).toBe(10 + 5 * 60);
    });

    it('needs it for nothing while the primary works', () => {
      expect(down('controller: {in: cn-beijing/c}', lose('cn-beijing/c'))).toBe(0);
    });

    it('goes on when it is back, from the truth: without detecting anew', () => {
      const late = `${lose('cn-beijing/c', '2h')}, ${lose('db/1')}`;
      expect(down('controller: {in: cn-beijing/c}', late)).toBe(2 * 3600 + 20);
      // Lost in the middle of a switch, it begins that again.
      const middle = `${lose('db/1')}, {at: ${3 * 86_400 + 20}s, lose: cn-beijing/c, for: 1h}`;
      expect(down('controller: {in: cn-beijing/c}', middle)).toBe(20 + 3600 + 20);
    });

    it('stands where the edition has a controller', () => {
      const basic = (text: string) => text.replace('size: 100GB', 'size: 100GB, controller: {in: cn-beijing/a}');
      expect(() => calm('product-rds-basic', '', basic)).toThrow('the basic edition has no controller');
    });
  });

  it('is switched by hand as a step of a plan: a planned break of seconds that loses nothing', () => {
    const plan = `
teams: {operators: {size: 1}}
alarms: {window: {watch: [app/1]}}
plans:
  switch-by-hand:
    when: {alarm: window}
    decided-by: automation
    steps: [{switch: db, takes: 0s}]
`;
    const told = result('high-availability', lose('app/1'), (text) => text + plan);
    const [moved] = incidents(
      calm('product-rds-high-availability', lose('app/1'), (text) => text + plan),
      'order',
    );
    const primaries = moved!.lines.filter(({ event }) => event.kind === 'role' && event.role === 'primary');
    expect(primaries).toHaveLength(1);
    expect(told.stores['db']!.orphanedPerYear).toBe(0);
    expect(longest(told, 'browse')).toBeLessThanOrEqual(40);
    expect(told.workloads['browse']!.availability.planned.mean).toBeGreaterThan(0);
  });
});

describe('the cluster edition', () => {
  it.each(['db/1', 'cn-beijing/a'])('goes on reading while the primary switches away from %s; writes wait', (lost) => {
    const told = result('cluster', lose(lost));
    expect(longest(told, 'browse')).toBe(0);
    expect(longest(told, 'order')).toBeGreaterThan(10);
    expect(told.stores['db']!.staleReads!.count).toBe(RUNS);
    expect(told.stores['db']!.staleReads!.max).toBeLessThan(1.1);
  });

  it('goes on reading without primary and standby, and promotes none of the others', () => {
    const told = result('cluster', `${lose('db/1')}, ${lose('db/2')}`);
    expect(longest(told, 'browse')).toBe(0);
    expect(longest(told, 'order')).toBeGreaterThanOrEqual(6 * 3600);
    expect(told.stores['db']!.recoveries).toBe(0);
  });
});

describe('the three-node edition', () => {
  it.each(['a', 'b', 'c'])('loses no write with zone %s and is back within 30 s', (zone) => {
    const told = result('three-node', lose(`cn-beijing/${zone}`));
    // The servers of a lost zone leave the rotation meanwhile.
    expect(longest(told, 'order')).toBeLessThanOrEqual(30);
    expect(told.stores['db']!.orphanedPerYear).toBe(0);
    expect(told.stores['db']!.cleanRecoveries).toBe(zone === 'a' ? RUNS : 0);
  });

  it('writes nothing without a majority, and reads all the same', () => {
    const told = result('three-node', `${lose('db/2')}, ${lose('db/3')}`);
    expect(longest(told, 'order')).toBeGreaterThanOrEqual(6 * 3600);
    expect(told.stores['db']!.recoveries).toBe(0);
  });

  it('where the high-availability edition may take hours: a zone', () => {
    const [pair, three] = (['high-availability', 'three-node'] as const).map((edition) =>
      longest(result(edition, lose('cn-beijing/a', '12h')), 'order'),
    );
    expect(pair).toBeGreaterThan(3600);
    expect(three).toBeLessThanOrEqual(30);
  });
});
