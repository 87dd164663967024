import { HasimError } from '../base/index.ts';
import { compileScenario, type Model, type Scenario } from '../scenario/index.ts';
import { type Answer, BEATS, type Order, REPLICATION } from './order.ts';
import { unpackScenario } from './parcel.ts';
import { Recent } from './recent.ts';
import { tidy } from './tidy.ts';
import { workOf } from './work.ts';

/**
 * The entry of a worker thread: does the parts that it is handed, one after the other. It is built into one file that
 * holds what simulating takes and nothing of how scenarios are read: that is half of the memory that a thread takes.
 */

/** A comparison comes back to the same few. */
const scenarios = new Recent<Scenario>(8);
const models = new Recent<Model>(8);

tidy();

export default function work(order: Order): Answer {
  const answer = answerTo(order);
  Atomics.add(order.bell, 0, 1);
  return answer;
}

function answerTo({ scenario: parcel, part, alone, gauge }: Order): Answer {
  try {
    const scenario = (): Scenario => scenarios.of(parcel.name, () => unpackScenario(parcel));
    const model = (): Model => models.of(parcel.name, () => compileScenario(scenario(), { alone }));
    const todo = workOf({ scenario, model }, part);
    for (;;) {
      Atomics.store(gauge, REPLICATION, todo.at);
      Atomics.add(gauge, BEATS, 1);
      const tape = todo.advance();
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
