import { HasimError } from '../base/index.ts';
import { BlockWork, Models } from './block-work.ts';
import { type Answer, BEATS, type Order, REPLICATION } from './order.ts';

/** The entry of a worker thread: runs the blocks that it is handed, one after the other. */

const models = new Models();

export default function work({ task, gauge }: Order): Answer {
  try {
    const block = new BlockWork(models.of(task.scenario), task);
    for (;;) {
      Atomics.store(gauge, REPLICATION, block.replication);
      Atomics.add(gauge, BEATS, 1);
      const tape = block.advance();
      // Copied, not transferred: once one buffer has been taken away, V8 looks at every use of any whether its own is still
      // there, and all blocks after it take a quarter longer.
      if (tape !== undefined) return tape;
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
