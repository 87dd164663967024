import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAY, type Us } from '../../src/base/index.ts';
import type { Amounts } from '../../src/experiment/drill/amounts.ts';
import { losing } from '../../src/experiment/drill/injections/index.ts';
import { DrillWork, outcomesOf, struckPart } from '../../src/experiment/drill/part.ts';
import {
  Drill,
  type DrillOptions,
  type DrillResult,
  type DrillRow,
  type KillingPair,
} from '../../src/experiment/index.ts';
import { law } from '../../src/language/index.ts';
import { cells } from '../../src/report/cells.ts';
import { drillReport, drillTables, htmlReport, markdownReport } from '../../src/report/index.ts';
import { read } from '../simulate.ts';

/** A database of two zones with stated times: 10 s to notice, 20 s to switch. */
const SCENARIO = (more = '', objectives = ''): string => `
hasim: 1
catalogue: none
places: {r: {a: {}, b: {}, c: {}}}
components:
  app: {kind: ecs, in: r/c, count: 2, boot: 0s, uses: {database: db}, faults: {crash: {mtbf: 30d, repair: 5m, effect: exit}}}
  db:
    {kind: rds, edition: high-availability, in: [r/a, r/b], size: 8GB, detection: 10s, switch: 20s, zone-switch: 40s, coverage: 100%,
     replication: synchronous, without-standby: go-on, faults: {node: {mtbf: 1y, repair: 1h, effect: silent}}}
workloads:
  order: {entry: app, demand: 100/s, reads: database, writes: database}
${more}
${objectives}
`;

function drilled(text: string, fault?: string, times = 60, more: Partial<DrillOptions> = {}): DrillResult {
  const drill = new Drill(read(text), {
    seed: '1',
    times,
    lostFor: (2 * DAY) as Us,
    ...more,
    ...(fault === undefined ? {} : { fault }),
  });
  while (drill.step());
  return drill.result({ file: 'x.yaml', sha256: '' });
}

const rowOf = (result: DrillResult, domain: string, fault = 'lost'): DrillRow =>
  result.rows.find((row) => row.domain === domain && row.fault === fault)!;

/** An amount that was the same in each of 60 drills: no bound lies beside it. */
const always = (amount: number): Amounts => ({
  ...{ mean: amount, meanLow: amount, meanHigh: amount, p50: amount, p50Low: amount, p50High: amount },
  ...{ p95: amount, p95Low: amount, p95High: amount, max: amount },
});

const withoutMost = ({ max: _, ...amounts }: Amounts) => amounts;

