import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/base/index.ts';
import { read, simulate } from '../simulate.ts';
import { written } from './probes.ts';

type Loss = readonly [what: string, at: number, lasts: number];

/** A primary in zone a, a standby in b, a read-only node in c; users read and write from zone b. */
const cluster = (losses: readonly Loss[], keys = ''): string => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}, c: {}}}
components:
  web: {kind: ecs, in: r/c, count: 1, boot: 0s, uses: {database: db}}
  db:
    kind: rds
    edition: cluster
    in: [r/a, r/b]
    read-only: {count: 1, in: r/c, lag: 2s, re-attach: 30s}
    size: 10TB
    detection: 5s
    switch: 10s
    zone-switch: 100s
    coverage: 100%
    catch-up: 3${keys}
workloads:
  page: {entry: web, demand: 100/s, reads: database, settle: 0s}
  order: {entry: web, demand: 100/s, writes: database, settle: 0s}
faults:
${losses.map(([what, at, lasts]) => `  - {at: ${written(at)}, lose: ${what}, for: ${written(lasts)}}`).join('\n')}
`;

/** Downtime of reads and of writes, how long read-only nodes alone answered, and how far behind they were at most, µs. */
function seen(...losses: readonly Loss[]) {
  const { workloads, stores } = simulate(read(cluster(losses)), { years: 4 / 8_760 }).collected;
  const [order, page] = workloads.map(({ downTotal }) => Number(downTotal.total));
  const { stale, staleness } = stores[0]!;
  return { page, order, alone: Number(stale.total), spells: staleness.count, behind: staleness.max };
}

describe('a read-only node', () => {
  it('goes on answering while the primary switches, as far behind as its lag; writes wait for the switch', () => {
    const switched = { page: 0, order: 15 * SECOND, alone: 15 * SECOND, spells: 1, behind: 2 * SECOND };
    expect(seen(['db/1', HOUR, HOUR])).toEqual(switched);
  });

  it('and while the zone of the primary is lost', () => {
    expect(seen(['r/a', HOUR, HOUR])).toMatchObject({ page: 0, order: 105 * SECOND, alone: 105 * SECOND });
  });

  it('and while primary and standby are both lost: it is never promoted', () => {
    expect(seen(['db/1', HOUR, HOUR], ['db/2', HOUR, HOUR])).toMatchObject({ page: 0, order: HOUR, alone: HOUR });
  });

  it('is hit with its own zone; then the primary answers alone', () => {
    const lost = seen(['db/3', HOUR, HOUR]);
    expect(lost).toEqual({ page: 0, order: 0, alone: 0, spells: 0, behind: null });
  });

  it('cannot help when it is lost too', () => {
    const lost = seen(['db/1', HOUR, HOUR], ['db/2', HOUR, HOUR], ['db/3', HOUR + 10 * MINUTE, HOUR]);
    expect(lost).toMatchObject({ page: 50 * MINUTE, order: HOUR, alone: 10 * MINUTE });
  });

  it('follows the new primary 30 s after a switch; until then it falls behind', () => {
    // Switched at 15 s; the new primary is lost in its turn 25 s later, when all that it took is missing, and of the old one the last 2 s.
    const twice = seen(['db/1', HOUR, 10 * MINUTE], ['db/2', HOUR + 40 * SECOND, HOUR]);
    expect(twice.behind).toBe((2 + 15 + 25) * SECOND);
    expect(twice.spells).toBe(2);
  });

  it('lacks what was on its way when its line was cut, too', () => {
    const text = cluster([['db/1', HOUR + 10 * MINUTE, HOUR]], '')
      .replace('components:', 'links: {line: {between: [r/a, r/c]}}\ncomponents:')
      .concat(`  - {at: ${written(HOUR)}, cut: line, for: ${written(HOUR)}}\n`)
      .replace('web: {kind: ecs, in: r/c', 'web: {kind: ecs, in: r/b');
    const { staleness } = simulate(read(text), { years: 4 / 8_760 }).collected.stores[0]!;
    expect(staleness.max).toBe(10 * MINUTE + 2 * SECOND);
  });

  it('has all of what users wrote before they left', () => {
    const text = cluster([
      ['web', HOUR, 10 * MINUTE],
      ['db/1', HOUR + 1 * SECOND, MINUTE],
    ]);
    const { staleness } = simulate(read(text), { years: 4 / 8_760 }).collected.stores[0]!;
    expect(staleness.max).toBe(SECOND);
  });

  it('answers again when it has caught up, not when it is back', () => {
    // Away for 600 s, it works that off within 300 s; the primary is lost 100 s after its return, and back after a minute.
    const early = seen(['db/3', HOUR, 10 * MINUTE], ['db/1', HOUR + 700 * SECOND, 4 * SECOND]);
    expect(early).toMatchObject({ page: 4 * SECOND, alone: 0 });
    const late = seen(['db/3', HOUR, 10 * MINUTE], ['db/1', HOUR + 901 * SECOND, 4 * SECOND]);
    expect(late).toMatchObject({ page: 0, alone: 4 * SECOND });
  });
});
