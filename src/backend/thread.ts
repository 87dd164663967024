import { move } from 'piscina';
import { HasimError } from '../base/index.ts';
import { BlockWork, Models } from './block-work.ts';
import { type Answer, BEATS, type Order, REPLICATION } from './order.ts';

/** The entry of a worker thread: runs the blocks that it is handed, one after the other. */

const models = new Models();

export default function work({ task, gauge }: Order): unknown {
  try {
    const block = new BlockWork(models.of(task.scenario), task);
    for (;;) {
      Atomics.store(gauge, REPLICATION, block.replication);
      Atomics.add(gauge, BEATS, 1);
      const tape = block.advance();
      if (tape !== undefined) return move(tape);
    }
  } catch (error) {
    return failure(error);
  }
}

/** Errors lose their code on the way between threads. */
function failure(error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof HasimError ? { message, code: error.code } : { message };
}
