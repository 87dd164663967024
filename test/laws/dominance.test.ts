import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';
import { TIMES } from '../times.ts';
import { follow, forAllScenarios } from './measured.ts';
import type { Course } from './outages.ts';
import { type Raw, textOf } from './scenarios.ts';

/** What the first workload was served, over time. */
function course(raw: Raw): Course {
  const model = compileScenario(read(textOf(raw)));
  const seen: [number, number][] = [];
  follow(model, 0, (now) => seen.push([now, model.service.share(0)]));
  return seen;
}

/** Where less is served although there is more: instants, with what either was served. */
function worse(less: Course, more: Course): (readonly number[])[] {
  const at = (of: Course, time: number): number => of.filter(([when]) => when <= time).at(-1)![1];
  const instants = [...new Set([...less, ...more].map(([when]) => when))];
  return instants.flatMap((when) => {
    const [before, after] = [at(less, when), at(more, when)];
    return after < before - 1e-9 ? [[when, before, after]] : [];
  });
}

/** Disasters that do not look at the design: what, when, for how long, how. */
const disasters = (things: readonly string[]) =>
  fc
    .array(
      fc.record({
        lose: fc.constantFrom(...things),
        at: fc.integer({ min: 0, max: 30_000 }).map((s) => `${s}s`),
        for: fc.integer({ min: 1, max: 6_000 }).map((s) => `${s}s`),
        effect: fc.constantFrom('exit', 'silent', 'hang'),
      }),
      { minLength: 1, maxLength: 10 },
    )
    .map((list) => list.map((disaster, i) => ({ ...disaster, name: `disaster ${i}` })));

interface Farm {
  readonly servers: number;
  readonly capacity: string;
  readonly limited: boolean;
  readonly retries: number;
  readonly open: boolean;
}

const farm = ({ servers, capacity, limited, retries, open }: Farm, faults: unknown): Raw => ({
  hasim: 1,
  start: 'new',
  catalogue: 'none',
  places: { r: { a: {} } },
  components: {
    lb: { kind: 'slb', in: 'r/a', backends: ['web'], 'fail-open': open, 'health-check': { phase: 'random' } },
    web: { kind: 'ecs', in: 'r/a', count: servers, 'capacity-each': capacity, protected: limited, boot: '0s' },
  },
  workloads: { page: { entry: 'lb', demand: '100/s', retries } },
  faults,
});

const farms = fc.record({
  servers: fc.integer({ min: 3, max: 6 }),
  capacity: fc.constantFrom('15/s', '30/s', '200/s'),
  limited: fc.boolean(),
  retries: fc.integer({ min: 0, max: 2 }),
  open: fc.boolean(),
});
/** Only these are struck. */
const STRUCK = disasters(['web/1', 'web/2', 'web/3']);

it('one more server that nothing strikes never hurts', () => {
  fc.assert(
    fc.property(farms, STRUCK, (less, faults) => {
      const more = { ...less, servers: less.servers + 1 };
      expect(worse(course(farm(less, faults)), course(farm(more, faults)))).toEqual([]);
    }),
    { seed: 1, numRuns: 40 * TIMES },
  );
});

it('more capacity never hurts', () => {
  fc.assert(
    fc.property(farms, STRUCK, (less, faults) => {
      const more = { ...less, capacity: '1000/s' };
      expect(worse(course(farm(less, faults)), course(farm(more, faults)))).toEqual([]);
    }),
    { seed: 2, numRuns: 40 * TIMES },
  );
});

it('one more fault never helps, on whatever it falls and however it shows', () => {
  const gray = fc.integer({ min: 1, max: 100 }).map((percent) => ({ effect: 'gray', share: `${percent}%` }));
  const slow = fc.integer({ min: 2, max: 20 }).map((factor) => ({ effect: 'slow', factor }));
  const bad = fc.constantFrom('exit', 'silent', 'hang').map((effect) => ({ effect }));
  const shown = fc.array(fc.oneof(gray, slow, bad), { minLength: 20, maxLength: 20 });
  /** Without checks: they take off the servers that are down, which may be better than to have them fail now and then. */
  const unchecked = ({ components, ...rest }: Raw): Raw => ({
    ...rest,
    components: { ...(components as Raw), lb: { kind: 'slb', in: 'r/a', backends: ['web'], 'health-check': 'off' } },
  });
  let felt = 0;
  fc.assert(
    fc.property(farms, STRUCK, shown, (some, list, how) => {
      const all = list.map(({ effect: _, ...fault }, i) => ({ ...fault, ...how[i] }));
      const more = course(unchecked(farm(some, all)));
      const less = course(unchecked(farm(some, all.slice(1))));
      expect(worse(more, less)).toEqual([]);
      if (worse(less, more).length > 0) felt++;
    }),
    { seed: 4, numRuns: 40 * TIMES },
  );
  expect(felt).toBeGreaterThan(20);
});

it('a cut link is felt, but not beside a second one', () => {
  const linked = (links: Raw, faults: unknown): Raw => ({
    hasim: 1,
    start: 'new',
    catalogue: 'none',
    places: { r: { a: {}, b: {} } },
    links,
    components: {
      lb: { kind: 'slb', in: 'r/a', backends: ['app'] },
      app: { kind: 'ecs', in: ['r/a', 'r/b'], count: 4, boot: '0s', uses: { database: 'db' } },
      db: { kind: 'rds', edition: 'basic', in: 'r/a' },
    },
    workloads: { order: { entry: 'lb', demand: '10/s', writes: 'database' } },
    faults,
  });
  const one = { one: { between: ['r/a', 'r/b'] } };
  const two = { ...one, two: { between: ['r/a', 'r/b'] } };
  const cuts = disasters(['one']).map((list) => list.map(({ lose, ...rest }) => ({ ...rest, cut: lose })));
  fc.assert(
    fc.property(cuts, (faults) => {
      const least = (links: Raw): number => Math.min(...course(linked(links, faults)).map(([, served]) => served));
      expect([least(one), least(two)]).toEqual([0.5, 1]);
    }),
    { seed: 3, numRuns: 25 * TIMES },
  );
});

const nodeFaults = {
  crash: { mtbf: '40m', repair: { exponential: '10m' } },
  host: { mtbf: '2h', repair: '20m', effect: 'exit' },
};

it('a synchronous pair that stops without its standby never loses an acknowledged write', () => {
  let recoveries = 0;
  forAllScenarios(40, (_, raw) => {
    const components = raw.components as Record<string, Raw>;
    const { places } = raw as { places: { r: Raw } };
    const db = {
      ...components['db-a'],
      edition: 'high-availability',
      in: Object.keys(places.r).length > 1 ? ['r/a', 'r/b'] : 'r/a',
      replication: 'synchronous',
      'without-standby': 'stop',
      faults: nodeFaults,
    };
    const { lag: _lag, 'max-lag': _gate, 'semi-sync-timeout': _timeout, 'read-only': _readers, ...plain } = db as Raw;
    const model = compileScenario(read(textOf({ ...raw, components: { ...components, 'db-a': plain } })));
    const losses: unknown[] = [];
    const ignore = () => {};
    model.world.records.attach({
      truth: ignore,
      belief: ignore,
      role: ignore,
      step: ignore,
      discarded: ignore,
      recovery: (store, _source, age, writes, within) => {
        if (!within || model.world.stores.names[store] !== 'db-a') return;
        recoveries++;
        if (age > 0 || writes > 0) losses.push({ at: model.world.clocks.now, age, writes });
      },
    });
    follow(model, 0, ignore);
    expect(losses).toEqual([]);
  });
  expect(recoveries).toBeGreaterThan(100);
});
