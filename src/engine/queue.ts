import type { Us } from '../base/index.ts';
import type { Arena } from './arena.ts';
import { Heap, NOWHERE } from './heap.ts';

/** The due of what is not pending; also of what waits for ever. */
const NEVER = Number.POSITIVE_INFINITY;
/** In the place of a position in the heap: it stands in the line. */
const IN_LINE = -2;
/** Most events in the line. */
const LINE = 32;
/** How many go over from one to the other when the line is full, or empty. */
const MOVED = LINE / 2;

/**
 * The pending events, in typed arrays and indexed by slot, so that a slot has at most one event, stopping leaves nothing behind
 * and the size is fixed. Order is a promise: earlier time first; at one time, lower `order` first.
 *
 * The next few stand in a line, the latest of them first; all others come after these and wait in a heap. Most events are
 * scheduled shortly before they are due (a repair, what a prober will notice), and reach the end of the line in a step or two.
 */
export class EventQueue {
  /** When each slot is due. */
  private readonly dues: Float64Array;
  private readonly order: Int32Array;
  /** Where each slot stands in the heap; or in the line, or nowhere. */
  private readonly position: Int32Array;
  private readonly line: Int32Array;
  /** One number: how many stand in the line. Where anything is pending, somebody does. */
  private readonly inLine: Int32Array;
  private readonly later: Heap;

  constructor(arena: Arena, order: Int32Array) {
    const capacity = order.length;
    this.order = order;
    this.dues = arena.f64('time', capacity).fill(NEVER);
    this.position = arena.i32('memo', capacity).fill(NOWHERE);
    this.line = arena.i32('memo', LINE);
    this.inLine = arena.i32('memo', 1);
    this.later = new Heap(arena, order, this.position);
  }

  get size(): number {
    return this.inLine[0]! + this.later.size;
  }

  /** The time of the next event; infinite when there is none. */
  nextTime(): number {
    const count = this.inLine[0]!;
    return count === 0 ? NEVER : this.dues[this.line[count - 1]!]!;
  }

  pending(slot: number): boolean {
    return this.position[slot]! !== NOWHERE;
  }

  /** When a pending slot is due. */
  due(slot: number): Us {
    return this.dues[slot]! as Us;
  }

  /** Takes the next event out. There must be one. */
  take(): number {
    const left = this.inLine[0]! - 1;
    const slot = this.line[left]!;
    this.inLine[0] = left;
    this.position[slot] = NOWHERE;
    if (left === 0) this.refill();
    return slot;
  }

  schedule(slot: number, due: number): void {
    this.dues[slot] = due;
    this.place(slot);
  }

  cancel(slot: number): void {
    const at = this.position[slot]!;
    if (at === IN_LINE) this.leave(slot);
    else if (at !== NOWHERE) this.later.remove(at);
  }

  /** Puts a slot where its due belongs, which stands in its column: a number handed on would be boxed. */
  private place(slot: number): void {
    if (this.position[slot]! !== NOWHERE) this.cancel(slot);
    if (this.inLine[0] === LINE) this.makeRoom();
    if (this.later.size > 0 && !this.before(slot, this.later.first)) {
      this.later.push(slot, this.dues[slot]!);
      return;
    }
    const { line, dues } = this;
    const due = dues[slot]!;
    let at = this.inLine[0]!;
    this.inLine[0] = at + 1;
    while (at > 0) {
      const other = line[at - 1]!;
      const otherDue = dues[other]!;
      if (otherDue > due || (otherDue === due && this.order[other]! > this.order[slot]!)) break;
      line[at] = other;
      at--;
    }
    line[at] = slot;
    this.position[slot] = IN_LINE;
  }

  private before(slot: number, other: number): boolean {
    const due = this.dues[slot]!;
    const otherDue = this.dues[other]!;
    return due < otherDue || (due === otherDue && this.order[slot]! < this.order[other]!);
  }

  /** Takes a slot out of the line. */
  private leave(slot: number): void {
    const { line } = this;
    const left = this.inLine[0]! - 1;
    for (let i = left, moved = slot; i >= 0; i--) {
      const next = line[i]!;
      line[i] = moved;
      if (next === slot) break;
      moved = next;
    }
    this.inLine[0] = left;
    this.position[slot] = NOWHERE;
    if (left === 0) this.refill();
  }

  /** The line is full: the latest go to the heap. */
  private makeRoom(): void {
    const { line } = this;
    for (let i = 0; i < MOVED; i++) this.later.push(line[i]!, this.dues[line[i]!]!);
    line.copyWithin(0, MOVED);
    this.inLine[0] = LINE - MOVED;
  }

  /** The line is empty: the first of the heap come. */
  private refill(): void {
    const { line, later } = this;
    const count = Math.min(MOVED, later.size);
    for (let i = count - 1; i >= 0; i--) {
      const slot = later.pop();
      line[i] = slot;
      this.position[slot] = IN_LINE;
    }
    this.inLine[0] = count;
  }
}
