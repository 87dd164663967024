import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Arena, EventQueue } from '../../src/engine/index.ts';

/** Enough that the line overflows into the heap, and few enough that it runs empty. */
const SLOTS = 70;

/** What the queue promises, by sorting: earlier time first, then lower order. */
class SortedModel {
  readonly due = new Map<number, number>();
  private readonly order: Int32Array;

  constructor(order: Int32Array) {
    this.order = order;
  }

  first(): number | undefined {
    return [...this.due.keys()].sort(
      (a, b) => this.due.get(a)! - this.due.get(b)! || this.order[a]! - this.order[b]!,
    )[0];
  }
}

interface Real {
  readonly queue: EventQueue;
}

/** What is pending, as [slot, due]; one comparison a step, because comparisons cost more than the queue. */
function agree(model: SortedModel, { queue }: Real): void {
  const shown: (readonly [number, number])[] = [];
  for (let slot = 0; slot < SLOTS; slot++) if (queue.pending(slot)) shown.push([slot, queue.due(slot)]);
  expect([queue.size, shown]).toEqual([model.due.size, [...model.due].sort(([a], [b]) => a - b)]);
}

type Command = fc.Command<SortedModel, Real>;

/** Few instants and many slots, so that most events tie. */
const instant = fc.integer({ min: 0, max: 4 });
const slotNumber = fc.integer({ min: 0, max: SLOTS - 1 });

class Schedule implements Command {
  private readonly slot: number;
  private readonly due: number;

  constructor(slot: number, due: number) {
    this.slot = slot;
    this.due = due;
  }

  check = (): boolean => true;

  run(model: SortedModel, real: Real): void {
    model.due.set(this.slot, this.due);
    real.queue.schedule(this.slot, this.due);
    agree(model, real);
  }

  toString = (): string => `schedule ${this.slot} at ${this.due}`;
}

class Cancel implements Command {
  private readonly slot: number;

  constructor(slot: number) {
    this.slot = slot;
  }

  check = (): boolean => true;

  run(model: SortedModel, real: Real): void {
    model.due.delete(this.slot);
    real.queue.cancel(this.slot);
    agree(model, real);
  }

  toString = (): string => `cancel ${this.slot}`;
}

/** Takes the first event, and does things as a handler does. */
class Fire implements Command {
  private readonly inside: readonly Command[];

  constructor(inside: readonly Command[]) {
    this.inside = inside;
  }

  check = (model: SortedModel): boolean => model.due.size > 0;

  run(model: SortedModel, real: Real): void {
    const first = model.first()!;
    expect(real.queue.nextTime()).toBe(model.due.get(first));
    expect(real.queue.take()).toBe(first);
    model.due.delete(first);
    agree(model, real);
    for (const command of this.inside) command.run(model, real);
  }

  toString = (): string => `fire [${this.inside.join(', ')}]`;
}

const schedule = fc.tuple(slotNumber, instant).map(([slot, due]) => new Schedule(slot, due));
const cancel = slotNumber.map((slot) => new Cancel(slot));
const fire = fc
  .array(fc.oneof({ weight: 3, arbitrary: schedule }, cancel), { maxLength: 4 })
  .map((inside) => new Fire(inside));
const commands = fc.commands([schedule, cancel, fire], { size: 'large', maxCommands: 120 });
const order = fc
  .shuffledSubarray([...Array(SLOTS).keys()], { minLength: SLOTS })
  .map((shuffled) => Int32Array.from(shuffled));

describe('the event queue', () => {
  it('behaves as a sorted list under schedule, cancel and fire with many ties', () => {
    fc.assert(
      fc.property(order, commands, (slotOrder, script) => {
        fc.modelRun(
          () => ({ model: new SortedModel(slotOrder), real: { queue: new EventQueue(new Arena(), slotOrder) } }),
          script,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('drains in order of time and then of rank, whatever the order of scheduling', () => {
    fc.assert(
      fc.property(
        order,
        fc.array(instant, { minLength: SLOTS, maxLength: SLOTS }),
        order,
        (slotOrder, dues, sequence) => {
          const queue = new EventQueue(new Arena(), slotOrder);
          for (const slot of sequence) queue.schedule(slot, dues[slot]!);
          const drained: number[] = [];
          while (queue.size > 0) {
            drained.push(queue.take());
          }
          const expected = [...sequence].sort((a, b) => dues[a]! - dues[b]! || slotOrder[a]! - slotOrder[b]!);
          expect(drained).toEqual(expected);
          expect(queue.nextTime()).toBe(Number.POSITIVE_INFINITY);
        },
      ),
      { numRuns: 300 },
    );
  });
});
