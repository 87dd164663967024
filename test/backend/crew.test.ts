import { describe, expect, it } from 'vitest';
import { type BlockTask, Crew, inOrder, type Others, type Task } from '../../src/backend/index.ts';
import { blockOf, Experiment } from '../../src/experiment/index.ts';
import { documentText } from '../../src/report/index.ts';
import { read } from '../simulate.ts';

const text = `
hasim: 1
places: {r: {a: {}}}
components:
  slb: {kind: slb, in: r/a, backends: [web]}
  web: {kind: ecs, in: r/a, count: 3, capacity-each: 100/s}
workloads:
  page: {entry: slb, demand: 200/s}
`;
const OPTIONS = { runs: 640, years: 1, seed: 'crew' };
const BLOCKS = 10;
const tasks = Array.from(
  { length: BLOCKS },
  (_, index): BlockTask => ({ ...OPTIONS, scenario: { text, name: 'crew' }, index }),
);

async function resultOf(run: (task: BlockTask) => Promise<Float64Array>): Promise<string> {
  const experiment = new Experiment(read(text), OPTIONS);
  for await (const tape of inOrder(tasks, run, BLOCKS)) experiment.count(blockOf(tape, experiment.scenario));
  return documentText(experiment.result({ file: 'x', sha256: 'y' }));
}

/** Threads that are none: they answer when they are let. */
class Double implements Others {
  readonly size = 1;
  readonly calling = false;
  readonly given: number[] = [];
  private readonly answers: (() => void)[] = [];
  private readonly inner = new Crew({ workers: 1, blocks: BLOCKS });

  run(task: Task): Promise<Float64Array> {
    this.given.push((task as BlockTask).index);
    return new Promise((resolve, reject) => {
      this.answers.push(() => void this.inner.run(task).then(resolve, reject));
    });
  }

  answer(): void {
    for (const answer of this.answers.splice(0)) answer();
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}

/** So many milliseconds of processor time pass between two looks. */
function clock(pace: number): () => number {
  let now = 0;
  return () => {
    now += pace;
    return now;
  };
}

interface Found {
  readonly started: number | undefined;
  readonly handed: readonly number[];
  readonly result: string;
}

async function crewOf(workers: number, pace: number, blocks: number): Promise<Found> {
  let started: number | undefined;
  const others = new Double();
  const crew = new Crew({
    workers,
    blocks,
    clock: clock(pace),
    threads: (threads) => {
      started = threads;
      return others;
    },
  });
  const timer = setInterval(() => others.answer(), 100);
  const result = await resultOf((task) => crew.run(task));
  clearInterval(timer);
  await crew.close();
  return { started, handed: others.given, result };
}

describe('a crew', () => {
  const alone = crewOf(1, 100, BLOCKS);

  it('of one starts no threads, however long it takes', async () => {
    expect((await crewOf(1, 1e6, 1e6)).started).toBeUndefined();
  });

  it('starts one thread less than it has workers, and gives the same bytes', async () => {
    const found = await crewOf(3, 1_000, 1e6);
    expect(found.started).toBe(2);
    expect(found.handed.length).toBeGreaterThan(0);
    expect(found.result).toBe((await alone).result);
  });

  it('goes on working itself when threads are there', async () => {
    const { started, handed } = await crewOf(2, 1_000, 1e6);
    expect(started).toBe(1);
    expect(handed.length).toBeLessThan(BLOCKS);
  });

  it('starts none where little is left to do', async () => {
    const found = await crewOf(2, 0.001, BLOCKS);
    expect(found.started).toBeUndefined();
    expect(found.result).toBe((await alone).result);
  });
});
