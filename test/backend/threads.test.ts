import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockTask, inOrder, type Pool, Threads } from '../../src/backend/index.ts';
import { blockOf, Experiment, type Result } from '../../src/experiment/index.ts';
import { documentText } from '../../src/report/index.ts';
import { readScenario } from '../../src/scenario/index.ts';

// Threads run what was compiled: `npm test` builds it first.
const entry = new URL('../../dist/backend/thread.js', import.meta.url);
const double = (name: string): URL => new URL(`./threads/${name}.js`, import.meta.url);

const text = readFileSync('scenarios/a-a.yaml', 'utf8');
const scenario = readScenario(text, 'a-a').scenario!;
const OPTIONS = { runs: 400, years: 1, seed: 'threads' };
const BLOCKS = 7;

const task = (index: number): BlockTask => ({ ...OPTIONS, scenario: { text, name: 'a-a' }, index });
const tasks = Array.from({ length: BLOCKS }, (_, index) => task(index));

async function resultOf(run: (task: BlockTask) => Promise<Float64Array>): Promise<string> {
  const experiment = new Experiment(scenario, OPTIONS);
  for await (const tape of inOrder(tasks, run, 4)) experiment.count(blockOf(tape, scenario));
  return documentText(experiment.result({ file: 'x', sha256: 'y' }));
}

function alone(): string {
  const experiment = new Experiment(scenario, OPTIONS);
  while (experiment.step());
  return documentText(experiment.result({ file: 'x', sha256: 'y' }));
}

async function withThreads<T>(options: ConstructorParameters<typeof Threads>[0], use: (pool: Pool) => Promise<T>) {
  const pool = new Threads(options);
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

describe('blocks on threads', () => {
  const wanted = alone();

  it.each([1, 2, 3])('on %i of them give the same bytes', async (threads) => {
    expect(await withThreads({ threads, entry }, (pool) => resultOf((one) => pool.run(one)))).toBe(wanted);
  });

  it('hold intervals of all that single replications add to', () => {
    const { workloads, fixFirst }: Result = JSON.parse(wanted);
    const all = Object.values(workloads);
    const waits = all.flatMap((workload) => workload.waits);
    const causes = all.flatMap((workload) => workload.causes);
    expect(waits.length).toBeGreaterThan(0);
    expect(causes.length).toBeGreaterThan(0);
    for (const { minutesPerYear, intervals } of [...waits, ...causes]) {
      expect(intervals.minutesPerYear.low).toBeLessThan(minutesPerYear);
      expect(intervals.minutesPerYear.high).toBeGreaterThan(minutesPerYear);
    }
    for (const { phases, intervals } of causes)
      expect(Object.keys(intervals.phaseShares).sort()).toEqual(Object.keys(phases).sort());
    expect(fixFirst!.intervals.phaseShare.low).toBeLessThanOrEqual(fixFirst!.phaseShare);
  });

  it('give the same bytes in whatever order they finish', async () => {
    const tapes = await withThreads({ threads: 1, entry }, (pool) => Promise.all(tasks.map((one) => pool.run(one))));
    const late = (index: number, turns: number): Promise<Float64Array> =>
      turns === 0 ? Promise.resolve(tapes[index]!) : Promise.resolve().then(() => late(index, turns - 1));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9), { minLength: BLOCKS, maxLength: BLOCKS }), async (delays) => {
        expect(await resultOf(({ index }) => late(index, delays[index]!))).toBe(wanted);
      }),
      { numRuns: 10 },
    );
  });
});

describe('a thread', () => {
  const failureOf = (name: string, index: number, patience?: number) =>
    withThreads({ threads: 1, entry: double(name), ...(patience === undefined ? {} : { patience }) }, (pool) =>
      pool.run(task(index)).then(
        () => undefined,
        (error: unknown) => error,
      ),
    );

  it('that dies tells the replication at which it stood', async () => {
    expect(await failureOf('dies', 2)).toMatchObject({ how: 'crashed', replication: 2 * 64 + 5, task: { index: 2 } });
  });

  it('that hangs is left, and tells the replication at which it stood', async () => {
    expect(await failureOf('hangs', 1, 200)).toMatchObject({ how: 'stuck', replication: 64 + 5 });
  });

  it('that meets a limit tells its code', async () => {
    expect(await failureOf('fails', 0)).toMatchObject({ how: 'error', code: 'too-many-events', message: 'so many' });
  });

  it('whose answers come when all is over troubles nobody', async () => {
    const troubles: unknown[] = [];
    const note = (error: unknown): void => void troubles.push(error);
    process.on('uncaughtException', note);
    for (let round = 0; round < 20; round++) {
      await withThreads({ threads: 2, entry: double('answers') }, async (pool) => {
        const all = Array.from({ length: 40 }, (_, index) => pool.run(task(index)));
        const over = Promise.allSettled(all);
        await all[0];
        void over;
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off('uncaughtException', note);
    expect(troubles).toEqual([]);
  });
});