describe('a drill', () => {
  const result = drilled(SCENARIO());

  it('measures the recovery to the microsecond, whatever the moment', () => {
    const { rtoSeconds, failed, servedAtWorst } = rowOf(result, 'r/a').workloads[0]!;
    expect([rtoSeconds.p50, rtoSeconds.p95, rtoSeconds.max]).toEqual([50, 50, 50]);
    expect(failed.share).toBe(0);
    expect(servedAtWorst).toBe(0);
  });

  it('tells how all drills went: who was served again by when, and how long it took', () => {
    const { curves } = rowOf(drilled(SCENARIO(), 'r/a', 20, { timelines: true }), 'r/a');
    const [order] = curves!.workloads;
    expect(order!.rtoSeconds).toEqual(Array.from({ length: 21 }, () => 50));
    const served = new Map(curves!.atSeconds.map((at, i) => [at, order!.served.mean[i]]));
    expect([1, 40, 50, 63, 100_000].map((at) => served.get(at))).toEqual([0, 0, 1, 1, 1]);
    expect(curves!.atSeconds.at(-1)).toBeLessThanOrEqual(2 * 86_400);
    expect(rowOf(drilled(SCENARIO(), 'r/a', 20), 'r/a').curves).toBeUndefined();
  });

  it('counts a loss that users do not notice as a recovery time of 0', () => {
    const { rtoSeconds, masked } = rowOf(result, 'r/b').workloads[0]!;
    expect(masked).toBe(60);
    expect(rtoSeconds.max).toBe(0);
  });

  it('has a row for what never recovers, and no figure of it', () => {
    const { rtoSeconds, failed } = rowOf(result, 'r').workloads[0]!;
    expect(failed.share).toBe(1);
    expect([rtoSeconds.count, rtoSeconds.p95]).toEqual([0, null]);
    expect(rowOf(result, 'r/c').workloads[0]!.failed.share).toBe(1);
  });

  it('breaks parts with their own faults and repairs, one unit of each', () => {
    expect(rowOf(result, 'db/1', 'node').workloads[0]!.rtoSeconds.max).toBe(30);
    const crash = rowOf(result, 'app/1', 'crash').workloads[0]!;
    expect(crash.servedAtWorst).toBe(0.5);
    expect(crash.rtoSeconds.p50).toBe(300);
  });

  it('loses nothing where replication is synchronous', () => {
    const [store] = rowOf(result, 'r/a').stores;
    expect(store).toMatchObject({ store: 'db', writesLost: 0, lostForGood: 0 });
    expect(store!.rpoSeconds.max).toBe(0);
  });

  it('puts the worst first', () => {
    const failed = result.rows.map(({ workloads }) => workloads[0]!.failed.share);
    expect(failed).toEqual([...failed].sort((a, b) => b - a));
  });

  it('says the same twice, and in any slices', () => {
    expect(drilled(SCENARIO())).toEqual(result);
  });

  it('tells the phases of a recovery to the microsecond, and what it would be without one', () => {
    const { phaseSeconds, ifPerfect, rtoSeconds, stopped } = rowOf(result, 'r/a').workloads[0]!;
    expect(phaseSeconds.detect).toEqual(always(10));
    expect(phaseSeconds.switch).toEqual(always(40));
    expect(Object.values(phaseSeconds).reduce((sum, { max }) => sum + max!, 0)).toBe(rtoSeconds.max);
    expect(ifPerfect.detect).toEqual(withoutMost(always(40)));
    expect(ifPerfect.switch).toEqual(withoutMost(always(10)));
    expect(ifPerfect.repair.p95).toBe(50);
    expect(stopped.share).toBe(0); // 50 s are a blip
    expect(rowOf(result, 'r').workloads[0]!.stopped.share).toBe(1);
  });

  it('can be held to one fault', () => {
    expect(drilled(SCENARIO(), 'zone:r/a').rows.map(({ domain }) => domain)).toEqual(['r/a']);
    expect(drilled(SCENARIO(), 'zone').rows).toHaveLength(3);
    expect(drilled(SCENARIO(), 'nonsense').rows).toEqual([]);
  });

  it('is told in lines of at most 80 cells, in both languages', () => {
    const whole = drilled(SCENARIO(), undefined, 60, { timelines: true, pairTimes: 20 });
    const headings = {
      en: ['WHERE THE TIME WENT', 'SINGLE POINTS OF FAILURE', 'PAIRS OF FAULTS', 'RUNBOOK', 'p95 → without it'],
      zh: ['时间花在哪里', '单点故障', '故障组合', '演练实录', 'p95 → 去掉此步'],
    };
    for (const language of ['en', 'zh'] as const) {
      const text = drillReport(whole, { language });
      for (const heading of ['r/a', ...headings[language]]) expect(text).toContain(heading);
      for (const line of text.split('\n')) expect(cells(line)).toBeLessThanOrEqual(80);
    }
    expect(drillReport(result)).not.toMatch(/PAIRS|RUNBOOK/);
  });
});

