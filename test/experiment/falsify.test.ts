import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, type Us } from '../../src/base/index.ts';
import {
  answered,
  Experiment,
  Falsifier,
  type FalsifyOptions,
  type FalsifyResult,
  type FaultSchedule,
  inOrder,
  judge,
  labelOf,
  limitsOf,
  type Strike,
  scheduleText,
  shrink,
  targetsOf,
  withSchedule,
} from '../../src/experiment/index.ts';
import { Notebook } from '../../src/language/index.ts';
import { withFaultsOnly } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';

/** Servers in two of four zones behind a balancer in all of them: only both zones together are fatal. */
const PAIR = (objectives = 'site-lost: {scope: zone, rto: 1h}'): string => `
hasim: 1
name: pair
places: {r: {a: {}, b: {}, c: {}, d: {}}}
components:
  lb: {kind: slb, product: alb, in: [r/a, r/b, r/c, r/d], backends: [app-a, app-b]}
  app-a: {kind: ecs, in: r/a, count: 2, capacity-each: 100/s}
  app-b: {kind: ecs, in: r/b, count: 2, capacity-each: 100/s}
workloads: {page: {entry: lb, demand: 50/s}}
objectives: {${objectives}}
`;

const OPTIONS: FalsifyOptions = { seed: '1', times: 10, maxFaults: 2, tries: 500, lasts: (7 * DAY) as Us };

function falsified(text: string, options: Partial<FalsifyOptions> = {}): FalsifyResult {
  const search = new Falsifier(read(text), { ...OPTIONS, ...options });
  while (search.step());
  return search.result({ file: 'x.yaml', sha256: '' });
}

const names = ({ smallest }: FalsifyResult): string[] => smallest!.faults.map(({ target }) => target).sort();

