import * as fc from 'fast-check';

// Two databases and a task between them, damaged, lost, restored and promoted at random.

interface Damage {
  readonly store: 'db' | 'copy';
  /** Hours after the first day. */
  readonly at: number;
  readonly noticed: number;
}
export interface Case {
  readonly log: boolean;
  readonly clone: boolean;
  /** Whether users move to the copy, or the store is filled from its backups. */
  readonly moves: boolean;
  readonly damages: readonly Damage[];
  readonly losses: readonly {
    readonly what: 'db' | 'r/a' | 'sync';
    readonly at: number;
    readonly hours: number;
    readonly destroys: boolean;
  }[];
  /** Hours at which users are away, and for how long. */
  readonly away: readonly { readonly at: number; readonly hours: number }[];
}

const hours = (most: number) => fc.integer({ min: 1, max: most * 60 }).map((minutes) => minutes / 60);
export const cases: fc.Arbitrary<Case> = fc.record({
  log: fc.boolean(),
  clone: fc.boolean(),
  moves: fc.boolean(),
  damages: fc.uniqueArray(
    fc.record({ store: fc.constantFrom('db' as const, 'copy' as const), at: hours(150), noticed: hours(30) }),
    { maxLength: 4, selector: ({ store, at }) => `${store} ${at}` },
  ),
  losses: fc.uniqueArray(
    fc.record({
      what: fc.constantFrom('db' as const, 'r/a' as const, 'sync' as const),
      at: hours(150),
      hours: hours(10),
      destroys: fc.boolean(),
    }),
    { maxLength: 3, selector: ({ what, at }) => `${what} ${at}` },
  ),
  away: fc.uniqueArray(fc.record({ at: hours(150), hours: hours(5) }), { maxLength: 3, selector: ({ at }) => at }),
});

const when = (at: number) => `${Math.round((24 + at) * 60)}m`;
const span = (length: number) => `${Math.max(1, Math.round(length * 60))}m`;

const MOVES = `
  over:
    when: {alarm: dark, for: 2h, primary: db}
    decided-by: automation
    steps: [{fence: db}, {promote: copy}, {repoint: app, use: {database: copy}, takes: 1m}]
  home:
    when: {cleared: dark, for: 10h, after: over}
    decided-by: automation
    steps:
      - {rebuild: db, from: copy}
      - {reverse: sync}
      - {stop-writes: copy, until: {lag: 0s}}
      - {promote: db}
      - {repoint: app, use: {database: db}, takes: 1m}
      - {reverse: sync}`;
const REFILL = '  refill: {when: {alarm: dark, primary: db}, decided-by: automation, steps: [{restore: db}]}';

export function written({ log, clone, moves, damages, losses, away }: Case): string {
  const backups = `backups: {full: daily, log: ${log ? '5m' : 'none'}, locate: 10m, restore-speed: 50MB/s, unusable: 0%}`;
  const undo = (store: string) =>
    clone
      ? `{restore: ${store}, into: clone}, {stop-writes: ${store}}, {move-back: ${store}, takes: 1h}`
      : `{restore: ${store}}`;
  const faults = [
    ...damages.map((one) => `{at: ${when(one.at)}, damage: ${one.store}, noticed: ${span(one.noticed)}}`),
    ...losses.map(
      (one) =>
        `{at: ${when(one.at)}, lose: ${one.what}, for: ${span(one.hours)}${one.destroys && one.what === 'db' ? ', effect: loss' : ''}}`,
    ),
    ...away.map((one) => `{at: ${when(one.at)}, lose: app, for: ${span(one.hours)}, effect: exit}`),
  ];
  return `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}, s: {b: {}}}
components:
  app: {kind: ecs, in: s/b, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 90GB, fencing: {works: 100%}, ${backups}}
  copy: {kind: rds, edition: basic, in: s/b, size: 90GB, ${backups}}
  sync: {kind: dts, from: db, to: copy, lag: 2s, rows-per-write: 1}
workloads: {order: {entry: app, demand: 100/s, reads: database, writes: database}}
alarms: {dark: {watch: db}, wrong-here: {damaged: db}, wrong-there: {damaged: copy}}
plans:
${moves ? MOVES : REFILL}
  back-here: {when: {alarm: wrong-here, primary: db}, decided-by: automation, steps: [${undo('db')}]}
  back-there: {when: {alarm: wrong-there, primary: copy}, decided-by: automation, steps: [${undo('copy')}]}
faults: [${faults.join(', ')}]
`;
}
