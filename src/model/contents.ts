import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import { dataCode } from './records.ts';
import type { StoreId } from './store-id.ts';
import { NO_SOURCE, type SourceId } from './truth.ts';

const NEVER_DONE = -1;

/** How data came to be wrong, which says where that travels: as writes do, as deletions do, or nowhere, since a memory was lost. */
export const OVERWRITTEN = 0;
export const DELETED = 1;
export const FORGOTTEN = 2;
export type Mishap = typeof OVERWRITTEN | typeof DELETED | typeof FORGOTTEN;

/** A store has been damaged, its damage has been noticed, or its data are right again. */
export type ContentsListener = () => void;

/** Hears what becomes of data. */
export interface DataRecorder {
  data(store: StoreId, state: number): void;
}

const [RIGHT, DAMAGED, NOTICED, GONE, FILLED] = (['right', 'damaged', 'noticed', 'gone', 'filled'] as const).map(
  dataCode,
);

interface Listeners {
  readonly damaged: ContentsListener[];
  readonly worse: ContentsListener[];
  readonly noticed: ContentsListener[];
}

/**
 * What the data of stores are worth: right, wrong since some instant, or gone. Wrong data are a truth of their own: every
 * machine works, and answers wrongly. They become right by going back to a point before the damage; data that are gone,
 * by a copy or a backup.
 */
export class Contents {
  /** Whether some store may forget what it held without any fault that damages data; set when the world is declared. */
  mayForget = false;
  private readonly listeners: Listeners[] = [];
  private onChange: () => void = () => {};
  private readonly recorder: DataRecorder;
  /** When the oldest damage that is still there was done; negative: none. */
  damagedAt = new Float64Array(0);
  /** Share of answers that are wrong, 0 to 1. */
  wrong = new Float64Array(0);
  /** The fault that damaged or destroyed the data last. */
  source = new Int32Array(0);
  /** How it came about; of several damages, that which travels furthest. */
  mishap = new Uint8Array(0);
  /** 1 when people know of the damage. */
  noticed = new Uint8Array(0);
  /** 1 when no copy of the data is left in the store. */
  gone = new Uint8Array(0);
  /** 1 when no copy and no backup of them is left anywhere. */
  writtenOff = new Uint8Array(0);
  /** Since when they have been gone. */
  goneAt = new Float64Array(0);
  /** How many stores give wrong answers. */
  private count = new Int32Array(1);

  constructor(recorder: DataRecorder) {
    this.recorder = recorder;
  }

  /** Every store has been declared. */
  seal(arena: Arena, stores: number): void {
    this.damagedAt = arena.f64('time', stores).fill(NEVER_DONE);
    this.wrong = arena.f64('logic', stores);
    this.source = arena.i32('logic', stores).fill(NO_SOURCE);
    this.mishap = arena.u8('logic', stores);
    this.noticed = arena.u8('logic', stores);
    this.gone = arena.u8('logic', stores);
    this.writtenOff = arena.u8('logic', stores);
    this.goneAt = arena.f64('time', stores).fill(NEVER_DONE);
    this.count = arena.i32('memo', 1);
  }

  /** Calls `listener` whenever the data of any store have changed their worth. */
  listen(listener: () => void): void {
    this.onChange = listener;
  }

  /** Calls `listener` when a store is damaged or its damage is repaired. */
  onDamage(store: StoreId, listener: ContentsListener): void {
    this.of(store).damaged.push(listener);
  }

  /** Calls `listener` when a damage that a store has already may travel further than before. */
  onWorse(store: StoreId, listener: ContentsListener): void {
    this.of(store).worse.push(listener);
  }

  /** Calls `listener` when the damage of a store is noticed, or repaired. */
  onNotice(store: StoreId, listener: ContentsListener): void {
    this.of(store).noticed.push(listener);
  }

  private of(store: StoreId): Listeners {
    this.listeners[store] ??= { damaged: [], worse: [], noticed: [] };
    return this.listeners[store];
  }

  /** Whether any store gives wrong answers. */
  get anyWrong(): boolean {
    return this.count[0]! > 0;
  }

  isDamaged(store: StoreId): boolean {
    return this.damagedAt[store]! >= 0;
  }

  /** Wrong data are written to a store at `at`. What has been damaged before stays damaged since then. */
  damage(store: StoreId, share: number, source: SourceId, at: Us, mishap: Mishap = OVERWRITTEN): void {
    if (this.gone[store] === 1) return;
    this.wrong[store] = Math.max(this.wrong[store]!, share);
    if (this.isDamaged(store)) {
      this.worsen(store, mishap);
      return;
    }
    this.count[0]! += 1;
    this.mishap[store] = mishap;
    this.damagedAt[store] = at;
    this.source[store] = source;
    this.change(store, DAMAGED!);
    this.tell(this.of(store).damaged);
  }

  /** What had not travelled may travel now. The damage itself stays what it was: its time and what was written by then do not change. */
  private worsen(store: StoreId, mishap: Mishap): void {
    if (mishap >= this.mishap[store]!) return;
    this.mishap[store] = mishap;
    this.tell(this.of(store).worse);
  }

  /** People learn of a damage: of all stores that have it, since they ask where it has spread. */
  notice(store: StoreId): void {
    if (!this.isDamaged(store)) return;
    const since = this.damagedAt[store]!;
    for (let other = 0; other < this.noticed.length; other++) {
      if (this.damagedAt[other] !== since || this.noticed[other] === 1) continue;
      this.noticed[other] = 1;
      this.recorder.data(other, NOTICED!);
      this.tell(this.of(other).noticed);
    }
  }

  /** The data are as they were before any damage. */
  repair(store: StoreId): void {
    if (!this.isDamaged(store)) return;
    this.count[0]! -= 1;
    this.damagedAt[store] = NEVER_DONE;
    this.wrong[store] = 0;
    this.noticed[store] = 0;
    this.change(store, RIGHT!);
    this.tell(this.of(store).damaged);
    this.tell(this.of(store).noticed);
  }

  /** No copy is left; nothing is wrong with what is not there. */
  destroy(store: StoreId, source: SourceId, at: Us): void {
    if (this.gone[store] === 1) return;
    this.repair(store);
    this.gone[store] = 1;
    this.goneAt[store] = at;
    this.source[store] = source;
    this.change(store, GONE!);
  }

  /** The store has data again: those of a backup or of another store. */
  fill(store: StoreId): void {
    if (this.gone[store] === 1) this.change(store, FILLED!);
    this.gone[store] = 0;
    this.writtenOff[store] = 0;
    this.repair(store);
  }

  /** The store becomes a copy of another, with whatever is wrong in that one. */
  copy(from: StoreId, to: StoreId): void {
    this.fill(to);
    if (this.isDamaged(from)) this.inherit(from, to);
  }

  /** A damage has come over with the writes that carry it. */
  inherit(from: StoreId, to: StoreId): void {
    const mishap = this.mishap[from]! as Mishap;
    this.damage(to, this.wrong[from]!, this.source[from]!, this.damagedAt[from]! as Us, mishap);
    if (this.noticed[from] === 1) this.notice(from);
  }

  private change(store: StoreId, state: number): void {
    this.recorder.data(store, state);
    this.onChange();
  }

  private tell(listeners: readonly ContentsListener[]): void {
    for (let i = 0; i < listeners.length; i++) listeners[i]!();
  }
}