describe('what is drilled', () => {
  const classes = (result: DrillResult, faultClass: string) =>
    result.rows
      .filter((row) => row.class === faultClass)
      .map(({ domain, fault }) => `${domain} ${fault}`)
      .sort();
  const result = drilled(
    SCENARIO(`
links: {line: {kind: leased-line, between: [r/a, r/b], bandwidth: 100Mbps}}
domains: {rack: {takes: [app/1]}, staff: {takes: [db], faults: {slip: {mtbf: 1y, effect: corruption}}}}`),
  );

  it('is every class of fault on each domain that has it', () => {
    expect(classes(result, 'region')).toEqual(['r lost']);
    expect(classes(result, 'zone')).toEqual(['r/a lost', 'r/b lost', 'r/c lost']);
    expect(classes(result, 'service')).toEqual(['ecs in r/c lost', 'rds in r/a lost', 'rds in r/b lost']);
    expect(classes(result, 'link')).toEqual(['line cut']);
    expect(classes(result, 'domain')).toEqual(['rack lost']);
    expect(classes(result, 'component')).toEqual(['app lost', 'db lost']);
    expect(classes(result, 'instance')).toEqual(['app/1 crash', 'db/1 node', 'db/2 node']);
    expect(classes(result, 'copy')).toEqual(['db disks-lost', 'db/1 disk-lost', 'db/2 disk-lost']);
    expect(classes(result, 'damage')).toEqual(['db damaged']);
    expect(classes(result, 'mistake')).toEqual(['app bad-change', 'db bad-change', 'staff slip']);
  });

  it('is a primary and its standby, each with its own answer', () => {
    expect(rowOf(result, 'db/1', 'node').workloads[0]!.rtoSeconds.max).toBe(30);
    expect(rowOf(result, 'db/2', 'node').workloads[0]!.masked).toBe(60);
  });

  it('is the loss of copies of data: of a node, and of all there are', () => {
    expect(rowOf(result, 'db/1', 'disk-lost').workloads[0]!.rtoSeconds.max).toBe(30);
    expect(rowOf(result, 'db/2', 'disk-lost').workloads[0]!.masked).toBe(60);
    const all = rowOf(result, 'db', 'disks-lost');
    expect(all.workloads[0]!.failed.share).toBe(1);
    expect(all.stores[0]!.lostForGood).toBe(60);
  });

  it('is a change that stops all of a component until it is rolled back, whatever stands by', () => {
    const { rtoSeconds, failed } = rowOf(result, 'db', 'bad-change').workloads[0]!;
    expect(failed.share).toBe(0);
    expect(rtoSeconds.p50!).toBeGreaterThan(10 * 60);
    expect(rtoSeconds.p50!).toBeLessThan(40 * 60);
    expect(result.assumptions.map(({ path }) => path)).toContain('drill.bad-change');
  });

  it('is the loss of the backups in each place: noticed only by who needs them', () => {
    const backed = SCENARIO().replace('size: 8GB,', 'size: 8GB, backups: {copy-to: r/c, unusable: 0%},');
    const rows = drilled(backed, 'copy');
    expect(classes(rows, 'copy')).toContain('db in r backups-lost');
    expect(classes(rows, 'copy')).toContain('db in r/c backups-lost');
    expect(rowOf(rows, 'db in r', 'backups-lost').workloads[0]!.masked).toBe(60);
    expect(rowOf(rows, 'db', 'disks-lost').stores[0]).toBeUndefined();
  });

  it('is the loss of all copies while backups are left that nobody restores: its data are lost, not merely dark', () => {
    const points = (text: string) => {
      const { rpoSeconds, intervals: _, ...point } = rowOf(drilled(text, 'copy:db', 60), 'db', 'disks-lost').points[0]!;
      return { ...point, count: rpoSeconds.count };
    };
    const none = { store: 'db', itself: 0, lost: 60, leftBehind: 0, open: 0, count: 0 };
    expect(points(SCENARIO())).toEqual(none);
    const backups = 'size: 8GB, backups: {copy-to: r/c, unusable: 0%},';
    expect(points(SCENARIO().replace('size: 8GB,', backups))).toEqual(none);
    const plan = `
alarms: {dark: {watch: {any: [db]}, from: internet, interval: 15s, timeout: 5s, unhealthy: 4}}
plans: {back: {when: {alarm: dark, for: 2h}, decided-by: automation, steps: [{restore: db}]}}`;
    expect(points(SCENARIO(plan).replace('size: 8GB,', backups))).toEqual({ ...none, lost: 0, count: 60 });
  });

  it('is the control plane of machines by a class of its own', () => {
    const control = SCENARIO().replace('  db:', '  control: {kind: ecs-control, in: [r/a, r/b]}\n  db:');
    expect(classes(drilled(control, 'control'), 'control')).toEqual(['control lost']);
  });

  it('is a machine with its boot after the repair', () => {
    const alone = SCENARIO()
      .replace('count: 2, boot: 0s', 'count: 1, boot: 2m')
      .replace('crash: {mtbf: 30d, repair: 5m, effect: exit}', 'host: {mtbf: 1y, repair: 10m, effect: silent}');
    expect(rowOf(drilled(alone, 'instance'), 'app/1', 'host').workloads[0]!.rtoSeconds.max).toBe(720);
  });
});