describe('a search for faults', () => {
  it('finds the pair that kills, and nothing smaller', () => {
    const result = falsified(PAIR(), { only: ['zone'] });
    expect(names(result)).toEqual(['r/a', 'r/b']);
    expect(result.others).toEqual([]);
    expect(result.searched).toEqual([
      { faults: 0, sets: 1, of: 1 },
      { faults: 1, sets: 4, of: 4 },
      { faults: 2, sets: 6, of: 6 },
    ]);
    expect(result.stopped).toBe('found');
  });

  it('makes them as short as breaks the objective: both out for more than the hour', () => {
    const { smallest } = falsified(PAIR(), { only: ['zone'] });
    const [first, second] = smallest!.faults;
    expect([first!.at, second!.at]).toEqual([2 * 86_400, 2 * 86_400]);
    expect([first!.forSeconds, second!.forSeconds]).toContain(3600);
    expect(smallest!.breaks).toMatchObject([{ objective: 'site-lost rto', of: 'page', limit: 3600, broken: 10 }]);
    expect(smallest!.breaks[0]!.measured).toBeGreaterThan(3600);
  });

  it('finds a killing three by chance, and shrinks it', () => {
    const three = PAIR()
      .replace('backends: [app-a, app-b]', 'backends: [app-a, app-b, app-c]')
      .replace('workloads:', '  app-c: {kind: ecs, in: r/c, count: 2, capacity-each: 100/s}\nworkloads:');
    const result = falsified(three, { only: ['zone'], maxFaults: 4 });
    expect(names(result)).toEqual(['r/a', 'r/b', 'r/c']);
  });

  it('says that it found nothing, and what it tried', () => {
    const result = falsified(PAIR(), { only: ['zone'], except: ['r/b'] });
    expect(result).toMatchObject({ smallest: null, timeline: null, stopped: 'bounds', others: [] });
    expect(result.tried).toBe(1 + 3 * 3 + 3 * 3);
    expect(result.leftOut).toContain('zone:r/b');
  });

  it('leaves out what is larger than the objectives are about, unless it is asked for', () => {
    expect(falsified(PAIR(), { maxFaults: 0 }).leftOut).toEqual([
      'instance:app-a/1',
      'instance:app-b/1',
      'component:app-a',
      'component:app-b',
      'component:lb',
      'region:r',
    ]);
    expect(names(falsified(PAIR(), { only: ['region'] }))).toEqual(['r']);
    expect(falsified(PAIR('availability: {page: 99.9%}'), { maxFaults: 0 }).targets).toContain('region:r');
  });

  it('judges an objective about zones by lost zones, and says what it was about', () => {
    const one = PAIR().replace('backends: [app-a, app-b]', 'backends: [app-a]');
    const all = falsified(one, { only: ['instance', 'component', 'zone'], maxFaults: 1 });
    const broken = [all.smallest!, ...all.others];
    expect(broken.map(({ faults }) => faults[0]!.target)).toEqual(['r/a']);
    expect(broken[0]!.breaks).toMatchObject([{ objective: 'site-lost rto', scope: 'zone' }]);
    const search = new Falsifier(read(one), { ...OPTIONS, only: ['instance'] });
    expect(search.judgesAny).toBe(false);
    const any = falsified(one.replace('site-lost: {scope: zone, rto: 1h}', 'availability: {page: 99.9%}'), {
      maxFaults: 1,
    });
    expect([any.smallest!, ...any.others].flatMap(({ breaks }) => breaks.map(({ scope }) => scope))).not.toContain(
      'zone',
    );
  });

  it('strikes in each manner in which a thing breaks by itself', () => {
    // The machine comes back before probes that wait for an answer have noticed; a refusal they notice at once.
    const exits = PAIR('availability: {page: 99.9999%}').replace(
      'app-a: {kind: ecs,',
      'app-a: {kind: ecs, faults: {crash: {effect: exit}},',
    );
    const targets = targetsOf(read(exits), new Notebook());
    expect(targets.find(({ name }) => name === 'app-a/1')!.effects).toEqual(['silent', 'exit']);
    expect(targets.find(({ name }) => name === 'r/a')!.effects).toEqual(['silent']);
    const { tried, searched } = falsified(PAIR(), { only: ['zone', 'instance'], maxFaults: 1 });
    expect([tried, searched[1]!.of]).toEqual([1 + 4 * 3, 4]);
  });

  it('needs no fault where planned work alone breaks an objective', () => {
    const worked = PAIR('availability: {page: 99.999%}').replace(
      'app-a: {kind: ecs,',
      'app-a: {kind: ecs, maintenance: {every: 1d, first: 1d, takes: 1h, how: stop},',
    );
    const alone = worked.replace('backends: [app-a, app-b]', 'backends: [app-a]');
    const { smallest } = falsified(alone);
    expect(smallest!.faults).toEqual([]);
    expect(smallest!.yaml).toContain('faults: []');
  });

  it('counts damaged data against objectives that are about them', () => {
    const stored = PAIR('data-damaged: {rto: 1h, rpo: 1d}')
      .replace(
        'workloads: {page: {entry: lb, demand: 50/s}}',
        '  db: {kind: rds, in: r/a, size: 8GB}\nworkloads: {page: {entry: lb, demand: 50/s, reads: db, wrong-is-down: true}}',
      )
      .replaceAll('capacity-each: 100/s}', 'capacity-each: 100/s, uses: {db: db}}');
    const result = falsified(stored);
    expect(result.targets).toEqual(['damage:db']);
    expect(result.smallest!.faults).toMatchObject([{ deed: 'damage', target: 'db', forSeconds: null }]);
    expect(result.smallest!.breaks).toMatchObject([{ objective: 'data-damaged rto', measured: null }]);
  });

  it('holds the times of a tier against faults of its scope', () => {
    const result = falsified(PAIR('tier: {at-least: 5, scope: zone}'), { only: ['zone'] });
    expect(result.limits).toEqual([
      { objective: 'tier 5 rto', scope: 'zone', kind: 'rto', limit: 2 * 86_400 },
      { objective: 'tier 5 rpo', scope: 'zone', kind: 'rpo', limit: 30 * 60 },
    ]);
    expect(names(result)).toEqual(['r/a', 'r/b']);
    expect(result.smallest!.faults.map(({ forSeconds }) => forSeconds)).toContain(2 * 86_400);
  });

  it('says the same twice, and otherwise with another seed only what chance decides', () => {
    const one = falsified(PAIR(), { only: ['zone'] });
    expect(falsified(PAIR(), { only: ['zone'] })).toEqual(one);
    expect(names(falsified(PAIR(), { only: ['zone'], seed: 'other' }))).toEqual(['r/a', 'r/b']);
  });

  it('keeps what is found when it is interrupted', () => {
    const search = new Falsifier(read(PAIR()), { ...OPTIONS, only: ['zone'] });
    while (search.result({ file: '', sha256: '' }).smallest === null) search.step();
    const result = search.result({ file: '', sha256: '' }, true);
    expect([names(result), result.stopped]).toEqual([['r/a', 'r/b'], 'interrupted']);
  });
});

