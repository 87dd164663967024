import { describe, expect, it } from 'vitest';
import { HOUR, type Us } from '../../src/base/index.ts';
import { replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { type Happening, listen, read } from '../simulate.ts';

interface Fault {
  /** Seconds from the start. */
  readonly at: number;
  readonly lose: string;
  /** Ten hours unless stated. */
  readonly lasts?: string;
}

/** Four servers that write 100 times a second to a store, and what is struck. */
const shop = (components: string, faults: readonly Fault[], rest = ''): string => `
hasim: 1
start: new
catalogue: scheduled
places: {r: {a: {}, c: {}}, s: {b: {}, d: {}}, t: {e: {}}}
links: {line: {between: [r, s], latency: 0ms}, side: {between: [s/b, s/d], latency: 0ms}}
components:
  app: {kind: ecs, in: r/c, count: 4, boot: 0s, uses: {database: db}}
${components}
workloads: {order: {entry: app, demand: 100/s, reads: database, writes: database}}
${rest}
faults:
${faults.map(({ at, lose, lasts = '10h' }) => `  - {at: ${at}s, lose: ${lose}, for: ${lasts}}`).join('\n')}
`;

/** So long after `watched` has been lost, and 35 s for its steps, a copy is promoted. */
const takeOver = (copy: string, watched: string, decided = '10m'): string => `
alarms: {dark: {watch: [${watched}]}}
plans:
  over: {when: {alarm: dark}, decided-by: {automation: ${decided}}, steps: [{fence: db, takes: 30s}, {promote: ${copy}, takes: 5s}]}
`;

const TASK = `
  db: {kind: rds, edition: basic, in: r/a, size: 10GB}
  far: {kind: rds, edition: basic, in: s/b, size: 10GB}
  sync: {kind: dts, from: db, to: far, max-rows: 200/s, lag: 20s}`;

const CHAIN = `${TASK}
  last: {kind: rds, edition: basic, in: s/d, size: 10GB}
  further: {kind: dts, from: far, to: last, max-rows: 200/s, lag: 50s}`;

const STANDBY = `
  db: {kind: rds, in: [r/a, s/b], size: 10GB, replication: asynchronous, lag: 20s, coverage: 100%, zone-switch: 1m}`;

const CACHE = `
  db: {kind: redis, in: [r/a, s/b], ha: {in: t/e}, size: 1GB, replication: asynchronous, lag: 20s, coverage: 100%}`;

const CHANNEL = `
  db: {kind: redis, in: r/a, size: 1GB}
  far: {kind: redis, in: s/b, size: 1GB}
  sync: {kind: redis-sync, between: [db, far], direction: one-way, lag: 20s, notice: 15s}`;

/** What the first recovery in four hours has left behind: seconds and writes. */
function left(text: string): readonly [seconds: number, writes: number] | undefined {
  const model = compileScenario(read(text));
  const found: [number, number][] = [];
  const ignore = () => {};
  model.world.records.attach({
    truth: ignore,
    belief: ignore,
    role: ignore,
    step: ignore,
    discarded: ignore,
    recovery: (_store, _source, age, writes) => found.push([age / 1e6, Math.round(writes * 1000) / 1000]),
  });
  replicate(model, masterKey('1'), 0, (4 * HOUR) as Us);
  return found[0];
}

describe.each([
  ['a synchronisation', TASK, takeOver('far', 'db')],
  ['a standby of a database', STANDBY, ''],
  ['a replica of a cache', CACHE, ''],
  ['a channel between two caches', CHANNEL, ''],
])('%s, 20 s behind, when the place of its source is lost', (_, components, rest) => {
  it('leaves the writes of 20 s behind where users wrote until then', () => {
    expect(left(shop(components, [{ at: 7200, lose: 'r/a' }], rest))).toEqual([20, 2000]);
  });

  it('leaves those of 15 s behind where the last was written 5 s before', () => {
    const faults = [
      { at: 7195, lose: 'app' },
      { at: 7200, lose: 'r/a' },
    ];
    expect(left(shop(components, faults, rest))).toEqual([15, 1500]);
  });

  it('leaves nothing behind where nobody has written for an hour: everything has arrived', () => {
    const faults = [
      { at: 3600, lose: 'app' },
      { at: 7200, lose: 'r/a' },
    ];
    expect(left(shop(components, faults, rest))).toEqual([0, 0]);
  });

  it('leaves those of 120 s behind where the line was cut 100 s before: what was on the way then never arrived', () => {
    const faults = [
      { at: 7100, lose: 'line' },
      { at: 7200, lose: 'r/a' },
    ];
    expect(left(shop(components, faults, rest))).toEqual([120, 12_000]);
  });

  it('counts each write at the rate at which it was written', () => {
    const more = `${components}
  more: {kind: ecs, in: r/c, count: 1, boot: 0s, uses: {database: db}}`;
    const faults = [
      { at: 7188, lose: 'more' },
      { at: 7200, lose: 'r/a' },
    ];
    const extra = 'workloads:\n  extra: {entry: more, demand: 50/s, writes: database}\n  order: {';
    const busy = shop(more, faults, rest).replace('workloads: {order: {', extra).replace('database}}\n', 'database}\n');
    // 150 a second for 8 s, then 100 for 12.
    expect(left(busy)).toEqual([20, 2400]);
  });
});

describe('a channel between two caches that goes on with a copy of everything', () => {
  const both = CHANNEL.replace('direction: one-way', 'direction: both, resume: 10s, resumable: 1h, copy: 10m');
  const told = (faults: readonly Fault[]): Happening[] => {
    const model = compileScenario(read(shop(both, faults)));
    const happened = listen(model);
    replicate(model, masterKey('1'), 0, (5 * HOUR) as Us);
    return happened.filter(([, kind, store]) => store === 'far' && (kind === 'recovery' || kind === 'discarded'));
  };

  it('loses what it had told of as left behind, and what was written since', () => {
    // Lost for two hours, and written to for the ten seconds until it is resumed.
    const [left, lost] = told([{ at: 7200, lose: 'db', lasts: '2h' }]);
    expect(left).toEqual([7215e6, 'recovery', 'far', '20000000 µs, 2000 writes']);
    expect(lost).toEqual([14_410e6, 'discarded', 'far', 3000]);
  });

  it('also where the line was cut before', () => {
    const faults: Fault[] = [
      { at: 7100, lose: 'line', lasts: '1h' },
      { at: 7200, lose: 'db', lasts: '2h' },
    ];
    const [left, lost] = told(faults);
    expect(left).toEqual([7215e6, 'recovery', 'far', '120000000 µs, 12000 writes']);
    expect(lost).toEqual([14_410e6, 'discarded', 'far', 13_000]);
  });
});

describe('a copy 20 s behind that is promoted while its source works', () => {
  const idle = (decided: string) => left(shop(TASK, [{ at: 3600, lose: 'app' }], takeOver('far', 'app', decided)));

  it('has everything once the last write is that old', () => {
    expect(idle('10m')).toEqual([0, 0]);
  });

  it('has everything at once, 35 s after the last write', () => {
    expect(idle('0s')).toEqual([0, 0]);
  });

  it('lacks what is still on the way', () => {
    // Promoted 35 s after the last write, it has what was written up to 60 s before.
    const slow = shop(TASK.replace('lag: 20s', 'lag: 60s'), [{ at: 3600, lose: 'app' }], takeOver('far', 'app', '0s'));
    expect(left(slow)).toEqual([25, 2500]);
  });
});

describe('the end of two synchronisations, 20 s and 50 s behind, when the first store is lost', () => {
  const promoted = (decided: string) => left(shop(CHAIN, [{ at: 7200, lose: 'db' }], takeOver('last', 'db', decided)));

  it('lacks what was on the way to it', () => {
    // 35 s later it has what the store before it had 50 s before, which was 20 s behind.
    expect(promoted('0s')).toEqual([35, 3500]);
  });

  it('lacks no more than the store before it when that has arrived', () => {
    expect(promoted('10m')).toEqual([20, 2000]);
  });
});