describe('a drill ends so long after its strike', () => {
  const LONG = 50_000_000; // what the loss of r/a takes to recover from
  const of = (lostFor: number, fault: string, more: Partial<DrillOptions> = {}) =>
    drilled(SCENARIO(), fault, 60, { lostFor: lostFor as Us, timelines: true, ...more });

  it('to the microsecond: what is back by then is back', () => {
    const { rtoSeconds, failed } = rowOf(of(LONG, 'zone:r/a'), 'r/a').workloads[0]!;
    expect([rtoSeconds.count, rtoSeconds.max, failed.share]).toEqual([60, 50, 0]);
  });

  it('to the microsecond: what comes later is not back, and has lost all the time there was', () => {
    const { workloads, timelines } = rowOf(of(LONG - 1, 'zone:r/a'), 'r/a');
    expect(workloads[0]!.failed.share).toBe(1);
    expect(workloads[0]!.phases).toMatchObject({ detect: 10, switch: 39.999_999 });
    for (const { until, workloads: told } of timelines!) {
      expect(until).toBe(49.999_999);
      expect(told[0]!.spans.map(({ from, to }) => [from, to])).toEqual([
        [0, 10],
        [10, 49.999_999],
      ]);
    }
  });

  it('so that what never comes back waits just so long for its repair', () => {
    for (const seconds of [60, 3600, 2 * 86_400]) {
      const row = rowOf(of(seconds * 1e6, 'region:r'), 'r');
      const { phases, failed } = row.workloads[0]!;
      expect(failed.share).toBe(1);
      expect(Object.values(phases).reduce((sum, one) => sum + one, 0)).toBe(seconds);
      expect(row.curves!.workloads[0]!.served.mean.every((share) => share === 0)).toBe(true);
    }
  });

  it('so that a repair within it is seen, and one beyond it is not', () => {
    // Repaired after an hour: within a drill of an hour, beyond one of a microsecond less.
    const alone = SCENARIO().replace(
      'count: 2, boot: 0s, uses: {database: db}, faults: {crash: {mtbf: 30d, repair: 5m',
      'count: 1, boot: 0s, uses: {database: db}, faults: {crash: {mtbf: 30d, repair: 1h',
    );
    const backIn = (lostFor: number): number =>
      rowOf(drilled(alone, 'instance:app/1', 60, { lostFor: lostFor as Us }), 'app/1', 'crash').workloads[0]!.rtoSeconds
        .count;
    expect([backIn(3_600_000_000), backIn(3_599_999_999)]).toEqual([60, 0]);
  });
});

describe('a domain', () => {
  it('is lost as a whole, unless all it does is damage data', () => {
    const domains =
      'domains: {rack: {takes: [app/1]}, staff: {takes: [db], faults: {slip: {mtbf: 1y, effect: corruption}}}}';
    const drills = drilled(SCENARIO(domains), 'domain').rows.map(({ domain }) => domain);
    expect(drills).toEqual(['rack']);
  });
});

describe('the command that a drill prints', () => {
  it('gives the same drills again', () => {
    const text = drillReport(drilled(SCENARIO(), 'zone:r/a')).replaceAll('\\\n', '');
    expect(text).toContain('hasim drill x.yaml --times 60 --fault zone:r/a --for 2d --seed 1');
  });
});

describe('damaged data in a drill', () => {
  it('are drilled in every database, and noticed as its own faults say', () => {
    const own = SCENARIO().replace(
      '{kind: rds, edition: high-availability, in: [r/a, r/b], size: 8GB,',
      '{kind: database, nodes: 2, in: [r/a, r/b], size: 8GB,',
    );
    const usual = drilled(own.replace(/,\s*replication: synchronous, without-standby: go-on/, ''), 'damage');
    expect(usual.rows.map(({ domain }) => domain)).toEqual(['db']);
    expect(usual.assumptions.map(({ path }) => path)).toContain('drill.db.noticed');
    const stated = SCENARIO().replace(
      'faults: {node:',
      'faults: {slip: {mtbf: 1y, effect: corruption, noticed: 7h}, node:',
    );
    expect(drilled(stated, 'damage').assumptions.map(({ path }) => path)).not.toContain('drill.db.noticed');
  });

  it('are not put right without a plan, and are with one', () => {
    const plan = `
alarms: {wrong: {damaged: db}}
plans: {back: {when: {alarm: wrong}, decided-by: automation, steps: [{stop-writes: db}, {restore: db}]}}`;
    const backed = SCENARIO(plan).replace('size: 8GB,', 'size: 8GB, backups: {unusable: 0%},');
    const { stores, workloads } = rowOf(drilled(backed, 'damage'), 'db', 'damaged');
    expect(stores[0]!.rpoSeconds.max).toBe(0);
    expect(workloads[0]!.recoveredBy.automation).toBe(60);
  });
});

