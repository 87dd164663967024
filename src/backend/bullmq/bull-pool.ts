import type { Job, Queue, QueueEvents } from 'bullmq';
import { unpacked } from '../packed.ts';
import { BlockFailed, type BlockTask, type Pool } from '../task.ts';
import { connectionTo, type RedisAddress } from './address.ts';
import { type JobAnswer, type JobData, jobId, jobOf, KEPT_SECONDS, queueName, textKey } from './jobs.ts';
import { loadBullmq, reached } from './load.ts';
import { trusted } from './trust.ts';

interface Waiting {
  readonly task: BlockTask;
  readonly data: JobData;
  readonly resolve: (tape: Float64Array) => void;
  readonly reject: (error: Error) => void;
}

/** Blocks that may be under way at once: more than the machines of any sweep have cores, few enough to hold their results. */
const SIZE = 64;
/** How often it is looked whether an event was missed, milliseconds. */
const LOOK_EVERY = 5_000;

/**
 * Runs blocks on whatever machines have a worker at the same Redis. A block that a dead worker had is run again by another;
 * what comes late, or twice, is the same and changes nothing.
 */
export class BullPool implements Pool {
  readonly size = SIZE;
  private readonly queue: Queue;
  private readonly events: QueueEvents;
  private readonly waiting = new Map<string, Waiting>();
  private readonly sent = new Map<string, Promise<unknown>>();
  private readonly timer: NodeJS.Timeout;

  static async open(address: RedisAddress): Promise<BullPool> {
    const { Queue, QueueEvents } = await loadBullmq();
    await trusted(address);
    const connection = connectionTo(address);
    const queue = new Queue(queueName(), { connection });
    const events = new QueueEvents(queueName(), { connection });
    const pool = new BullPool(queue, events);
    try {
      await Promise.all([reached(queue, address), reached(events, address)]);
    } catch (error) {
      await pool.drop();
      throw error;
    }
    return pool;
  }

  private constructor(queue: Queue, events: QueueEvents) {
    this.queue = queue;
    this.events = events;
    events.on('completed', ({ jobId: id, returnvalue }) => this.answered(id, returnvalue));
    this.timer = setInterval(() => void this.look().catch(() => {}), LOOK_EVERY);
  }

  /** How many workers are there. */
  async workers(): Promise<number> {
    return this.queue.getWorkersCount();
  }

  run(task: BlockTask): Promise<Float64Array> {
    const data = jobOf(task);
    const id = jobId(data);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { task, data, resolve, reject });
      this.ask(id, data, task).catch(reject);
    });
  }

  /** Takes back what nobody has begun. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    const left = [...this.waiting.keys()];
    this.waiting.clear();
    await Promise.allSettled(left.map((id) => this.queue.remove(id)));
    await this.drop();
  }

  private async drop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.allSettled([this.events.close(), this.queue.close()]);
  }

  private async ask(id: string, data: JobData, { scenario: { text } }: BlockTask): Promise<void> {
    const { sha256 } = data.scenario;
    const known = this.sent.get(sha256) ?? this.send(textKey(sha256), text);
    this.sent.set(sha256, known);
    await known;
    const job = await this.queue.add('block', data, {
      jobId: id,
      attempts: 1_000,
      removeOnComplete: { age: KEPT_SECONDS },
      removeOnFail: { age: KEPT_SECONDS },
    });
    await this.lookAt(id, await this.queue.getJob(job.id!));
  }

  private async send(key: string, text: string): Promise<void> {
    const client = await this.queue.getBackend().client;
    await client.set(key, text, { EX: KEPT_SECONDS });
  }

  /** Events pass by whoever is not connected at that moment. */
  private async look(): Promise<void> {
    for (const id of [...this.waiting.keys()]) await this.lookAt(id, await this.queue.getJob(id));
  }

  private async lookAt(id: string, job: Job | undefined): Promise<void> {
    const waiting = this.waiting.get(id);
    if (waiting === undefined) return;
    if (job === undefined) return this.askAgain(id, waiting);
    const state = await job.getState();
    if (state === 'completed') await this.fetch(id);
    else if (state === 'failed') await job.retry().catch(() => {});
  }

  /** The answer of a block that is done: read after its end, for what was read of it before may be older. */
  private async fetch(id: string): Promise<void> {
    const job = await this.queue.getJob(id);
    if (job !== undefined) this.answered(id, job.returnvalue);
  }

  /** It is gone: Redis was emptied, or another sweep has fetched it. */
  private async askAgain(id: string, { data, task }: Waiting): Promise<void> {
    if (!this.waiting.has(id)) return;
    this.sent.clear();
    await this.ask(id, data, task);
  }

  private answered(id: string, returned: unknown): void {
    const waiting = this.waiting.get(id);
    if (waiting === undefined) return;
    this.waiting.delete(id);
    void this.queue.remove(id).catch(() => {});
    const answer = answerIn(returned);
    const { task, resolve, reject } = waiting;
    if ('tape' in answer) resolve(unpacked(answer.tape));
    else reject(new BlockFailed(task, answer.replication, answer.how, answer.message, answer.code));
  }
}

/** BullMQ hands over JSON, once or twice wrapped, by the way it came. */
function answerIn(returned: unknown): JobAnswer {
  let value = returned;
  while (typeof value === 'string') value = JSON.parse(value);
  return value as JobAnswer;
}
