import { describe, expect, it } from 'vitest';
import { calm, measured, unwatched } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 6.2: synchronisation between RDS more than 1,000 km apart
// stays at seconds of lag. And what the size of a class says: not beyond what it carries.

const RUNS = 32;
const DARK = '{at: 3d, lose: orders, for: 12h}';
const behind = (faults: string, change: (text: string) => string = (text) => text) =>
  measured(
    calm('product-dts', faults, (text) => change(unwatched(text))),
    RUNS,
  ).stores['copy']!.rpoSeconds[0]!;

describe('DTS over 1,000 km', () => {
  it('is seconds behind while its class carries what is written', () => {
    const { count, max } = behind(DARK);
    expect(count).toBe(RUNS);
    expect(max!).toBeLessThan(15);
  });

  it('falls behind for ever where more is written than its class carries', () => {
    // 3,600 rows a second against 2,000: after three days and the time to notice, 4 of 9 of all is missing.
    const { p50 } = behind(DARK, (text) => text.replace('rows-per-write: 6', 'rows-per-write: 12'));
    expect(p50! / 86_400).toBeCloseTo((3 * 1_600) / 3_600, 2);
  });

  it('grows an RPO as long as its task is broken and nobody has seen it, and works that off afterwards', () => {
    const broken = (hours: number) => behind(`${DARK}, {at: 60h, lose: sync, for: ${hours}h}`).p50! / 3_600;
    expect(broken(24)).toBeCloseTo(12, 2);
    // Restarted after an hour, it gains a ninth of an hour an hour on 1,800 of 2,000 rows a second: gone within 9 h.
    expect(broken(1)).toBeLessThan(0.01);
    // After three hours of silence, nine of catching up leave two of them.
    expect(broken(3)).toBeCloseTo(2, 2);
  });
});

// A task that has stood still for longer than the log is kept cannot go on: everything is copied anew.
describe('a cut of a DTS task', () => {
  const DAY = 86_400;
  /** Cut for so many days from the first one on; the source is lost at `dark`, seconds from the start. */
  const missing = (days: number, dark: number, change?: (text: string) => string) =>
    behind(`{at: 1d, lose: sync, for: ${days}d}, {at: ${dark}s, lose: orders, for: 12h}`, change).p50!;

  it('is resumed within a week, and what had waited is worked off', () => {
    // A ninth of a day is gained a day.
    expect(missing(6, 10 * DAY) / DAY).toBeCloseTo(6 - 3 / 9, 3);
    expect(missing(7, 10 * DAY) / DAY).toBeCloseTo(7 - 2 / 9, 3);
  });

  it('is begun anew with a copy of everything after more than that, which brings it in step sooner', () => {
    expect(missing(8, 10 * DAY)).toBeLessThan(15);
    // 100 GB at 80 MB/s take 1,250 s; until then the copy stands where it stood.
    expect(missing(8, 9 * DAY + 1_200)).toBeCloseTo(8 * DAY + 1_200, -1);
    // And then lacks what was written meanwhile.
    expect(missing(8, 9 * DAY + 1_250 + 900)).toBeCloseTo(1_250 - 100, -1);
    const long = (text: string) => text.replace('class: ', 'resumable: 10d, class: ');
    expect(missing(8, 10 * DAY, long) / DAY).toBeCloseTo(8 - 1 / 9, 3);
  });

  it('leaves the source unprotected until that copy has ended', () => {
    const alone = (days: number) =>
      measured(calm('product-dts', `{at: 1d, lose: sync, for: ${days}d}`, unwatched)).stores['orders']!.exposure
        .withoutCopy! *
      20 *
      DAY;
    expect(alone(6)).toBeCloseTo(6 * DAY, 3);
    expect(alone(8)).toBeCloseTo(8 * DAY + 1_250, 3);
  });
});

