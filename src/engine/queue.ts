import type { Us } from '../base/index.ts';
import type { Arena } from './arena.ts';

const NOT_PENDING = -1;
/** The due of the place at the root while it is open. */
const BEFORE_ALL = Number.NEGATIVE_INFINITY;
/** The due of every place that holds nothing. */
const NEVER = Number.POSITIVE_INFINITY;

/**
 * The pending events: a binary heap in typed arrays, indexed by slot, so that a slot has at most one event, stopping leaves
 * nothing behind and the size is fixed. Order is a promise: earlier time first; at one time, lower `order` first.
 *
 * While an event fires, its place at the root stays open ({@link open}): the next event scheduled drops into it, which
 * saves a removal and an insertion (measured +30 % on periodic events). Keys are copied into the heap so that a comparison
 * touches neighbouring memory; wider heaps did not pay.
 */
export class EventQueue {
  private readonly dues: Float64Array;
  private readonly slots: Int32Array;
  private readonly position: Int32Array;
  private readonly order: Int32Array;
  /** One number: how many places are taken, the open one included. */
  private readonly taken: Int32Array;

  constructor(arena: Arena, order: Int32Array) {
    const capacity = order.length;
    this.order = order;
    this.dues = arena.f64('time', capacity + 1).fill(NEVER);
    this.slots = arena.i32('memo', capacity + 1);
    this.position = arena.i32('memo', capacity).fill(NOT_PENDING);
    this.taken = arena.i32('memo', 1);
  }

  get size(): number {
    return this.dues[0]! === BEFORE_ALL ? this.taken[0]! - 1 : this.taken[0]!;
  }

  /** The time of the next event; infinite when there is none. Not to be called while the root is open. */
  nextTime(): number {
    return this.dues[0]!;
  }

  pending(slot: number): boolean {
    return this.position[slot]! !== NOT_PENDING;
  }

  /** When a pending slot is due. */
  due(slot: number): Us {
    return this.dues[this.position[slot]!]! as Us;
  }

  /** Takes the first event out, and leaves its place open for the next one scheduled. */
  open(): number {
    const slot = this.slots[0]!;
    this.position[slot] = NOT_PENDING;
    this.dues[0] = BEFORE_ALL;
    return slot;
  }

  /** Ends what {@link open} began: fills the place if nothing dropped into it. */
  close(): void {
    if (this.dues[0]! === BEFORE_ALL) this.fillHole();
  }

  schedule(slot: number, due: number): void {
    const at = this.position[slot]!;
    if (at !== NOT_PENDING) this.move(at, slot, due);
    else if (this.dues[0]! === BEFORE_ALL) this.sink(0, slot, due);
    else {
      const size = this.taken[0]!;
      this.taken[0] = size + 1;
      this.rise(size, slot, due);
    }
  }

  cancel(slot: number): void {
    const at = this.position[slot]!;
    if (at === NOT_PENDING) return;
    this.position[slot] = NOT_PENDING;
    const last = this.taken[0]! - 1;
    const due = this.dues[last]!;
    this.vacate(last);
    if (at !== last) this.move(at, this.slots[last]!, due);
  }

  private fillHole(): void {
    const last = this.taken[0]! - 1;
    const due = this.dues[last]!;
    this.vacate(last);
    if (last > 0) this.sink(0, this.slots[last]!, due);
  }

  private vacate(last: number): void {
    this.taken[0] = last;
    this.dues[last] = NEVER;
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