describe('who brought service back', () => {
  const text = `
hasim: 1
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  www: {kind: dns, ttl: 1s, answers: {one: {weight: 100%, priority: 1}, other: {weight: 100%, priority: 2}}, monitor: {interval: 1s, timeout: 1s, unhealthy: 1, healthy: 1}}
  one: {kind: ecs, in: r/a, count: 1}
  other: {kind: ecs, in: r/b, count: 1}
workloads: {order: {entry: www, demand: 1/s}}
teams: {on-call: {size: 1}}
alarms: {lost: {watch: [one]}}
plans:
  afterwards: {when: {alarm: lost, for: 1h}, decided-by: {people: on-call, takes: 30m}, steps: [{hold-out: one}]}
`;

  it('is nobody whose plan began when it was back already', () => {
    const { workloads } = rowOf(drilled(text, 'zone:r/a'), 'r/a');
    expect(workloads[0]!.recoveredBy).toEqual({ people: 0, automation: 0, itself: 60 });
  });
});

describe('good writes after a damage', () => {
  const text = SCENARIO(
    `
alarms: {wrong: {damaged: db}}
plans: {back: {when: {alarm: wrong}, decided-by: automation, steps: [{stop-writes: db}, {restore: db}]}}`,
    'objectives: {data-damaged: {rto: 4h, rpo: 30m}}',
  )
    .replace('size: 8GB,', 'size: 8GB, backups: {unusable: 0%},')
    .replace('faults: {node:', 'faults: {slip: {mtbf: 1y, effect: corruption, noticed: 1h}, node:');
  const result = drilled(text, 'damage');
  const [rto, rpo] = result.objectives;

  it('are thrown away with it, and are no part of the recovery point: an hour of 100 writes a second', () => {
    const [store] = rowOf(result, 'db', 'damaged').stores;
    expect(store).toMatchObject({ rpoSeconds: { count: 60, max: 0 }, writesLost: 0, clean: 0, discarded: 360_000 });
    for (const writes of Object.values(store!.discardedSpread)) expect(writes).toBeCloseTo(360_000, 6);
    expect(rpo).toMatchObject({ objective: 'data-damaged rpo', measured: 0, verdict: 'met', discarded: 360_000 });
    expect(rto!.discarded).toBeUndefined();
  });

  it('are told beside the recovery point wherever it stands', () => {
    const says = (told: string) => told.replaceAll(/\s+/g, ' ');
    expect(says(drillReport(result))).toContain('thrown away by going back: db 360,000 a drill.');
    expect(drillReport(result)).toMatch(/met +RPO before +damaged data/);
    expect(says(drillReport(result, { language: 'zh' }))).toContain('db 每次演练 360,000 笔');
    expect(markdownReport({ drill: result })).toContain('db 360,000 a drill');
    expect(htmlReport({ drill: result })).toContain('db 360,000 writes.');
  });
});

describe('an objective for lost sites', () => {
  const judged = (rto: string): string | undefined =>
    drilled(SCENARIO('', `objectives: {site-lost: {scope: zone, rto: ${rto}}}`).replace('in: r/c', 'in: r'), 'zone', 60)
      .objectives[0]?.verdict;

  it('is met or missed by the worst domain, on the bound of its 95 % quantile', () => {
    expect(judged('50s')).toBe('met');
    expect(judged('49s')).toBe('missed');
  });

  it('is undecided where drills are too few for a bound', () => {
    const few = drilled(
      SCENARIO('', 'objectives: {site-lost: {scope: zone, rto: 4h}}').replace('in: r/c', 'in: r'),
      'zone',
      58,
    );
    expect(few.objectives[0]!.verdict).toBe('undecided');
  });

  it('is missed where recovery fails', () => {
    const never = drilled(SCENARIO('', 'objectives: {site-lost: {scope: zone, rto: 4h}}'), 'zone', 60);
    expect(never.objectives[0]).toMatchObject({ verdict: 'missed', domain: 'r/c', measured: null });
  });
});

