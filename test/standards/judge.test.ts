import { describe, expect, it } from 'vitest';
import {
  EDITION_DATA,
  judgeFailures,
  judgePoint,
  judgeStandard,
  judgeTime,
  limitOf,
  type MeasuredDisaster,
  type StandardResult,
  DEFAULT_SETTINGS as USUAL,
} from '../../src/standards/index.ts';
import { read } from '../simulate.ts';
import { always, COPY, handmade, PART, TIER_SIX, ZONE } from './tier-six.ts';

const scenario = read(TIER_SIX);
const REST = [handmade(PART, 'app-a/1'), handmade(COPY, 'db/1'), handmade(ZONE, 'r/b')];

function judged(disaster: MeasuredDisaster, edition: keyof typeof EDITION_DATA = 'gbt20988-2007'): StandardResult {
  return judgeStandard(scenario, { disasters: [disaster, ...REST], complete: true }, { edition });
}
const zoneTier = (result: StandardResult) => result.tiers.find(({ scope }) => scope === 'zone')!;

describe('the structure of the scenario that these tests stand on', () => {
  it('is good for tier 6 when nothing takes any time', () => {
    const result = judged(handmade(ZONE, 'r/a'));
    expect(zoneTier(result)).toEqual({ scope: 'zone', tier: 6, byDrills: 6, undecided: [], decidedBy: [] });
    expect(result.tier).toBe(6);
    expect(result.contradictions).toEqual([]);
  });
});

/** Each limit of each table: the time alone decides, the data alone decide. */
const CASES = (['gbt20988-2007', 'gbt20988-2025-secondary'] as const).flatMap((edition) =>
  EDITION_DATA[edition].tiers.map((row, i) => ({
    edition,
    tier: row.tier,
    below: i,
    rto: limitOf(row.rto.value, USUAL),
    rpo: limitOf(row.rpo.value, USUAL),
  })),
);

describe.each(CASES)('tier $tier of $edition', ({ edition, tier, below, rto, rpo }) => {
  it('takes a recovery time at its limit and none beyond', () => {
    if (rto === null) {
      expect(zoneTier(judged(handmade(ZONE, 'r/a', { rto: always(1e9) }), edition)).tier).toBeGreaterThanOrEqual(tier);
      return;
    }
    expect(zoneTier(judged(handmade(ZONE, 'r/a', { rto: always(rto) }), edition)).tier).toBeGreaterThanOrEqual(tier);
    const beyond = zoneTier(judged(handmade(ZONE, 'r/a', { rto: always(rto + 1) }), edition));
    expect(beyond.tier).toBeLessThan(tier);
    expect(beyond.decidedBy).toContainEqual(expect.objectContaining({ what: 'time', domain: 'r/a', verdict: 'fail' }));
  });

  it('takes a recovery point at its limit and none beyond', () => {
    const at = handmade(ZONE, 'r/a', { rpo: always(rpo!) });
    expect(zoneTier(judged(at, edition)).tier).toBeGreaterThanOrEqual(tier);
    const beyond = zoneTier(judged(handmade(ZONE, 'r/a', { rpo: always(rpo! + 1) }), edition));
    // Of tier 1 the loss of a site is not asked.
    expect(beyond.tier).toBeLessThan(Math.max(tier, 2));
  });

  it('is not proven by a better one below: the tiers nest', () => {
    expect(below).toBe(tier - 1);
  });
});

