import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { BullWorker, placeOf, Threads } from '../../backend/index.ts';
import { brief, VERSION } from '../../index.ts';
import { EXIT, type ExitCode } from '../exits.ts';
import { type RedisFlags, redisOf, refusing } from '../redis.ts';
import { tell } from '../terminal.ts';

export interface WorkerFlags extends RedisFlags {
  readonly workers?: number;
  /** Milliseconds. */
  readonly idle?: number;
  readonly patience: number;
  readonly quiet?: boolean;
}

/** How often it is looked whether to end, milliseconds. */
const LOOK_EVERY = 100;
const TOLD_EVERY = 60_000;

/** `hasim worker`: runs blocks that sweeps on other machines hand out through a Redis, until it is stopped. */
export async function worker(flags: WorkerFlags): Promise<ExitCode> {
  const { workers = availableParallelism(), patience, quiet = false } = flags;
  const address = redisOf(flags);
  const pool = new Threads({ threads: workers });
  try {
    const serving = await refusing(() => BullWorker.open(address, { pool, patience }));
    if (!quiet) tell(`hasim ${VERSION} works for ${placeOf(address)}, ${workers} at once`);
    await untilStopped(serving, flags);
    await serving.close();
    if (!quiet) tell(`${serving.done} ${serving.done === 1 ? 'block was' : 'blocks were'} run`);
  } finally {
    await pool.close();
  }
  return EXIT.done;
}

/** A signal ends it after the blocks under way, a second one at once: what was under way is run elsewhere. */
async function untilStopped(
  serving: BullWorker,
  { idle = Number.POSITIVE_INFINITY, quiet = false }: WorkerFlags,
): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  let busy = performance.now();
  let told = { at: busy, done: 0 };
  let done = 0;
  while (!stop.signal.aborted) {
    await pause(LOOK_EVERY);
    const now = performance.now();
    if (serving.active > 0 || serving.done > done) busy = now;
    done = serving.done;
    if (now - busy > idle) return;
    if (!quiet && now - told.at > TOLD_EVERY && done > told.done) {
      tell(
        `${done} ${done === 1 ? 'block' : 'blocks'} run, ${brief(((done - told.done) / (now - told.at)) * 1000)} a second`,
      );
      told = { at: now, done };
    }
  }
}
