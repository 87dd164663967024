import { performance } from 'node:perf_hooks';
import { setImmediate as breathe } from 'node:timers/promises';
import { Models } from './models.ts';
import { Pace } from './pace.ts';
import { BlockFailed, type Pool, type Task } from './task.ts';
import { Threads } from './threads.ts';
import { growYoung, tidy } from './tidy.ts';
import { firstOf, workOf } from './work.ts';

/** Threads that this thread works beside. */
export interface Others extends Pool<Task> {
  /** One of them has ended a task, and its answer waits for this thread. */
  readonly calling: boolean;
}

export interface CrewOptions {
  /** How many work at once; one of them is this very thread. */
  readonly workers: number;
  /** How many blocks, or other tasks that take as long as each other, are to come at the most. */
  readonly blocks: number;
  /** Scenarios that are compiled already. */
  readonly models?: Models;
  /** All tasks will be blocks of one scenario. Default: false. */
  readonly alone?: boolean;
  /** Starts the threads. */
  readonly threads?: (threads: number, models: Models) => Others;
  /** Tells milliseconds of processor time. */
  readonly clock?: () => number;
}

interface Job {
  readonly task: Task;
  readonly resolve: (tape: Float64Array) => void;
  readonly reject: (error: unknown) => void;
}

/** Hands jobs to a thread, one after the other. */
interface Lane {
  /** It takes one only while more than so many wait for somebody to do them. */
  readonly spare: number;
  readonly take: (job: Job) => void;
}

/** How long signals may wait for this thread, milliseconds. */
const BREATH = 10;
/** Threads are started where more than so much is left to do, milliseconds: to start and to get warm, each takes 1 to 2.5 s of a core. */
const WORTH = 3_000;

/** Where more than so much is left to do, milliseconds, 6 MB of memory are well spent on speed. */
const LONG = 10_000;

/**
 * Does tasks in this thread, and on threads beside it as soon as so much is left to do that starting them pays. This thread
 * works on to the end: it is warm, and a thread of its own for each worker would hold one heap more. Who did a task changes
 * nothing of it.
 */
export class Crew implements Pool<Task> {
  readonly size: number;
  private readonly options: CrewOptions;
  private readonly models: Models;
  private readonly queue: Job[] = [];
  private readonly idle: Lane[] = [];
  private readonly pace: Pace;
  private threads: Others | undefined;
  private working = false;
  private grown = false;
  private closed = false;
  private finished = 0;

  constructor(options: CrewOptions) {
    this.size = options.workers;
    this.options = options;
    this.models = options.models ?? new Models(options.alone);
    this.pace = new Pace(options.clock);
  }

  run(task: Task): Promise<Float64Array> {
    return new Promise((resolve, reject) => {
      this.queue.push({ task, resolve, reject });
      this.deal();
      if (!this.working) void this.workHere();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.threads?.close();
  }

  private async workHere(): Promise<void> {
    this.working = true;
    if (!this.pace.begun) {
      tidy();
      this.pace.begin();
    }
    // Whoever hands out blocks hands out several: let them come.
    await breathe();
    while (!this.closed) {
      const job = this.queue.shift();
      if (job === undefined) break;
      await this.doHere(job);
    }
    this.working = false;
  }

  private async doHere({ task, resolve, reject }: Job): Promise<void> {
    const { models } = this;
    const ground = { scenario: () => models.scenario(task.scenario), model: () => models.of(task.scenario) };
    let at = firstOf(task);
    try {
      const work = workOf(ground, task);
      for (let breathed = performance.now(); !this.closed; ) {
        at = work.at;
        const tape = work.advance();
        if (tape !== undefined) {
          this.finished += 1;
          resolve(tape);
          return;
        }
        if (performance.now() - breathed < BREATH && this.threads?.calling !== true) continue;
        if (!this.grown) this.fitTo(this.pace.left(this.finished + work.share, this.options.blocks));
        await breathe();
        breathed = performance.now();
      }
    } catch (error) {
      reject(blockError(error, task, at));
    }
  }

  /** Takes more memory, and starts threads, where so much is left to do that it pays; milliseconds. */
  private fitTo(left: number): void {
    if (left >= WORTH) this.startThreads();
    if (left < LONG) return;
    this.grown = true;
    growYoung();
  }

  private startThreads(): void {
    const { workers, alone = false, threads = startThreads(alone) } = this.options;
    if (workers === 1 || this.threads !== undefined) return;
    this.threads = threads(workers - 1, this.models);
    for (let i = 0; i < workers - 1; i++) {
      void this.passOn(this.threads, 0);
      // The next one is there when one ends; at the end nobody waits while others have two.
      void this.passOn(this.threads, workers);
    }
  }

  private async passOn(threads: Others, spare: number): Promise<void> {
    while (!this.closed) {
      const { task, resolve, reject } = await this.next(spare);
      await threads.run(task).then(resolve, reject);
    }
  }

  private next(spare: number): Promise<Job> {
    return new Promise((take) => {
      this.idle.push({ spare, take });
      this.deal();
    });
  }

  /** Gives jobs to lanes that wait for one. */
  private deal(): void {
    for (;;) {
      const lane = this.idle.findIndex(({ spare }) => this.queue.length > spare);
      if (lane < 0) return;
      this.idle.splice(lane, 1)[0]!.take(this.queue.shift()!);
    }
  }
}

const startThreads =
  (alone: boolean) =>
  (threads: number, models: Models): Others =>
    new Threads({ threads, models, alone });

const blockError = (error: unknown, task: Task, at: number): BlockFailed => {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return new BlockFailed(task, at, 'error', message, code);
};
