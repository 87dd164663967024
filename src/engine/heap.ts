import type { Arena } from './arena.ts';

/** The due of every place that holds nothing. */
const NEVER = Number.POSITIVE_INFINITY;

/** Where a slot stands that is in no heap. */
export const NOWHERE = -1;

/**
 * A binary heap of slots in typed arrays; it tells in `position` where each of them stands, so that any can be taken out. Keys
 * are copied into it so that a comparison touches neighbouring memory; wider heaps did not pay.
 */
export class Heap {
  private readonly dues: Float64Array;
  private readonly slots: Int32Array;
  private readonly position: Int32Array;
  private readonly order: Int32Array;
  /** One number: how many slots it holds. */
  private readonly taken: Int32Array;

  constructor(arena: Arena, order: Int32Array, position: Int32Array) {
    const capacity = order.length;
    this.order = order;
    this.position = position;
    this.dues = arena.f64('time', capacity + 1).fill(NEVER);
    this.slots = arena.i32('memo', capacity + 1);
    this.taken = arena.i32('memo', 1);
  }

  get size(): number {
    return this.taken[0]!;
  }

  /** The first of all; meaningless where there is none. */
  get first(): number {
    return this.slots[0]!;
  }

  /** When that one is due; infinite where there is none. */
  get firstDue(): number {
    return this.dues[0]!;
  }

  push(slot: number, due: number): void {
    const size = this.taken[0]!;
    this.taken[0] = size + 1;
    this.rise(size, slot, due);
  }

  /** Takes the first out. */
  pop(): number {
    const slot = this.slots[0]!;
    this.remove(0);
    return slot;
  }

  /** Takes out what stands at a place. */
  remove(at: number): void {
    this.position[this.slots[at]!] = NOWHERE;
    const last = this.taken[0]! - 1;
    const due = this.dues[last]!;
    this.taken[0] = last;
    this.dues[last] = NEVER;
    if (at !== last) this.move(at, this.slots[last]!, due);
  }

  private move(at: number, slot: number, due: number): void {
    const parent = (at - 1) >> 1;
    if (at > 0 && this.before(due, slot, this.dues[parent]!, this.slots[parent]!)) this.rise(at, slot, due);
    else this.sink(at, slot, due);
  }

  private before(dueA: number, slotA: number, dueB: number, slotB: number): boolean {
    return dueA < dueB || (dueA === dueB && this.order[slotA]! < this.order[slotB]!);
  }

  private rise(from: number, slot: number, due: number): void {
    const { dues, slots, position } = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const parentDue = dues[parent]!;
      const parentSlot = slots[parent]!;
      if (!this.before(due, slot, parentDue, parentSlot)) break;
      dues[at] = parentDue;
      slots[at] = parentSlot;
      position[parentSlot] = at;
      at = parent;
    }
    dues[at] = due;
    slots[at] = slot;
    position[slot] = at;
  }

  private sink(from: number, slot: number, due: number): void {
    const { dues, slots, position, order } = this;
    const size = this.taken[0]!;
    let at = from;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= size) break;
      const leftDue = dues[left]!;
      const rightDue = dues[left + 1]!; // never, where nothing stands beside it
      let child = left + Number(rightDue < leftDue);
      if (rightDue === leftDue && left + 1 < size && order[slots[left + 1]!]! < order[slots[left]!]!) child = left + 1;
      const childDue = dues[child]!;
      const childSlot = slots[child]!;
      if (due < childDue || (due === childDue && order[slot]! < order[childSlot]!)) break;
      dues[at] = childDue;
      slots[at] = childSlot;
      position[childSlot] = at;
      at = child;
    }
    dues[at] = due;
    slots[at] = slot;
    position[slot] = at;
  }
}
