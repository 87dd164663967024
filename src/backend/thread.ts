import { HasimError } from '../base/index.ts';
import { compileScenario, type Model } from '../scenario/index.ts';
import { BlockWork } from './block-work.ts';
import { type Answer, BEATS, type Order, REPLICATION } from './order.ts';
import { unpackScenario } from './parcel.ts';
import { Recent } from './recent.ts';
import { tidy } from './tidy.ts';

/**
 * The entry of a worker thread: runs the blocks that it is handed, one after the other. It is built into one file that
 * holds what simulating takes and nothing of how scenarios are read: that is half of the memory that a thread takes.
 */

/** A comparison comes back to the same few. */
const models = new Recent<Model>(8);

tidy();

export default function work({ scenario, block, gauge }: Order): Answer {
  try {
    const model = models.of(scenario.name, () => compileScenario(unpackScenario(scenario)));
    const run = new BlockWork(model, block);
    for (;;) {
      Atomics.store(gauge, REPLICATION, run.replication);
      Atomics.add(gauge, BEATS, 1);
      const tape = run.advance();
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