describe('the limits of 2007', () => {
  const limits = (edition: keyof typeof EDITION_DATA) =>
    EDITION_DATA[edition].tiers.map(({ rto, rpo }) => [limitOf(rto.value, USUAL), limitOf(rpo.value, USUAL)]);
  const day = 86_400;

  it('are those of its example table: upper ends only', () => {
    expect(limits('gbt20988-2007')).toEqual([
      [null, 7 * day],
      [null, 7 * day],
      [null, day],
      [2 * day, day],
      [2 * day, 1800],
      [600, 0],
    ]);
  });

  it('are tighter in the second-hand table of 2025, where several hours have a part', () => {
    expect(limits('gbt20988-2025-secondary')).toEqual([
      [null, 7 * day],
      [null, 7 * day],
      [day, day],
      [12 * 3600, 12 * 3600],
      [7200, 1800],
      [600, 0],
    ]);
  });

  it('do not depend on how several hours are read', () => {
    for (const { rto, rpo } of EDITION_DATA['gbt20988-2007'].tiers)
      expect([rto.value, rpo.value]).not.toContain('several-hours');
  });

  it('depend at tier 6 alone on how several minutes are read', () => {
    const slow = handmade(ZONE, 'r/a', { rto: always(1500) });
    expect(zoneTier(judged(slow)).tier).toBe(5);
    const profile = {
      name: 'x',
      title: 'x',
      source: 'x',
      confidence: 'stated' as const,
      rules: [],
      settings: { severalMinutes: 1800 },
    };
    const loose = judgeStandard(scenario, { disasters: [slow, ...REST], complete: true }, { profile });
    expect(zoneTier(loose).tier).toBe(6);
    expect(loose.settings.severalMinutes).toBe(1800);
  });
});

describe('how many drills it takes', () => {
  it('is 59: one fewer proves nothing', () => {
    const few = (drills: number) => zoneTier(judged(handmade(ZONE, 'r/a', { drills })));
    expect(few(59).tier).toBe(6);
    expect(few(58)).toMatchObject({ tier: 1, undecided: [2, 3, 4, 5, 6] });
    expect(few(58).decidedBy).toContainEqual(expect.objectContaining({ verdict: 'undecided', needs: 1 }));
    expect(few(10).decidedBy[0]).toMatchObject({ needs: 49 });
  });

  it('is more where the bounds hold the limit between them', () => {
    const time = judgeTime({ count: 300, p95: 900, low: 700, high: 1300, max: 2000 }, { seconds: 1000 }, USUAL);
    expect(time.verdict).toBe('undecided');
    const row = judged(handmade(ZONE, 'r/a', { rto: { count: 300, p95: 500, low: 400, high: 700, max: 900 } }));
    // The bound above lies 200 s off and must come as near as 100 s: four times as many drills.
    expect(row.classes[0]).toMatchObject({ domain: 'r/a', verdict: 'undecided', needs: 900 });
  });
});

describe('a figure near a limit', () => {
  const time = (low: number, p95: number, high: number) =>
    judgeTime({ count: 300, low, p95, high, max: high }, { seconds: 1000 }, USUAL).verdict;

  it('is too close to call within the band on both sides', () => {
    expect(time(960, 990, 1040)).toBe('too-close');
    expect(time(949, 990, 1040)).toBe('undecided');
    expect(time(960, 990, 1051)).toBe('undecided');
  });

  it('is decided by a bound that is clear of it, however near', () => {
    expect(time(990, 995, 1000)).toBe('pass');
    expect(time(1001, 1003, 1005)).toBe('fail');
  });

  it('fails at the limit where a rule says below', () => {
    const limit = { seconds: 1000, strictly: true };
    expect(judgeTime(always(1000), limit, USUAL).verdict).toBe('fail');
    expect(judgeTime(always(999), limit, USUAL).verdict).toBe('pass');
  });
});

describe('the share of recoveries that fail', () => {
  const share = (failed: number, drills: number) => judgeFailures(failed, drills, USUAL).verdict;

  it('is judged on bounds that are each 95 % sure', () => {
    // Clopper and Pearson: 0 of 59 stays below 5 % (1 − 0.05^(1/59) = 4.95 %), 0 of 58 does not (5.03 %).
    expect([share(0, 59), share(0, 58)]).toEqual(['pass', 'undecided']);
    expect(judgeFailures(0, 59, USUAL).high).toBeCloseTo(1 - 0.05 ** (1 / 59), 12);
    expect([share(8, 300), share(9, 300)]).toEqual(['pass', 'undecided']);
    expect([share(21, 300), share(22, 300)]).toEqual(['undecided', 'fail']);
  });

  it('is apart from the time: a fast recovery that often fails is no recovery', () => {
    const result = judged(handmade(ZONE, 'r/a', { failed: 60, rto: always(1, 240) }));
    expect(zoneTier(result).tier).toBe(1);
    expect(zoneTier(result).decidedBy).toEqual([
      expect.objectContaining({ what: 'failures', measured: 0.2, limit: 0.05, verdict: 'fail' }),
    ]);
    expect(result.classes[0]!.rtoSeconds.verdict).toBe('pass');
  });
});

