import { i32Table } from '../base/index.ts';
import type { Thing } from './thing.ts';

/** Told with the number it was declared with. May arm clocks, recount and mark service dirty, nothing else. */
export type Watcher = (i: number) => void;

interface Declared {
  readonly thing: Thing;
  readonly watcher: Watcher;
  readonly i: number;
}

/**
 * Who is told when something changes, in the order of declaration for each thing. It stands in flat lists: whoever watches thousands of
 * things does so with one function, and telling it touches no object a thing.
 */
export class Watchers {
  private readonly declared: Declared[] = [];
  /** Something has been declared since it was laid out. */
  private stale = true;
  /** The watchers of all things, one thing after the other; those of a thing begin at its `first`. */
  private first!: Int32Array;
  private told!: readonly Watcher[];
  private numbers!: Int32Array;

  /** `watcher` is told `i` whenever `thing` has changed. */
  add(thing: Thing, watcher: Watcher, i: number): void {
    this.declared.push({ thing, watcher, i });
    this.stale = true;
  }

  tell(thing: Thing): void {
    if (this.stale) this.layOut();
    const { told, numbers, first } = this;
    if (thing + 1 >= first.length) return;
    const end = first[thing + 1]!;
    for (let at = first[thing]!; at < end; at++) told[at]!(numbers[at]!);
  }

  private layOut(): void {
    const sorted = [...this.declared].sort((a, b) => a.thing - b.thing); // stable: the order of declaration stays
    this.told = sorted.map(({ watcher }) => watcher);
    this.numbers = i32Table(sorted.map(({ i }) => i));
    this.first = new Int32Array((sorted.at(-1)?.thing ?? -1) + 2);
    for (const { thing } of sorted) this.first[thing + 1]! += 1;
    for (let thing = 1; thing < this.first.length; thing++) this.first[thing]! += this.first[thing - 1]!;
    this.stale = false;
  }
}
