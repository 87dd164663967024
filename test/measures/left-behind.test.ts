import { describe, expect, it } from 'vitest';
import { HOUR, type Us } from '../../src/base/index.ts';
import { Drill, Experiment } from '../../src/experiment/index.ts';
import { read } from '../simulate.ts';

interface Given {
  /** How long zone a is lost. */
  readonly lost: string;
  readonly between?: string;
  readonly uses?: string;
}

/** Users of zone a go on in zone b, which has a cache of its own, within four minutes of the loss. */
const moving = ({ lost, between = '', uses = 'reads: cache, writes: cache' }: Given): string => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  www: {kind: dns, ttl: 60s, answers: {web: {weight: 100%, priority: 1}, spare: {weight: 100%, priority: 2}}, monitor: {interval: 15s, timeout: 3s, unhealthy: 2}}
  web: {kind: slb, in: r/a, backends: [app]}
  spare: {kind: slb, in: r/b, backends: [app-b]}
  app: {kind: ecs, in: r/a, count: 2, capacity-each: 10/s, boot: 0s, uses: {cache: old}}
  app-b: {kind: ecs, in: r/b, count: 2, capacity-each: 10/s, boot: 0s, uses: {cache: new}}
  old: {kind: redis, edition: standard, in: [r/a], size: 1GB}
  new: {kind: redis, edition: standard, in: [r/b], size: 1GB}
${between}
workloads: {page: {entry: www, demand: 1/s, ${uses}}}
objectives: {site-lost: {scope: zone, rto: 1h, rpo: 30m}}
faults:
  - {at: 10d, lose: r/a, for: ${lost}}
`;

/** What a run tells of the recovery points of the cache in zone a. */
function told(given: Given) {
  const experiment = new Experiment(read(moving(given)), { runs: 3, years: 0.1, seed: '1' });
  while (experiment.step());
  const { stores, objectives } = experiment.result({ file: 'x', sha256: '' });
  return { rows: stores['old']!.rpoSeconds, objectives };
}

describe('users who go on in a store that nothing feeds from the one they wrote', () => {
  it('have left everything behind, in a run as in a drill, whatever the store lost when it came back', () => {
    const { rows, objectives } = told({ lost: '8h' });
    // The recovery at its return is not theirs. Two of the caches then switch over once more: they do not trust their primary.
    expect(rows).toMatchObject([
      { class: 'zone', domain: 'r/a', count: 5, leftBehind: 3, mean: null, p50: null, p95: null },
    ]);
    expect(objectives).toMatchObject([
      { objective: 'site-lost rto' },
      { objective: 'site-lost rpo', measured: null, seen: 5, verdict: 'needs-drill' },
    ]);
    const drill = new Drill(read(moving({ lost: '8h' })), {
      seed: '1',
      times: 5,
      lostFor: (8 * HOUR) as Us,
      fault: 'r/a',
    });
    while (drill.step());
    const { rows: drilled } = drill.result({ file: 'x', sha256: '' });
    expect(drilled[0]!.points).toMatchObject([{ store: 'old', lost: 5, leftBehind: 5 }]);
  });

  it('have not where the store is back before they have settled elsewhere: what it lost by then counts', () => {
    const { rows } = told({ lost: '50s' });
    expect(rows).toMatchObject([{ domain: 'r/a', count: 5 }]);
    expect(rows[0]).not.toHaveProperty('leftBehind');
    expect(rows[0]!.max).toBeLessThan(60);
  });

  it('have not where something carries what they wrote to the other store', () => {
    const between = '  sync: {kind: redis-sync, between: [old, new]}';
    for (const { leftBehind } of told({ lost: '8h', between }).rows) expect(leftBehind).toBeUndefined();
  });

  it('have where it is carried the other way only', () => {
    const ways = (between: string) => {
      const sync = `  sync: {kind: redis-sync, between: [${between}], direction: one-way}`;
      return told({ lost: '8h', between: sync }).rows.map(({ leftBehind }) => leftBehind);
    };
    expect(ways('new, old')).toEqual([3]);
    expect(ways('old, new')).toEqual([undefined]);
  });

  it('have not where they only read it', () => {
    for (const { leftBehind } of told({ lost: '8h', uses: 'reads: cache' }).rows) expect(leftBehind).toBeUndefined();
  });
});