describe('the timeline of a drill', () => {
  const told = drilled(SCENARIO(), 'zone', 60, { timelines: true });
  const [timeline] = rowOf(told, 'r/a').timelines!;

  it('counts from the strike, and says where the time went', () => {
    const [order] = timeline!.workloads;
    expect(order).toMatchObject({ lostAt: 0, backAt: 50, rtoSeconds: 50 });
    expect(order!.spans).toEqual([
      { from: 0, to: 10, phase: 'detect', on: 'db' },
      { from: 10, to: 50, phase: 'switch', on: 'db' },
    ]);
    expect(order!.served).toEqual([
      [expect.any(Number), 1],
      [0, 0],
      [50, 1],
    ]);
    expect(timeline!.lines.map(({ at, event }) => [at, event.kind])).toContainEqual([0, 'truth']);
    expect(timeline!.lines.map(({ at, event }) => [at, event.kind])).toContainEqual([50, 'service']);
  });

  it('is that of the drill that was measured', () => {
    const slow = drilled(
      SCENARIO().replace('switch: 20s, zone-switch: 40s', 'zone-switch: {uniform: [10s, 90s]}'),
      'zone:r/a',
      60,
      {
        timelines: true,
      },
    );
    const [{ workloads, timelines }] = slow.rows as [DrillRow];
    const rtoOf = (which: string) =>
      timelines!.find(({ of }) => of.some((one) => one.which === which))!.workloads[0]!.rtoSeconds;
    expect(rtoOf('worst')).toBe(workloads[0]!.rtoSeconds.max);
    expect(rtoOf('typical')).toBe(workloads[0]!.rtoSeconds.p50);
    for (const { workloads: fared } of timelines!) {
      const down = fared[0]!.spans.reduce((sum, { from, to }) => sum + to - from, 0);
      expect(down + fared[0]!.phases.flap).toBeCloseTo(fared[0]!.rtoSeconds!, 6);
    }
  });

  it('is there once, where nobody was hurt, and not unless asked for', () => {
    expect(rowOf(told, 'r/b').timelines).toHaveLength(1);
    expect(drilled(SCENARIO(), 'zone').rows[0]!.timelines).toBeUndefined();
  });

  it('shows what a promotion would have left behind, and draws nothing for it', () => {
    const text = readFileSync(new URL('../../scenarios/two-site-three-centre.yaml', import.meta.url), 'utf8');
    const [{ stores, timelines, workloads }] = drilled(text, 'idc:hq', 1, { timelines: true }).rows as [DrillRow];
    const [timeline] = timelines!;
    const taken = timeline!.lines.flatMap(({ event }) => (event.kind === 'recovery' ? [event.seconds] : []));
    expect(taken).toEqual([stores[0]!.rpoSeconds.max]);
    expect(timeline!.exposures.map(({ from, to }) => `${from} ${to}`)).toContain('orders-hq orders-cloud');
    expect(timeline!.exposures[0]!.seconds.every(([, seconds]) => seconds === null || seconds >= 0)).toBe(true);
    const down = timeline!.workloads[0]!.spans.reduce((sum, { from, to }) => sum + to - from, 0);
    expect(down).toBeCloseTo(workloads[0]!.rtoSeconds.max!, 6);
  });

  it('changes no figure', () => {
    const bare = told.rows.map(({ timelines: _timelines, curves: _curves, ...row }) => row);
    expect(bare).toEqual(drilled(SCENARIO(), 'zone').rows);
  });
});

describe('an objective without a figure', () => {
  const ALONE = `hasim: 1
name: one zone
catalogue: none
places: {r: {a: {}}, s: {b: {}}}
components:
  app: {kind: ecs, in: r/a, count: 2, capacity-each: 300/s, boot: 0s, faults: none, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 10GB, faults: none}
workloads: {order: {entry: app, demand: 100/s, reads: database, writes: database}}
objectives: {site-lost: {scope: zone, rto: 4h, rpo: 5m}}
`;
  const [rto, rpo] = drilled(ALONE, 'zone').objectives;

  it('says why: service did not come back, and of its data nobody knows yet', () => {
    expect([rto!.measured, rto!.unmeasured, rto!.verdict]).toEqual([null, 'not-back', 'missed']);
    expect([rpo!.measured, rpo!.unmeasured, rpo!.verdict]).toEqual([null, 'open', 'undecided']);
    const told = drillReport(drilled(ALONE, 'zone')).replaceAll(/\s+/g, ' ');
    expect(told).toMatch(/missed RTO order zone r\/a ≤ 4 h not back/i);
    expect(told).toMatch(/undecided RPO zone r\/a ≤ 5 min not known/);
  });

  it('says that nothing was seen, where nothing was drilled that it asks about', () => {
    const [one, other] = drilled(ALONE, 'component').objectives;
    expect([one!.unmeasured, other!.unmeasured]).toEqual(['none-seen', 'none-seen']);
  });

  it('and has no such word where there is a figure', () => {
    const [seen] = drilled(
      SCENARIO('', 'objectives: {site-lost: {scope: zone, rto: 4h}}').replace('in: r/c', 'in: r'),
      'zone',
    ).objectives;
    expect(seen!.measured).not.toBeNull();
    expect(seen).not.toHaveProperty('unmeasured');
  });
});

