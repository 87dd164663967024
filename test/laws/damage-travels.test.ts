import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, MINUTE, SECOND } from '../../src/base/index.ts';
import { horizonOf, replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { listen, read } from '../simulate.ts';
import { TIMES } from '../times.ts';

// Wrong data are writes among others: over any cuts of a task, and any times without users, they arrive when all that was written before
// them has been carried, a second at a time, and one lag has passed.

const LAG = 7;
const WRITES = 100;

interface Case {
  /** Minutes after the first day, and for how long. */
  readonly cuts: readonly { readonly at: number; readonly minutes: number }[];
  readonly away: readonly { readonly at: number; readonly minutes: number }[];
  readonly damaged: number;
  /** Writes a second that the task carries. */
  readonly speed: number;
}

const minute = (most: number) => fc.integer({ min: 1, max: most });
const spans = (maxLength: number) =>
  fc.uniqueArray(fc.record({ at: minute(600), minutes: minute(120) }), { maxLength, selector: ({ at }) => at });
const cases: fc.Arbitrary<Case> = fc.record({
  cuts: spans(4),
  away: spans(3),
  damaged: minute(600),
  speed: fc.constantFrom(110, 125, 150, 200, 400),
});

const within = (second: number, spans: Case['cuts']): boolean =>
  spans.some(({ at, minutes }) => second >= at * 60 && second < (at + minutes) * 60);

/** Whether what has been sent at a second is lost on the way, and sent once more when the cut is over. */
const cutAfter = (sent: number, cuts: Case['cuts']): boolean =>
  cuts.some(({ at }) => at * 60 > sent && at * 60 <= sent + LAG);

/** Seconds after the first day at which the damage arrives: whole minutes change everything, so that a second is a straight piece. */
function arrival({ cuts, away, damaged, speed }: Case): number {
  let ahead = 0;
  for (let second = 0; ; second++) {
    const before = second < damaged * 60;
    if (before && !within(second, away)) ahead += WRITES;
    const carries = !within(second, cuts);
    const sent = second + ahead / speed;
    if (!before && carries && ahead <= speed && !cutAfter(sent, cuts)) return sent + LAG;
    if (carries) ahead = Math.max(0, ahead - speed);
  }
}

function written({ cuts, away, damaged, speed }: Case): string {
  const lost = (what: string) => (span: { at: number; minutes: number }) =>
    `{at: ${1440 + span.at}m, lose: ${what}, for: ${span.minutes}m, effect: exit}`;
  const faults = [...cuts.map(lost('sync')), ...away.map(lost('app'))];
  return `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}, s: {b: {}}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a}
  copy: {kind: rds, edition: basic, in: s/b}
  sync: {kind: dts, from: db, to: copy, lag: ${LAG}s, rows-per-write: 1, max-rows: ${speed}/s}
workloads: {order: {entry: app, demand: ${WRITES}/s, writes: database}}
faults: [${[...faults, `{at: ${1440 + damaged}m, damage: db, noticed: 9d}`].join(', ')}]
`;
}

it('wrong data arrive when what was written before them has, whatever is cut and whoever writes', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const model = compileScenario(read(written(given)));
      const happened = listen(model);
      replicate(model, masterKey('1'), 0, horizonOf(4 / 365));
      const came = happened.find(
        ([, kind, store, state]) => kind === 'data' && store === 'copy' && state === 'damaged',
      );
      const due = DAY + arrival(given) * SECOND;
      expect(Math.abs(came![0] - due)).toBeLessThan(10);
      expect(came![0]).toBeLessThan(4 * DAY + MINUTE);
    }),
    { numRuns: 60 * TIMES },
  );
});
