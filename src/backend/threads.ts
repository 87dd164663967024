import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { keyOf, Models } from './models.ts';
import { type Answer, BEATS, freshBell, freshGauge, type Order, REPLICATION } from './order.ts';
import { type Parcel, packScenario } from './parcel.ts';
import { Recent } from './recent.ts';
import { BlockFailed, type Cause, type Pool, type ScenarioPart, type Task } from './task.ts';
import { firstOf } from './work.ts';

export interface ThreadOptions {
  readonly threads: number;
  /** The compiled entry of a thread. */
  readonly entry?: URL;
  /** After so many milliseconds without a sign of life a thread is stuck. Slices of a block take milliseconds. */
  readonly patience?: number;
  /** Scenarios that are read already. */
  readonly models?: Models;
  /** All tasks will be blocks of one scenario. Default: false. */
  readonly alone?: boolean;
}

const PATIENCE = 60_000;

/** Scenarios kept packed. */
const KEPT = 8;

interface Watched {
  readonly task: Task;
  readonly order: Order;
  readonly fail: (error: Error) => void;
  beats: number;
  since: number;
}

/** Threads that do tasks. A thread that dies or hangs fails the task that it had, by name. */
export class Threads implements Pool<Task> {
  readonly size: number;
  private readonly piscina: Piscina<Order, Answer>;
  private readonly patience: number;
  private readonly models: Models;
  private readonly alone: boolean;
  private readonly parcels = new Recent<Parcel>(KEPT);
  private readonly bell = freshBell();
  private answered = 0;
  private packed = 0;
  private closed = false;
  private readonly running = new Set<Watched>();
  private readonly timer: NodeJS.Timeout;

  constructor({
    threads,
    entry = new URL('./thread.js', import.meta.url),
    patience = PATIENCE,
    models = new Models(),
    alone = false,
  }: ThreadOptions) {
    this.size = threads;
    this.patience = patience;
    this.models = models;
    this.alone = alone;
    this.piscina = new Piscina({ filename: fileURLToPath(entry), minThreads: threads, maxThreads: threads });
    // Emitted for what no order answers for: a thread that ends between orders, or an answer that comes when all has been closed.
    this.piscina.on('error', (error: Error) => this.trouble(error));
    this.timer = setInterval(() => this.look(), patience / 4);
    this.timer.unref();
  }

  /** A thread has ended an order, and its answer waits for this thread to look up. */
  get calling(): boolean {
    return Atomics.load(this.bell, 0) > this.answered;
  }

  async run(task: Task): Promise<Float64Array> {
    const order = this.orderOf(task);
    const answer = await this.watched(task, order, this.piscina.run(order)).finally(() => {
      this.answered += 1;
    });
    if (answer instanceof Float64Array) return answer;
    throw failed(task, order, 'error', answer.message, answer.code);
  }

  private orderOf(task: Task): Order {
    const { scenario, ...part } = task;
    try {
      return { scenario: this.parcelOf(scenario), part, alone: this.alone, gauge: freshGauge(), bell: this.bell };
    } catch (error) {
      throw new BlockFailed(task, firstOf(task), 'error', error instanceof Error ? error.message : String(error));
    }
  }

  private parcelOf(part: ScenarioPart): Parcel {
    return this.parcels.of(keyOf(part), () => packScenario(this.models.scenario(part), `${this.packed++}`));
  }

  /** The answer; or that its thread has died, or has hung. */
  private watched(task: Task, order: Order, answer: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const watched: Watched = { task, order, fail: reject, beats: 0, since: performance.now() };
      this.running.add(watched);
      answer
        .then(resolve, (error: Error) => reject(failed(task, order, 'crashed', error.message)))
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
        watched.fail(
          failed(watched.task, watched.order, 'stuck', `no sign of life for ${Math.round(this.patience / 1000)} s`),
        );
      }
    }
  }

  private trouble(error: Error): void {
    if (this.closed) return;
    for (const { task, order, fail } of this.running) fail(failed(task, order, 'crashed', error.message));
    this.running.clear();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.piscina.destroy();
  }
}

/** Where a thread has told nothing yet, it stood at the first of its part. */
function failed(task: Task, { gauge }: Order, how: Cause, message: string, code?: string): BlockFailed {
  const told = Atomics.load(gauge, BEATS) > 0;
  return new BlockFailed(task, told ? Atomics.load(gauge, REPLICATION) : firstOf(task), how, message, code);
}