// Section 6.3: where synchronisation is abnormal it has to be dealt with.
describe('a task that stays broken until it is restarted', () => {
  const DAY = 86_400;
  /** Automation instead of people, and no waiting, so that times are exact. */
  const told = (hold: string) => (text: string) =>
    text
      .replace('for: 10m', `for: ${hold}`)
      .replace('{people: on-call, takes: {lognormal: {median: 20m, sigma: 0.8}}}', 'automation');
  const alone = (change: (text: string) => string, lasts = 'none') =>
    measured(calm('product-dts', `{at: 1d, lose: sync, for: ${lasts}}`, change)).stores['orders']!.exposure
      .withoutCopy! *
    20 *
    DAY;

  it('stands still until the plan has restarted it, and for ever where nobody is told', () => {
    expect(alone(told('10m'))).toBeCloseTo(10 * 60 + 10 * 60, 3);
    expect(alone(unwatched)).toBeCloseTo(19 * DAY, 3);
    // One that is back by itself before is left alone.
    expect(alone(told('10m'), '5m')).toBeCloseTo(5 * 60, 3);
  });

  it('is resumed within its window, and copied anew after that', () => {
    expect(alone(told('6d'))).toBeCloseTo(6 * DAY + 600, 3);
    expect(alone(told('8d'))).toBeCloseTo(8 * DAY + 600 + 1_250, 3);
  });

  it('has a recovery point of seconds a day later where people are told, and of that day where they are not', () => {
    // A class that carries nearly three times what is written, or the day would not be enough to catch up.
    const medium = (text: string) => text.replace('class: small', 'class: medium');
    const dark = `{at: 2d, lose: sync, for: none}, ${DARK}`;
    const noticed = measured(calm('product-dts', dark, medium), RUNS).stores['copy']!.rpoSeconds[0]!;
    expect(noticed.max!).toBeLessThan(15);
    expect(behind(dark, medium).p50! / DAY).toBeCloseTo(1, 3);
  });

  /** With these faults of the task itself, from the first day of a new world on. */
  const struck = (faults: string) => (text: string) =>
    told('10m')(text).replace('hasim: 1', 'hasim: 1\nstart: new').replace('{task: {mtbf: 1y, repair: none}}', faults);

  it('is put in order by that whatever else might break it, however seldom that is', () => {
    // Rarer than the calendar is long: the other fault never comes.
    for (const mtbf of ['1y', '100000y', '1000000y']) {
      const rare = (text: string) => struck(`{disk: {mtbf: {fixed: ${mtbf}}, repair: 1h}}`)(text);
      expect(alone(rare)).toBeCloseTo(20 * 60, 3);
    }
  });

  it('is put in order under the hands of those who repair it, or before they have come to it, and frees them', () => {
    const crew = 'repaired-by: {crew: fixers, size: 1}';
    const both = struck(
      `{task: {mtbf: {fixed: 8d}, repair: 2d, ${crew}}, disk: {mtbf: {fixed: 8d}, repair: none, ${crew}}}`,
    );
    // On the first day, after 8, and 8 days after that restart.
    expect(alone(both)).toBeCloseTo(3 * 20 * 60, 3);
    // All machines fail on the tenth day: the same people have the first one running after an hour.
    const fire = `faults: {fire: {mtbf: {fixed: 10d}, repair: 1h, effect: exit, repaired-by: {crew: fixers, size: 1}}}`;
    const machines = (text: string) => both(text).replace('protected: true, ', `protected: true, ${fire}, `);
    const { time } = measured(calm('product-dts', '', machines)).workloads['order']!.availability;
    expect(time.mean).toBeCloseTo(1 - 1 / (20 * 24), 4);
  });

  it('breaks again a day later on average where that is its mean, counted from its restart', () => {
    const daily = (text: string) => told('1h')(text.replace('mtbf: 1y', 'mtbf: {exponential: 1d}'));
    const { exposure } = measured(calm('product-dts', '', daily), 256).stores['orders']!;
    // A cycle is a day of work and an hour and ten minutes without it.
    const share = 70 / (24 * 60 + 70);
    expect(Math.abs(exposure.withoutCopy! - share)).toBeLessThan(0.1 * share);
  });
});

// Section 6.2: between most engines rows are carried and changes of structure are not.
describe('a change of structure that the task does not carry', () => {
  const behindBy = (faults: string) => {
    const scenario = calm('product-dts', DARK, (text) =>
      unwatched(text).replace('faults: {task: {mtbf: 1y, repair: none}}', `faults: ${faults}`),
    );
    return measured(scenario, RUNS).stores['copy']!.rpoSeconds[0]!.p50!;
  };

  it('cuts it until people have repaired it', () => {
    expect(behindBy('none')).toBeLessThan(15);
    // Every day a change, and a day to repair it: half of the time nothing is carried.
    expect(behindBy('{ddl: {mtbf: 1d, repair: 1d}}')).toBeGreaterThan(3_600);
  });
});

// Section 8: where RDS does not span zones, two high-availability instances and a task between them.
describe('zonal RDS joined by DTS', () => {
  const surely = (text: string) => text.replaceAll('size: 100GB', 'size: 100GB, coverage: 100%');
  const orders = (lost: string) => measured(calm('zonal-rds-dts', `{at: 3d, lose: ${lost}, for: 12h}`, surely), RUNS);

  it('switches a lost node by itself, without the plan', () => {
    const { workloads, stores } = orders('orders-b/1');
    expect(workloads['order']!.phases.decide).toBe(0);
    expect(stores['orders-a']!.recoveries).toBe(0);
  });

  it('needs people for a lost zone, and loses seconds of writes', () => {
    const { workloads, stores } = orders('cn-beijing/b');
    expect(workloads['order']!.phases.decide).toBeGreaterThan(0);
    expect(stores['orders-a']!.recoveries).toBe(RUNS);
    expect(stores['orders-a']!.rpoSeconds[0]!.max!).toBeLessThan(15);
  });

  it('serves again hours before the zone is back: the servers of the other one do not wait for those that are lost', () => {
    const { workloads } = measured(calm('zonal-rds-dts', '{at: 3d, lose: cn-beijing/b, for: 12d}', surely), RUNS);
    for (const name of ['browse', 'order']) expect(workloads[name]!.rtoSeconds[0]!.max!).toBeLessThan(6 * 3_600);
  });
});
