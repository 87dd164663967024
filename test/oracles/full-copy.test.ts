import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/base/index.ts';
import { told } from './told.ts';
import { wayBack } from './way-back.ts';

const LINKS = 'links: {l: {kind: leased-line, between: [r, q], bandwidth: 8Gbps, latency: 30ms}}';
const TWO_LINES = `links:
  wide: {kind: leased-line, between: [r, q], bandwidth: 800Mbps, latency: 30ms}
  thin: {kind: vpn, between: [r, q], bandwidth: 400Mbps, latency: 30ms}`;

/** A copy of 360 GB from 5:30 on, by lines of which the wider carries 800 Mbps: an hour by that one, two by the other. */
const text = (faults: string): string => wayBack([], faults).replace(LINKS, TWO_LINES);

/** When the copy was whole, µs since the day began. */
function whole(faults: string): number | undefined {
  const steps = told(text(faults)).filter(
    ([, kind, plan, event]) => kind === 'step 0' && plan === 'back' && event === 'end',
  );
  return steps[0] && steps[0][0] - 72 * HOUR;
}

const at = (hours: number, minutes: number): number => hours * HOUR + minutes * MINUTE;

describe('a full copy over a line that does not stay as it was', () => {
  it.each([
    ['stays', '', at(6, 30)],
    ['is cut half way: what is left goes over the thinner', '  - {at: 3d 6h, cut: wide, for: 9h}', at(7, 0)],
    ['was cut before: it begins on the thinner', '  - {at: 3d 5h, cut: wide, for: 9h}', at(7, 30)],
    ['is cut for twenty minutes', '  - {at: 3d 5h 50m, cut: wide, for: 20m}', at(6, 40)],
    ['is back after an hour of the thinner', '  - {at: 3d 5h, cut: wide, for: 90m}', at(7, 0)],
    [
      'is both at once: it stands still',
      '  - {at: 3d 6h, cut: wide, for: 1h}\n  - {at: 3d 6h, cut: thin, for: 1h}',
      at(7, 30),
    ],
    ['has a tenth left for ten minutes', '  - {at: 3d 6h, lose: wide, effect: slow, factor: 10, for: 10m}', at(6, 35)],
  ])('takes as long as what is left needs where it %s', (_, faults, expected) => {
    expect(whole(faults)).toBe(expected);
  });
});

describe('a task that copies everything anew over such a line', () => {
  // Away from 2:00 to 5:30, longer than its log reaches back: a copy of 360 GB at 100 MB/s at the most, or of what the line carries.
  const task = (faults: string): string => `
places: {r: {a: {}}, q: {b: {}}}
${TWO_LINES}
components:
  db:  {kind: database, nodes: 1, in: r/a, size: 360GB}
  db2: {kind: database, nodes: 1, in: q/b, size: 360GB}
  sync: {kind: dts, from: db, to: db2, max-rows: 200/s, lag: 2s, copy-speed: 100MB/s, resumable: 1h}
  app: {kind: ecs, in: r/a, count: 1, boot: 0s, uses: {d: db}}
workloads: {w: {entry: app, demand: 100/s, writes: d}}
faults:
  - {at: 3d 2h, lose: sync, effect: exit, for: 3h 30m}
  - {at: 3d 2h 30m, damage: db, noticed: 20h}
${faults}
`;

  it.each([
    ['stays', '', at(6, 30)],
    ['is cut half way: what is left goes over the thinner', '  - {at: 3d 6h, cut: wide, for: 9h}', at(7, 0)],
    ['was cut before: it begins on the thinner', '  - {at: 3d 5h, cut: wide, for: 9h}', at(7, 30)],
    ['is back after half an hour of the thinner', '  - {at: 3d 5h, cut: wide, for: 1h}', at(6, 45)],
  ])('takes as long as what is left needs where it %s', (_, faults, expected) => {
    const over = told(task(faults)).find(
      ([, kind, name, value]) => kind === 'data' && name === 'db2' && value === 'damaged',
    );
    expect(over![0] - 72 * HOUR).toBe(expected);
  });
});
