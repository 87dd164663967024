import { describe, expect, it } from 'vitest';
import { SECOND, YEAR } from '../../src/base/index.ts';
import { read, simulate } from '../simulate.ts';

// 100 writes a second at one store are carried to another in a second region, at up to 500 a second. The stream is lost for 2 h:
// what waits grows as old as that, and is worked off within 2 h · 100 ÷ (500 − 100), half an hour.
const CUT = 7_200;
const CAUGHT_UP = CUT / 4;
const LIMIT = 1_800;

const between = (stores: string, stream: string, workloads: string, faults: string) =>
  read(`
hasim: 1
catalogue: scheduled
places: {here: {a: {}, b: {}, c: {}}, there: {a: {}, b: {}, c: {}}}
links: {line: {between: [here, there], latency: 2ms}}
components:
${stores}
  stream: ${stream}
  app: {kind: ecs, in: here/a, count: 1, capacity-each: 10000/s, uses: {data: one}}
  far: {kind: ecs, in: there/a, count: 1, capacity-each: 10000/s, uses: {data: two}}
  www: {kind: slb, in: here/a, backends: [app]}
  www-far: {kind: slb, in: there/a, backends: [far]}
workloads: {${workloads}}
faults: [${faults}]
objectives: {site-lost: {scope: region, rpo: 30m}}
`);

const OBJECTS = `  one: {kind: oss, in: [here/a, here/b, here/c]}
  two: {kind: oss, in: [there/a, there/b, there/c]}`;
const CACHES = `  one: {kind: redis, in: here/a}
  two: {kind: redis, in: there/a}`;
/** Half the latency there and back is added to what is on the way. */
const CARRIED = '{kind: oss-replication, from: one, to: two, lag: 999ms, bytes-per-write: 1B, max-writes: 500/s}';
const SYNCED = '{kind: redis-sync, between: [one, two], direction: one-way, lag: 1s, max-writes: 500/s, resume: 1s}';
const WRITES = 'put: {entry: www, demand: 100/s, writes: data}';
const READS = 'get: {entry: www-far, demand: 10/s, reads: data}';
const lost = (seconds: number) => `{at: 10d, lose: stream, for: ${seconds}s}`;

const measured = (stores: string, stream: string, workloads = WRITES, faults = lost(CUT)) => {
  const { model, collected } = simulate(between(stores, stream, workloads, faults));
  const of = (store: string) => collected.stores[model.world.stores.id(store)]!;
  return { late: of('one').lagging.total, lateThere: of('two').lagging.total, seen: of('two') };
};

describe.each([
  ['of an object store', OBJECTS, CARRIED, 0],
  // Its manager needs another second to resume.
  ['of a cache', CACHES, SYNCED, 1],
])('a copy %s in another region', (_, stores, stream, resumed) => {
  const faults = lost(CUT - resumed);
  it('is further behind than the objective while what waits is older, to the microsecond', () => {
    const above = CUT + 1 - LIMIT;
    expect(measured(stores, stream, WRITES, faults).late).toBe(BigInt((above + above / 4) * SECOND));
    expect(measured(stores, stream, WRITES, lost(29 * 60)).late).toBe(0n);
  });

  it('is no concern of the store that has it: nothing of that is carried', () => {
    expect(measured(stores, stream).lateThere).toBe(0n);
  });

  it('shows its readers what was written a lag ago, and older things the longer the stream is lost', () => {
    const { seenAge, seenFor } = measured(stores, stream, `${WRITES}, ${READS}`, faults).seen;
    const extra = (CUT * (CUT + CAUGHT_UP)) / 2;
    expect(Number(seenFor.total)).toBe(YEAR);
    expect(Number(seenAge.total) / Number(seenFor.total)).toBeCloseTo(1 + extra / (YEAR / SECOND), 6);
  });

  it('is not told of where nobody reads it', () => {
    expect(measured(stores, stream).seen.seenFor.total).toBe(0n);
  });
});