describe('a recovery point of 0', () => {
  const zero = { seconds: 0 };
  it('means that no recovery lost an acknowledged write, not that 95 % did not', () => {
    const lossy = { ...always(0), max: 3, clean: 299 };
    expect(judgePoint(lossy, 300, zero, USUAL).verdict).toBe('fail');
    expect(judgePoint({ ...lossy, clean: 300 }, 300, zero, USUAL).verdict).toBe('pass');
    expect(judgePoint({ ...always(0, 58), clean: 58 }, 58, zero, USUAL).verdict).toBe('undecided');
  });
});

describe('the tiers of a scope', () => {
  it('are the lowest over its disasters, and say which decides', () => {
    const part = handmade(PART, 'db/1', { rto: always(3600) });
    const result = judgeStandard(scenario, { disasters: [part, ...REST, handmade(ZONE, 'r/a')], complete: true });
    expect(zoneTier(result).tier).toBe(5);
    expect(zoneTier(result).decidedBy).toEqual([
      expect.objectContaining({ class: 'part-lost', domain: 'db/1', what: 'time', tier: 6 }),
    ]);
  });

  it('ask about disasters from the tier on that the white paper names them at', () => {
    const hopeless = { failed: 300, rto: always(0, 0) };
    expect(zoneTier(judged(handmade(COPY, 'db/2', hopeless))).tier).toBe(0);
    expect(zoneTier(judged(handmade(ZONE, 'r/a', hopeless))).tier).toBe(1);
    expect(zoneTier(judged(handmade(PART, 'app-a/2', hopeless))).tier).toBe(2);
    expect(zoneTier(judged(handmade({ class: 'all-lost', scope: 'zone' }, 'way-out', hopeless))).tier).toBe(3);
    expect(zoneTier(judged(handmade({ class: 'logical-damage', scope: 'component' }, 'db', hopeless))).tier).toBe(6);
  });

  it('stand apart for what is lost: a product in a zone is no zone', () => {
    const hopeless = handmade({ class: 'part-lost', scope: 'service' }, 'rds in r/a', {
      failed: 300,
      rto: always(0, 0),
    });
    const { tiers } = judged(hopeless);
    expect(tiers.map(({ scope, tier }) => [scope, tier])).toEqual([
      ['instance', 6],
      ['service', 2],
      ['zone', 6],
    ]);
  });

  it('are undecided where only some disasters were drilled', () => {
    const result = judgeStandard(scenario, { disasters: [handmade(ZONE, 'r/a')], complete: false });
    expect(zoneTier(result)).toMatchObject({ tier: 0, undecided: [1, 2, 3, 4, 5, 6] });
    expect(zoneTier(result).decidedBy).toContainEqual(
      expect.objectContaining({ what: 'not-drilled', class: 'damaged-copy' }),
    );
  });
});

describe('a disaster that the wanted tier does not ask about', () => {
  const single = read(`
hasim: 1
catalogue: none
places: {r: {a: {}}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 8GB}
workloads: {page: {entry: app, demand: 1/s, reads: database}}
objectives: {tier: {at-least: 1, scope: zone}}
`);
  const result = judgeStandard(single, {
    disasters: [
      handmade(ZONE, 'r/a', { failed: 300 }),
      handmade(COPY, 'db/1', { failed: 300 }),
      handmade(PART, 'app/1', { failed: 300 }),
      handmade({ class: 'logical-damage', scope: 'component' }, 'db', { failed: 300 }),
    ],
    complete: true,
  });

  it('is judged against the next one that does, and reaches the one before', () => {
    const seen = result.classes.map(({ class: disaster, against, verdict, tier }) => [
      disaster,
      against,
      verdict,
      tier,
    ]);
    expect(seen).toEqual([
      ['damaged-copy', 1, 'fail', 0],
      ['site-lost', 2, 'fail', 1],
      ['part-lost', 3, 'fail', 2],
      ['logical-damage', 1, 'fail', 0],
    ]);
  });
});
