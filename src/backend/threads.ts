import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { BLOCK_SIZE } from '../experiment/index.ts';
import { type Answer, BEATS, freshGauge, type Order, REPLICATION } from './order.ts';
import { BlockFailed, type BlockTask, type Cause, type Pool } from './task.ts';

export interface ThreadOptions {
  readonly threads: number;
  /** The compiled entry of a thread. */
  readonly entry?: URL;
  /** After so many milliseconds without a sign of life a thread is stuck. Slices of a block take milliseconds. */
  readonly patience?: number;
}

const PATIENCE = 60_000;

interface Watched {
  readonly order: Order;
  readonly fail: (error: Error) => void;
  beats: number;
  since: number;
}

/** Threads that run blocks. A thread that dies or hangs fails the block that it had, by name. */
export class Threads implements Pool {
  readonly size: number;
  private readonly piscina: Piscina<Order, Answer>;
  private readonly patience: number;
  private readonly running = new Set<Watched>();
  private readonly timer: NodeJS.Timeout;

  constructor({ threads, entry = new URL('./thread.js', import.meta.url), patience = PATIENCE }: ThreadOptions) {
    this.size = threads;
    this.patience = patience;
    this.piscina = new Piscina({ filename: fileURLToPath(entry), minThreads: threads, maxThreads: threads });
    this.timer = setInterval(() => this.look(), patience / 4);
    this.timer.unref();
  }

  async run(task: BlockTask): Promise<Float64Array> {
    const order = { task, gauge: freshGauge() };
    const answer = await this.watched(order, this.piscina.run(order));
    if (answer instanceof Float64Array) return answer;
    throw failed(order, 'error', answer.message, answer.code);
  }

  /** The answer; or that its thread has died, or has hung. */
  private watched(order: Order, answer: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const watched: Watched = { order, fail: reject, beats: 0, since: performance.now() };
      this.running.add(watched);
      answer
        .then(resolve, (error: Error) => reject(failed(order, 'crashed', error.message)))
        .finally(() => this.running.delete(watched));
    });
  }

  /** An order that no thread has begun waits for its turn; one that was begun must go on. */
  private look(): void {
    const now = performance.now();
    for (const watched of this.running) {
      const beats = Atomics.load(watched.order.gauge, BEATS);
      if (beats === 0 || beats !== watched.beats) {
        watched.beats = beats;
        watched.since = now;
      } else if (now - watched.since > this.patience) {
        this.running.delete(watched);
        watched.fail(failed(watched.order, 'stuck', `no sign of life for ${Math.round(this.patience / 1000)} s`));
      }
    }
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.piscina.destroy();
  }
}

/** Where a thread has told nothing yet, it stood at the first replication of its block. */
function failed({ task, gauge }: Order, how: Cause, message: string, code?: string): BlockFailed {
  const told = Atomics.load(gauge, BEATS) > 0;
  return new BlockFailed(task, told ? Atomics.load(gauge, REPLICATION) : task.index * BLOCK_SIZE, how, message, code);
}