describe('the tables of drills', () => {
  it('hold the share that failed, and 0 with its bounds where the document does', () => {
    const result = drilled(SCENARIO(), 'zone');
    const table = (file: string): Record<string, string>[] => {
      const [head, ...lines] = drillTables(result)
        .find((one) => one.file === file)!
        .content.trim()
        .split(/\r?\n/)
        .map((line) => line.split(','));
      return lines.map((line) => Object.fromEntries(head!.map((name, i) => [name, line[i]!])));
    };
    const [row] = result.rows;
    const [first] = table('drills.csv');
    expect([first!['failed share'], first!['failed share low'], first!['failed share high']].map(Number)).toEqual([
      row!.failed.share,
      row!.failed.low,
      row!.failed.high,
    ]);
    const data = table('drills-data.csv');
    const stores = result.rows.flatMap((one) => one.stores);
    expect(stores.some(({ discarded }) => discarded === 0)).toBe(true);
    expect(data.map((line) => line['good thrown away writes/drill'])).toEqual(
      stores.map(({ discarded }) => String(discarded)),
    );
  });
});

describe('drills that are interrupted', () => {
  const scenario = read(`hasim: 1
name: two zones
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  lb: {kind: slb, product: alb, in: [r/a, r/b], backends: [app], faults: none}
  app: {kind: ecs, in: [r/a, r/b], count: 4, capacity-each: 300/s, boot: 0s, faults: none}
workloads: {page: {entry: lb, demand: 100/s}}
objectives: {site-lost: {scope: zone, rto: 4h}}
`);
  const begun = (until: (drill: Drill) => boolean) => {
    const drill = new Drill(scenario, { times: 60, seed: '1', lostFor: DAY as Us });
    while (!until(drill) && drill.step());
    const { rows, undrilled, objectives } = drill.result({ file: 'x', sha256: '' });
    return { done: rows.length, of: drill.faultsAsked, undrilled, verdict: objectives[0]!.verdict };
  };

  it('meet no objective about what was not drilled, and say how many faults those are', () => {
    const { done, of, undrilled, verdict } = begun((drill) => drill.faultsDone === 1);
    expect([done, undrilled, verdict]).toEqual([1, of - 1, 'undecided']);
    const whole = begun(() => false);
    expect([whole.done, whole.undrilled, whole.verdict]).toEqual([of, undefined, 'met']);
  });
});

