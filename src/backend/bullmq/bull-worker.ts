import type { Job, Worker } from 'bullmq';
import { packed } from '../packed.ts';
import { BlockFailed, type BlockTask, type Pool } from '../task.ts';
import { connectionTo, type RedisAddress } from './address.ts';
import { hashOf, type JobAnswer, type JobData, queueName, textKey } from './jobs.ts';
import { loadBullmq, reached } from './load.ts';
import { trusted } from './trust.ts';

export interface WorkerOptions {
  /** Runs the blocks on this machine. */
  readonly pool: Pool;
  /** A worker that has been silent for so long is taken for dead, and its blocks are run again, milliseconds. */
  readonly patience: number;
}

/** However often workers die, their blocks are run again. */
const OFTEN = 1_000_000;

/** Takes blocks from a Redis and runs them on this machine until it is closed. */
export class BullWorker {
  /** Blocks that have been run. */
  done = 0;
  /** Blocks under way. */
  active = 0;
  private readonly pool: Pool;
  private readonly worker: Worker;
  private readonly texts = new Map<string, Promise<string>>();

  static async open(address: RedisAddress, options: WorkerOptions): Promise<BullWorker> {
    const { Worker } = await loadBullmq();
    await trusted(address);
    const worker = new BullWorker(Worker, address, options);
    try {
      await reached(worker.worker, address);
    } catch (error) {
      await worker.worker.close(true).catch(() => {});
      throw error;
    }
    return worker;
  }

  private constructor(Kind: typeof Worker, address: RedisAddress, { pool, patience }: WorkerOptions) {
    this.pool = pool;
    this.worker = new Kind(queueName(), (job: Job<JobData>) => this.work(job.data), {
      connection: connectionTo(address),
      concurrency: pool.size,
      lockDuration: patience,
      stalledInterval: patience,
      maxStalledCount: OFTEN,
    });
  }

  /** Ends after the blocks that are under way. */
  async close(): Promise<void> {
    await this.worker.close();
  }

  private async work(data: JobData): Promise<string> {
    this.active += 1;
    try {
      const answer = await this.answerTo(await this.taskOf(data));
      this.done += 1;
      return JSON.stringify(answer);
    } finally {
      this.active -= 1;
    }
  }

  private async answerTo(task: BlockTask): Promise<JobAnswer> {
    try {
      return { tape: packed(await this.pool.run(task)) };
    } catch (error) {
      // A thread that crashed may have lacked memory here: another machine may do it.
      if (!(error instanceof BlockFailed) || error.how !== 'error') throw error;
      const { message, replication, how, code } = error;
      return { message, replication, how, ...(code === undefined ? {} : { code }) };
    }
  }

  private async taskOf({ scenario: { sha256, ...part }, ...task }: JobData): Promise<BlockTask> {
    const text = this.texts.get(sha256) ?? this.fetch(sha256);
    this.texts.set(sha256, text);
    if (this.texts.size > 4) this.texts.delete([...this.texts.keys()][0]!);
    return { scenario: { ...part, text: await text }, ...task };
  }

  private async fetch(sha256: string): Promise<string> {
    const client = await this.worker.getBackend().client;
    const text = await client.get(textKey(sha256));
    if (typeof text === 'string' && hashOf(text) === sha256) return text;
    this.texts.delete(sha256);
    throw new Error('the scenario of this block is not there');
  }
}
