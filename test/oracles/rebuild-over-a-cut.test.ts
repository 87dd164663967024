import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/base/index.ts';
import { told } from './told.ts';

/** A way back with a copy of an hour, 5:30 to 6:30; 100 writes a second at the store that has taken over, 200 rows carried. */
const text = (cut: string): string => `
places: {r: {a: {}}, q: {b: {}}}
links: {l: {kind: leased-line, between: [r, q], bandwidth: 8Gbps, latency: 30ms}}
components:
  db:  {kind: database, nodes: 1, in: r/a, size: 360GB, rebuild-speed: 100MB/s}
  db2: {kind: database, nodes: 1, in: q/b, size: 360GB, rebuild-speed: 100MB/s}
  sync: {kind: dts, from: db, to: db2, max-rows: 200/s, lag: 2s, bytes-per-row: 1kB, resumable: 2d}
  app: {kind: ecs, in: q/b, count: 1, boot: 0s, uses: {d: db}}
workloads: {w: {entry: app, demand: 100/s, writes: d}}
alarms: {dark: {watch: db}}
plans:
  fail:
    when: {alarm: dark, for: 1m}
    decided-by: {automation: 0s}
    steps:
      - {fence: db, takes: 0s}
      - {promote: db2, takes: 1m}
      - {repoint: app, use: {d: db2}, takes: 1m}
  back:
    when: {cleared: dark, for: 1h, after: fail}
    decided-by: {automation: 0s}
    steps:
      - {rebuild: db, from: db2}
      - {reverse: sync, takes: 1m}
      - {stop-writes: db2, takes: 1m, until: {lag: 2s}}
      - {promote: db, takes: 1m}
      - {repoint: app, use: {d: db}, takes: 1m}
faults:
  - {at: 3d 3h 30m, lose: db, for: 1h}
${cut}
`;

/** When the steps of the way back ended, µs since the day began. */
function ended(cut: string): readonly number[] {
  return told(text(cut))
    .filter(
      ([, kind, plan, event]) => kind.startsWith('step') && kind !== 'step -1' && plan === 'back' && event === 'end',
    )
    .map(([at]) => at - 72 * HOUR);
}

const at = (hours: number, minutes: number): number => hours * HOUR + minutes * MINUTE;
/** At 200 rows a second, what is left of 100 writes a second takes half as long as it took to write; and what is on the way. */
const drained = (since: number, until: number): number => until + (until - since) / 2 + 2_015_000;

describe('a rebuild over a way that is cut', () => {
  it.each([
    ['never', '', at(6, 30), at(5, 30)],
    ['for an hour in between', '  - {at: 3d 6h, cut: l, for: 1h}', at(7, 30), at(5, 30)],
    ['for five hours in between', '  - {at: 3d 6h, cut: l, for: 5h}', at(11, 30), at(5, 30)],
    ['twice', '  - {at: 3d 6h, cut: l, for: 1h}\n  - {at: 3d 7h 10m, cut: l, for: 30m}', at(8, 0), at(5, 30)],
    ['when it is to begin', '  - {at: 3d 5h, cut: l, for: 1h}', at(7, 0), at(6, 0)],
  ])('stands still while it is cut: %s', (_, cut, whole, position) => {
    const turned = whole + MINUTE;
    const caughtUp = drained(position, turned) + MINUTE;
    expect(ended(cut)).toEqual([whole, turned, caughtUp, caughtUp + MINUTE, caughtUp + 2 * MINUTE]);
  });
});