describe('pairs of faults', () => {
  const balanced = SCENARIO()
    .replace('in: r/c', 'in: [r/c, r/d]')
    .replace('c: {}', 'c: {}, d: {}')
    .replace('  app:', '  lb: {kind: slb, product: alb, in: [r/c, r/d], backends: [app]}\n  app:')
    .replace('entry: app', 'entry: lb');
  const result = drilled(balanced, undefined, 1, { pairTimes: 40 });
  const pairs = result.pairs!;
  const named = (one: KillingPair): string =>
    [one.first, one.second]
      .map(({ domain }) => domain)
      .sort()
      .join(' + ');
  const kills = pairs.killing.filter(({ workloads }) => workloads[0]!.hurts === 'never-back');

  it('are all drilled, and those that hurt beyond either alone are named', () => {
    expect([pairs.times, pairs.done]).toEqual([40, pairs.asked]);
    const smallest = [...new Set(kills.filter(({ implied }) => !implied).map(named))];
    expect(smallest).toContain('ecs in r/c + ecs in r/d');
    expect(smallest).toContain('rds in r/a + rds in r/b');
    for (const { workloads } of kills.filter(
      ({ first, second }) => first.class === 'zone' && second.class === 'zone',
    )) {
      expect(workloads[0]!.failed.share).toBe(1);
    }
  });

  it('that contain smaller ones are marked', () => {
    const zones = kills.filter((one) => named(one) === 'r/c + r/d' || named(one) === 'r/a + r/b');
    expect(zones.map(({ implied }) => implied)).toEqual([true, true]);
  });

  it('are none of a fault that is as bad alone, and none that do not meet', () => {
    const domains = pairs.killing.flatMap(({ first, second }) => [first.domain, second.domain]);
    expect(domains).not.toContain('r');
    expect(domains).not.toContain('lb');
    expect(pairs.killing.map(named)).not.toContain('ecs in r/c + rds in r/a');
  });

  it('end so long after the second fault, whenever that strikes', () => {
    const half = balanced.replace('product: alb, in: [r/c, r/d]', 'product: alb, in: [r/a, r/b]');
    const scenario = read(half.replace('demand: 100/s,', 'demand: 100/s, up-when: 40%,'));
    const zones = ['r/c', 'r/d'].map((path) => losing('zone', path).strikes[0]);
    const follows = { fault: zones[0]!.name, by: law.parse({ uniform: ['10s', '1d'] }) };
    const struck = struckPart({ strikes: [zones[0]!, { ...zones[1]!, follows }], domains: [] });
    const hour = 3_600_000_000 as Us;
    const common = { kind: 'drills', seed: '1', looks: [], first: 0, step: 1, count: 20 } as const;
    const work = new DrillWork(scenario, { ...common, struck, lostFor: hour });
    let tape: Float64Array | undefined;
    while (tape === undefined) tape = work.advance();
    const outcomes = outcomesOf({ ...common, struck, lostFor: hour }, tape, 1, 1);
    const after = outcomes.map(({ struckAt, workloads: [order] }) => order!.began - struckAt);
    expect(Math.max(...after)).toBeGreaterThan(4 * hour);
    for (const { workloads } of outcomes) {
      expect(workloads[0]!.failed).toBe(true);
      expect(workloads[0]!.ended - workloads[0]!.began).toBe(hour); // the first zone alone hurts nobody
    }
  });

  it('can be held to those with one fault, and are not there unless asked for', () => {
    const some = drilled(SCENARIO(), 'zone:r/a', 1, { pairTimes: 2 }).pairs!;
    expect(some.asked).toBeLessThan(pairs.asked);
    expect(drilled(SCENARIO(), 'zone:r/a', 1).pairs).toBeUndefined();
  });
});

describe('a single point of failure', () => {
  it('is what alone stops a workload beyond a blip, or for good', () => {
    const { singlePoints } = drilled(SCENARIO());
    const names = singlePoints.map(({ domain, fault }) => `${domain} ${fault}`);
    expect(names).toContain('r lost');
    expect(names).toContain('app/1 crash');
    expect(names).not.toContain('r/b lost');
    expect(names).not.toContain('r/a lost'); // 50 s
    expect(singlePoints[0]!.failed.share).toBe(1);
  });
});

describe('backups that are lost', () => {
  const plan = `
alarms: {wrong: {damaged: db}}
plans: {back: {when: {alarm: wrong}, decided-by: automation, steps: [{stop-writes: db}, {restore: db}]}}`;
  const text = SCENARIO(plan)
    .replace('size: 8GB,', 'size: 8GB, backups: {unusable: 0%},')
    .replace('faults: {node:', 'faults: {slip: {mtbf: 1y, effect: corruption, noticed: 1h}, node:');

  it('hurt nobody alone, and leave data wrong that are damaged as well', () => {
    const { rows, pairs } = drilled(text, 'damage:db', 60, { pairTimes: 60 });
    expect(rows[0]!.stores[0]).toMatchObject({ leftWrong: 0, rpoSeconds: { count: 60 } });
    const [found] = pairs!.killing.filter(
      ({ second }) => second.fault === 'backups-lost' || second.fault === 'damaged',
    );
    expect(new Set([found!.first.fault, found!.second.fault])).toEqual(new Set(['damaged', 'backups-lost']));
    expect(found!.stores).toMatchObject([{ store: 'db', hurts: 'left-wrong' }]);
    // Those that were lost after the restore hurt nobody.
    expect(found!.stores[0]!.share.share).toBeLessThan(1);
  });

  it('leave wrong what nobody can put right', () => {
    const { rows } = drilled(SCENARIO(), 'damage:db');
    expect(rows[0]!.stores[0]).toMatchObject({ leftWrong: 60, rpoSeconds: { count: 0, p95: null } });
  });
});
