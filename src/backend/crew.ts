import { performance } from 'node:perf_hooks';
import { setImmediate as breathe } from 'node:timers/promises';
import { Models } from './models.ts';
import { BlockFailed, type Pool, type Task } from './task.ts';
import { Threads } from './threads.ts';
import { tidy } from './tidy.ts';
import { firstOf, workOf } from './work.ts';

export interface CrewOptions {
  /** How many work at once; one is this very thread. */
  readonly workers: number;
  /** How many blocks, or other tasks that take as long as each other, are to come at the most. */
  readonly blocks: number;
  /** Scenarios that are compiled already. */
  readonly models?: Models;
  /** Starts the threads. */
  readonly threads?: (threads: number, models: Models) => Pool<Task>;
}

interface Job {
  readonly task: Task;
  readonly resolve: (tape: Float64Array) => void;
  readonly reject: (error: unknown) => void;
}

/** How long signals and threads may wait for this thread, milliseconds. */
const BREATH = 20;
/** A run that has gone on for so long is worth a look at how long it will take. */
const LOOK_AFTER = 150;
/** Threads are started where more than so much is left to do: to start, each takes a third of a second of a core. */
const WORTH = 1_000;
/** Blocks in the hands of the threads, for each of them: the next one is there when one ends. */
const AHEAD = 2;

/**
 * Does tasks in this thread at once, and on threads as soon as so much is left to do that starting them pays. This thread
 * works on until the first of them has ended one. Who did a task changes nothing of it.
 */
export class Crew implements Pool<Task> {
  readonly size: number;
  private readonly options: CrewOptions;
  private readonly models: Models;
  private readonly queue: Job[] = [];
  private readonly idle: ((job: Job) => void)[] = [];
  private threads: Pool<Task> | undefined;
  /** A thread has ended a block. */
  private proven = false;
  private working = false;
  private closed = false;
  private begun = Number.NaN;
  private finished = 0;

  constructor(options: CrewOptions) {
    this.size = options.workers;
    this.options = options;
    this.models = options.models ?? new Models();
  }

  run(task: Task): Promise<Float64Array> {
    return new Promise((resolve, reject) => {
      const job = { task, resolve, reject };
      const takes = this.idle.shift();
      if (takes === undefined) this.queue.push(job);
      else takes(job);
      if (!this.proven && !this.working) void this.workHere();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.threads?.close();
  }

  private async workHere(): Promise<void> {
    this.working = true;
    if (Number.isNaN(this.begun)) this.begin();
    // Whoever hands out blocks hands out several: let them come.
    await breathe();
    while (!this.closed && !this.proven) {
      const job = this.queue.shift();
      if (job === undefined) break;
      await this.doHere(job);
    }
    this.working = false;
  }

  private begin(): void {
    tidy();
    this.begun = performance.now();
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
        if (performance.now() - breathed < BREATH) continue;
        this.startThreadsIfWorth(this.finished + work.share);
        await breathe();
        breathed = performance.now();
      }
    } catch (error) {
      reject(blockError(error, task, at));
    }
  }

  /** Looks at how much time so many blocks have taken, and what the others will take. */
  private startThreadsIfWorth(blocks: number): void {
    const { workers, blocks: all, threads = startThreads } = this.options;
    const spent = performance.now() - this.begun;
    if (workers === 1 || this.threads !== undefined || spent < LOOK_AFTER) return;
    if (blocks > 0 && (spent / blocks) * (all - blocks) < WORTH) return;
    this.threads = threads(workers, this.models);
    for (let i = 0; i < AHEAD * workers; i++) void this.passOn(this.threads);
  }

  private async passOn(threads: Pool<Task>): Promise<void> {
    while (!this.closed) {
      const { task, resolve, reject } = await this.next();
      await threads.run(task).then((tape) => {
        this.proven = true;
        resolve(tape);
      }, reject);
    }
  }

  private next(): Promise<Job> {
    const job = this.queue.shift();
    return job === undefined ? new Promise((resolve) => this.idle.push(resolve)) : Promise.resolve(job);
  }
}

const startThreads = (threads: number, models: Models): Pool<Task> => new Threads({ threads, models });

const blockError = (error: unknown, task: Task, at: number): BlockFailed => {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return new BlockFailed(task, at, 'error', message, code);
};
