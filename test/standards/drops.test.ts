import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAY, type Us } from '../../src/base/index.ts';
import { Drill, type DrillResult } from '../../src/experiment/index.ts';
import { drillReport } from '../../src/report/index.ts';
import type { TierResult } from '../../src/standards/index.ts';
import { read } from '../simulate.ts';
import { TIER_SIX } from './tier-six.ts';

function drilled(text: string, times = 60): DrillResult {
  const drill = new Drill(read(text), { seed: '1', times, lostFor: DAY as Us });
  while (drill.step());
  return drill.result({ file: 'x.yaml', sha256: '' });
}

/** The scenario with one passage changed; the passage must be there. */
function changed(text: string, from: string | RegExp, to: string): string {
  expect(text).toMatch(from);
  return text.replace(from, to);
}

const zoneOf = ({ standard }: DrillResult): TierResult => standard.tiers.find(({ scope }) => scope === 'zone')!;
const element = (ask: string) => expect.objectContaining({ kind: 'element', ask });
const disaster = (what: string, domain: string) => expect.objectContaining({ kind: 'disaster', what, domain });

describe('an architecture that is good for tier 6', () => {
  it('proves it in drills', () => {
    expect(zoneOf(drilled(TIER_SIX))).toMatchObject({ tier: 6, decidedBy: [] });
  });

  it('drops to 5 with a TTL of an hour: users come back too late', () => {
    const slow = zoneOf(drilled(changed(TIER_SIX, 'ttl: 60s', 'ttl: 1h')));
    expect(slow.tier).toBe(5);
    expect(slow.decidedBy).toContainEqual(disaster('time', 'r/a'));
  });

  it('drops to 5 with asynchronous replication: writes are lost, and the topology says so', () => {
    const lossy = zoneOf(
      drilled(changed(TIER_SIX, 'replication: synchronous,\n     without-standby: go-on', 'replication: asynchronous')),
    );
    expect(lossy.tier).toBe(5);
    expect(lossy.decidedBy).toEqual([
      disaster('data', 'r/a'),
      ...lossy.decidedBy.slice(1, -1),
      expect.objectContaining({ ask: 'replication-lossless', found: 'db: asynchronous' }),
    ]);
  });

  it('has no tier above 1 with a second zone that is too small: it never carries the demand', () => {
    const small = zoneOf(drilled(changed(TIER_SIX, 'in: r/b, count: 4', 'in: r/b, count: 2')));
    expect(small.tier).toBe(1);
    expect(small.decidedBy).toEqual([disaster('failures', 'r/a')]);
  });

  it('has no tier at all with its backups on site', () => {
    const near = drilled(changed(TIER_SIX, 'full: daily,', 'full: daily, in: r/a,'));
    expect(zoneOf(near)).toMatchObject({ tier: 0, byDrills: 6 });
    expect(zoneOf(near).decidedBy).toContainEqual(element('backup-off-site'));
    expect(near.standard.blockers[0]).toMatchObject({ scope: 'zone', tier: 1, found: 'db: r/a' });
  });

  it('counts nothing as declared that is not', () => {
    const untested = drilled(changed(TIER_SIX, '  plan: {tested: 2026-06-30}\n', ''));
    expect(zoneOf(untested)).toMatchObject({ tier: 0, decidedBy: [expect.objectContaining({ ask: 'plan-tested' })] });
    const alone = drilled(changed(TIER_SIX, 'systems: 24x7}', 'systems: dedicated}'));
    expect(zoneOf(alone)).toMatchObject({ tier: 5, decidedBy: [expect.objectContaining({ ask: 'systems-24x7' })] });
  });
});

describe('active-active in one city, whose database needs a plan', () => {
  const text = readFileSync('scenarios/a-a.yaml', 'utf8');

  it('has no plan left when it is removed: the loss of the zone is not survived', () => {
    const plans = /\nplans:[\s\S]*?(?=\nobjectives:)/;
    const without = drilled(changed(text, plans, ''));
    expect(zoneOf(without).tier).toBe(1);
    expect(zoneOf(without).decidedBy).toContainEqual(disaster('failures', 'cn-beijing/a'));
    expect(without.audit).toContainEqual(
      expect.objectContaining({ code: 'no-plan', class: 'site-lost', domain: 'cn-beijing/a' }),
    );
    expect(without.standard.assumptions[0]).toMatchObject({ path: 'plans', value: 'none' });
    expect(without.objectives).toContainEqual(
      expect.objectContaining({ objective: 'tier', target: 5, measured: 1, verdict: 'missed' }),
    );
  });

  it('leaves two primaries when the fence is removed: a tested plan does not, whatever is declared', () => {
    const without = drilled(changed(text, /\n\s*- \{fence: orders-a\}[^\n]*/, ''));
    expect(zoneOf(without).tier).toBe(0);
    expect(without.standard.contradictions).toEqual([
      expect.objectContaining({ element: 'recovery-plan', declared: 'plan.tested: 2026-06-30' }),
    ]);
    expect(without.audit).toContainEqual(
      expect.objectContaining({
        code: 'unfenced-promotion',
        plan: 'zone-a-lost',
        step: 2,
        of: ['orders-b', 'orders-a'],
      }),
    );
    expect(drillReport(without)).toMatch(/The architecture\s+wins/);
  });

  it('finds no way home when that plan is removed', () => {
    const stuck = drilled(changed(text, /\n {2}return-to-a:[\s\S]*?(?=\nobjectives:)/, '\n'), 1);
    expect(stuck.audit).toContainEqual(expect.objectContaining({ code: 'no-way-back', plan: 'zone-a-lost' }));
  });

  it('leaves wrong data wrong when the plan that undoes damage is removed, and misses that objective', () => {
    const damaged = ({ objectives }: DrillResult) =>
      objectives.filter(({ objective }) => objective.startsWith('data-damaged')).map(({ verdict }) => verdict);
    // Some damage is not noticed within the day that these drills last.
    expect(damaged(drilled(text))).toEqual(['undecided', 'undecided']);
    const without = drilled(changed(text, /\n {2}undo-damage:[\s\S]*?(?=\nobjectives:)/, '\n'));
    expect(damaged(without)).toEqual(['missed', 'missed']);
    const row = without.rows.find(({ class: one }) => one === 'damage')!;
    expect(row.stores.map(({ store, leftWrong }) => [store, leftWrong])).toContainEqual(['orders-a', 60]);
    expect(without.audit).toContainEqual(expect.objectContaining({ code: 'no-plan', domain: 'orders-a' }));
  });

  it('is believed less when nobody ever tried the plan', () => {
    const untried = drilled(changed(text, 'give-up-if: {cleared: zone-a-dark, before: promote}', 'readiness: never'));
    expect(untried.audit).toContainEqual(expect.objectContaining({ code: 'never-drilled', plan: 'zone-a-lost' }));
    expect(zoneOf(untried).tier).toBe(0);
    expect(zoneOf(untried).decidedBy).toContainEqual(element('plan-tested'));
  });
});
