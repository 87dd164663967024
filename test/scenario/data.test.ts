import { describe, expect, it } from 'vitest';
import { inChinese } from '../../src/language/index.ts';
import { readScenario } from '../../src/scenario/index.ts';

const scenario = (plan: string, more = ''): string => `
hasim: 1
places: {r: {a: {}}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, faults: {mistake: {mtbf: 1y, effect: corruption}}}
  kept: {kind: rds, edition: basic, in: r/a, backups: {}}
${more}
workloads: {order: {entry: app, demand: 1/s, writes: database}}
alarms: {wrong: {damaged: db}}
${plan}
`;
const plan = (steps: string): string =>
  `plans: {back: {when: {alarm: wrong}, decided-by: automation, steps: ${steps}}}`;
const codes = (text: string): string[] => readScenario(text, 'x.yaml').problems.map(({ code }) => code);

describe('faults that spoil data', () => {
  it('are told where no plan gets the data back', () => {
    expect(codes(scenario(''))).toContain('no-restore');
    expect(codes(scenario(plan('[{restore: db, from: bak}]'), '  bak: {kind: dbs, of: db, in: r}'))).not.toContain(
      'no-restore',
    );
  });

  it('are told where a plan leads users away only when the store is lost, not when its data are wrong', () => {
    const lead = plan('[{repoint: app, use: {database: kept}}]');
    expect(codes(scenario(lead))).not.toContain('no-restore');
    expect(codes(scenario(lead).replace('{damaged: db}', '{watch: db}'))).toContain('no-restore');
  });

  it('are told of a damage on a schedule, in Chinese too', () => {
    const text = scenario('').replace(', faults: {mistake: {mtbf: 1y, effect: corruption}}', '');
    const of = (more: string) => readScenario(`${text}\n${more}`, 'x.yaml').problems;
    expect(of('').map(({ code }) => code)).not.toContain('no-restore');
    const told = of('faults: [{at: 3d, damage: db}]').find(({ code }) => code === 'no-restore')!;
    expect(told).toMatchObject({ severity: 'warning', message: expect.stringContaining('damages the data of `db`') });
    expect(inChinese(told).message).toBe('`db` 的数据会损坏，而没有预案能找回');
  });

  it('are refused where there are no data', () => {
    const text = scenario('').replace('count: 1,', 'count: 1, faults: {odd: {mtbf: 1y, effect: corruption}},');
    expect(codes(text)).toContain('no-data');
  });

  it('are not repaired by themselves', () => {
    const text = scenario('').replace('effect: corruption}', 'effect: corruption, repair: 1h}');
    expect(codes(text)).toContain('useless-key');
  });
});

describe('a plan that restores', () => {
  it('needs backups', () => {
    expect(codes(scenario(plan('[{restore: db}]')))).toContain('no-backups');
    expect(codes(scenario(plan('[{restore: db, from: kept}]')))).not.toContain('no-backups');
  });

  it('moves back only what it has restored into a clone', () => {
    expect(codes(scenario(plan('[{move-back: kept}]')))).toContain('no-clone');
    expect(codes(scenario(plan('[{restore: kept, into: clone}, {move-back: kept}]')))).not.toContain('no-clone');
  });
});

describe('an alarm', () => {
  it('watches or heeds, not both', () => {
    const text = scenario('').replace('{damaged: db}', '{damaged: db, watch: db}');
    expect(codes(text)).toContain('watch-or-damaged');
  });

  it('is not probed when people raise it', () => {
    expect(codes(scenario('').replace('{damaged: db}', '{damaged: db, interval: 1m}'))).toContain('useless-key');
  });
});

describe('a schedule of snapshots', () => {
  const snapshots = (policy: string): string[] =>
    codes(scenario('', `  snap: {kind: snapshots, of: db, in: r, ${policy}}`)).filter(
      (code) => code !== 'no-restore' && code !== 'single-instance',
    );

  it('is as the console has it: whole hours, weekdays, 1 to 65536 days or for ever', () => {
    expect(snapshots('full: {hours: [0, 12, 23], weekdays: [monday, sunday]}, keep: 65536d')).toEqual([]);
    expect(snapshots('full: {hours: 3}, keep: forever')).toEqual([]);
    expect(snapshots('full: {hours: 24}')).not.toEqual([]);
    expect(snapshots('full: {hours: 3, weekdays: holiday}')).not.toEqual([]);
    expect(snapshots('keep: 65537d')).toContain('kept-too-long');
  });
});
