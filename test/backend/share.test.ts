import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Crew, type Pool, share, type Task, Threads } from '../../src/backend/index.ts';
import type { Us } from '../../src/base/index.ts';
import {
  Check,
  Comparison,
  Drill,
  Falsifier,
  RareRun,
  type Shareable,
  SplittingRun,
} from '../../src/experiment/index.ts';
import { documentText } from '../../src/report/index.ts';
import { readScenario, type Scenario } from '../../src/scenario/index.ts';

// Threads run what was compiled: `npm test` builds it first.
const entry = new URL('../../dist/backend/thread.js', import.meta.url);

const opened = (file: string) => {
  const text = readFileSync(`scenarios/${file}.yaml`, 'utf8');
  return { text, name: file, read: readScenario(text, file).scenario! };
};
const SINGLE = opened('single-node');
const ACTIVE = opened('a-a-simplest');
const ORIGIN = { file: 'x', sha256: 'y' };
const WEEK = (7 * 86_400e6) as Us;

interface Kind {
  readonly name: string;
  readonly scenarios: readonly (typeof SINGLE)[];
  readonly make: (scenarios: readonly Scenario[]) => Shareable & { result(origin: typeof ORIGIN): object };
}

const KINDS: readonly Kind[] = [
  {
    name: 'drills with timelines',
    scenarios: [SINGLE],
    make: ([one]) => new Drill(one!, { seed: 's', times: 310, lostFor: WEEK, timelines: true }),
  },
  {
    name: 'drills of pairs',
    scenarios: [SINGLE],
    make: ([one]) => new Drill(one!, { seed: 's', times: 4, lostFor: WEEK, pairTimes: 3 }),
  },
  {
    name: 'a check',
    scenarios: [ACTIVE],
    make: ([one]) => new Check(one!, { seed: 's', runs: 130, years: 1, times: 4, lostFor: WEEK }),
  },
  {
    name: 'a comparison',
    scenarios: [SINGLE, ACTIVE],
    make: (both) => {
      const contenders = both.map((scenario) => ({ scenario, origin: ORIGIN }));
      const comparison = new Comparison(contenders, { seed: 's', runs: 130, years: 1 });
      return Object.assign(comparison, { result: () => Comparison.prototype.result.call(comparison) });
    },
  },
  {
    name: 'a rare run by biasing',
    scenarios: [ACTIVE],
    make: ([one]) => new RareRun(one!, { seed: 's', runs: 7, years: 1 }),
  },
  {
    name: 'a rare run by splitting',
    scenarios: [SINGLE],
    make: ([one]) => new SplittingRun(one!, { seed: 's', runs: 7, years: 0.2 }),
  },
  {
    name: 'a search for faults in order',
    scenarios: [ACTIVE],
    make: ([one]) => new Falsifier(one!, { seed: 's', times: 4, maxFaults: 2, tries: 40, lasts: WEEK }),
  },
  {
    name: 'a search for faults by chance',
    scenarios: [ACTIVE],
    make: ([one]) =>
      new Falsifier(one!, {
        seed: 's',
        times: 4,
        maxFaults: 4,
        tries: 60,
        lasts: WEEK,
        limits: [
          { objective: 'never', kind: 'writes-lost', of: undefined, limit: 1e15, scopes: undefined, about: 'both' },
        ],
      }),
  },
];

const never = new Promise<never>(() => {});

function alone({ scenarios, make }: Kind): string {
  const work = make(scenarios.map(({ read }) => read));
  while (work.step());
  return documentText(work.result(ORIGIN));
}

async function shared({ scenarios, make }: Kind, pool: Pool<Task>): Promise<string> {
  const work = make(scenarios.map(({ read }) => read));
  expect(await share(work, { pool, scenarios, stop: never })).toBe('done');
  return documentText(work.result(ORIGIN));
}

/** Hands answers back in another order than that of the questions. */
class Late implements Pool<Task> {
  readonly size = 3;
  private readonly pool: Pool<Task>;
  private asked = 0;
  constructor(pool: Pool<Task>) {
    this.pool = pool;
  }
  async run(task: Task): Promise<Float64Array> {
    const turns = (this.asked++ * 7) % 5;
    const tape = await this.pool.run(task);
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    return tape;
  }
  close(): Promise<void> {
    return this.pool.close();
  }
}

const threads = new Threads({ threads: 2, entry });
afterAll(() => threads.close());

describe.each(KINDS)('$name', (kind) => {
  let wanted: string;
  beforeAll(() => {
    wanted = alone(kind);
  }, 60_000);

  it('give the same bytes on one core', async () => {
    const crew = new Crew({ workers: 1, blocks: 10 });
    expect(await shared(kind, crew)).toBe(wanted);
    await crew.close();
  });

  it('give the same bytes on two threads, whoever is done first', async () => {
    expect(await shared(kind, new Late(threads))).toBe(wanted);
  });
});

describe('work that is shared out', () => {
  it('ends where somebody wants it to, with what is done by then', async () => {
    const drill = new Drill(SINGLE.read, { seed: 's', times: 300, lostFor: WEEK });
    const crew = new Crew({ workers: 1, blocks: 10 });
    let stop = (_: 'interrupted'): void => {};
    const stopped = new Promise<'interrupted'>((resolve) => {
      stop = resolve;
    });
    const pool: Pool<Task> = {
      size: 1,
      run: async (task) => {
        const tape = await crew.run(task);
        if (drill.done >= 600) stop('interrupted');
        return tape;
      },
      close: () => crew.close(),
    };
    expect(await share(drill, { pool, scenarios: [SINGLE], stop: stopped })).toBe('interrupted');
    await pool.close();
    expect(drill.done).toBeGreaterThanOrEqual(600);
    expect(drill.done).toBeLessThan(drill.asked);
    expect(drill.result(ORIGIN).rows).toHaveLength(drill.done / 300);
  });

  it('tells the drill at which it failed', async () => {
    const drill = new Drill(SINGLE.read, { seed: 's', times: 900, lostFor: WEEK });
    const [, second] = drill.portions();
    const pool = new Threads({ threads: 1, entry: new URL('./threads/dies.js', import.meta.url) });
    const error: unknown = await pool.run({ ...second!.part, scenario: SINGLE }).catch((reason: unknown) => reason);
    await pool.close();
    expect(error).toMatchObject({ how: 'crashed', replication: 305 });
  });
});