describe('the lines that are printed', () => {
  const scenario = read(PAIR());
  const targets = targetsOf(scenario, new Notebook());
  const of = (label: string) => targets.find((target) => labelOf(target) === label)!;
  const strike = (label: string, at: number, lasts: number): Strike => ({
    target: of(label),
    at: at as Us,
    for: lasts as Us,
    effect: 'silent',
  });
  const schedule: FaultSchedule = [
    strike('zone:r/b', 2 * DAY + 3 * MINUTE + 1, 2 * HOUR),
    strike('zone:r/a', 2 * DAY, 90 * MINUTE + 7),
    strike('zone:r/a', 2 * DAY, 4 * HOUR),
  ];

  it('make the same faults strike at the same microseconds', () => {
    const patched = read(withFaultsOnly(PAIR(), scheduleText(schedule))!);
    const seen = (name: string) => [name, patched.schedule.find((fault) => fault.name === name)] as const;
    const meant = withSchedule(scenario, schedule);
    for (const fault of meant.schedule) {
      const [, read] = seen(fault.name);
      expect({ ...read, for: read!.for.describe() }).toEqual({
        ...fault,
        for: fault.for.describe(),
        noticed: read!.noticed,
      });
    }
    expect(patched.schedule).toHaveLength(3);
  });

  it('give the same run: the same trace, and the objective broken by as much', () => {
    const result = falsified(PAIR(), { only: ['zone'] });
    const { yaml, years, breaks } = result.smallest!;
    const patched = read(withFaultsOnly(PAIR(), yaml)!);
    const experiment = new Experiment(patched, { runs: 10, years, seed: '1' });
    while (experiment.step());
    const { incidentSeconds } = experiment.result({ file: '', sha256: '' }).workloads.page!;
    expect(incidentSeconds.count).toBe(10);
    expect(incidentSeconds.p95).toBeCloseTo(breaks[0]!.measured!, 6);
    expect(incidentSeconds.p95).toBeGreaterThan(breaks[0]!.limit);
  });

  it('break the objective when they are judged again, and any one of them less does not', () => {
    const limits = limitsOf(scenario);
    const how = { seed: '1', times: 10, quantile: 0.95, rest: (2 * DAY) as Us };
    const breaks = (faults: FaultSchedule): boolean => judge(scenario, faults, limits, how).breaches.length > 0;
    const smallest = answered(shrink(schedule, (2 * DAY) as Us), breaks);
    expect(smallest).toHaveLength(2);
    expect(breaks(smallest)).toBe(true);
    for (const strike of smallest) expect(breaks(smallest.filter((one) => one !== strike))).toBe(false);
    expect(inOrder(smallest)).toEqual(smallest);
  });

  it('quotes names that YAML would read as something else', () => {
    const odd = {
      ...strike('zone:r/a', 0, HOUR),
      target: { class: 'component', deed: 'lose', name: 'on', effects: ['silent'] } as const,
    };
    const chinese = { ...odd, target: { ...odd.target, name: '上海: 主库 #1' } };
    const numbered = { ...odd, target: { ...odd.target, name: '123' } };
    expect(scheduleText([odd])).toContain('lose: "on"');
    expect(scheduleText([chinese])).toContain('lose: "上海: 主库 #1"');
    expect(scheduleText([numbered])).toContain('lose: "123"');
  });
});
