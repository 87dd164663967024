import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import { DataListeners } from './data-listeners.ts';
import { dataCode } from './records.ts';
import type { Situation } from './situation.ts';
import type { StoreId } from './store-id.ts';
import type { SourceId } from './truth.ts';
import { Worth } from './worth.ts';
import { FORGOTTEN, type Mishap, OVERWRITTEN, type Wound, type WoundId } from './wounds.ts';

/** Hears what becomes of data. */
export interface DataRecorder {
  data(store: StoreId, state: number): void;
}

const [RIGHT, DAMAGED, NOTICED, GONE, FILLED] = (['right', 'damaged', 'noticed', 'gone', 'filled'] as const).map(
  dataCode,
);

/**
 * What the data of stores are worth: right, wrong since some instant, or gone. Wrong data are a truth of their own: every
 * machine works, and answers wrongly. They become right by going back to a point before the damage; data that are gone,
 * by a copy or a backup. What was wrong before data were lost is wrong in their backups too.
 */
export class Contents extends Worth {
  /** Whether some store may forget what it held without any fault that damages data; set when the world is declared. */
  mayForget = false;
  /** Whether some fault destroys data. */
  mayBeLost = false;
  /** Whether some plan takes data back to an earlier state; and whether one takes those of another store in their stead. */
  mayBeRestored = false;
  mayBeReplaced = false;
  readonly listeners = new DataListeners();
  private onChange: () => void = () => {};
  private present: (store: StoreId) => number = () => 0;
  private readonly recorder: DataRecorder;
  /** For how long each store has been wrong or under repair, as far as that has been told; µs. */
  private told!: Float64Array;

  constructor(recorder: DataRecorder, situation: Pick<Situation, 'blur'>) {
    super(situation);
    this.recorder = recorder;
  }

  /** Every store has been declared. */
  seal(arena: Arena, stores: number): void {
    this.sealWorth(arena, stores);
    this.told = arena.f64('sums', stores);
  }

  /** There can be damages: room for them is made. */
  sealWounds(arena: Arena): void {
    this.wounds.seal(arena, this.gone.length);
  }

  /**
   * Calls `listener` whenever the data of any store have changed their worth.
   * @param present acknowledged writes that a store has now
   */
  listen(listener: () => void, present: (store: StoreId) => number): void {
    this.onChange = listener;
    this.present = present;
  }

  /** Acknowledged writes of a store since a damage came to it, as far as it still has them. */
  writtenSince(store: StoreId, wound: WoundId): number {
    // What was on the way to a follower counts as received, and may turn out not to have been when it is promoted.
    return Math.max(0, this.present(store) - this.wounds.before[wound]!);
  }

  /**
   * For how long a store has been wrong since a damage that goes now, until `end`, when writing ended. Each moment is told once, though
   * an older damage comes to light later.
   */
  tellWrong(store: StoreId, wound: WoundId, end: Us, now: Us): Us {
    const since = this.wounds.at[wound]! + this.told[store]! - this.wounds.told[wound]!;
    this.told[store]! += Math.max(0, now - since);
    return Math.max(0, end - since) as Us;
  }

  /** Wrong data are written to a store at `at`: one more damage. What has been damaged before stays damaged since then. */
  damage(store: StoreId, share: number, source: SourceId, at: Us, mishap: Mishap = OVERWRITTEN): void {
    this.add(store, { share, source, at, mishap }, this.present(store));
  }

  private add(store: StoreId, wound: Wound, before: number): void {
    if (this.gone[store] === 1) return;
    const place = this.wounds.add(store, wound, before, this.told[store]!);
    this.weigh(store);
    this.change(store, DAMAGED!);
    this.listeners.wounded(store, place);
    this.listeners.damaged(store);
  }

  /** People learn of what one fault has damaged: in all stores that have it, since they ask where it has spread. */
  notice(source: SourceId): void {
    for (let store = 0; store < this.gone.length; store++)
      this.eachOf(store, (wound) => {
        if (this.wounds.did(wound, source) && this.wounds.known[wound] === 0) this.know(wound);
      });
  }

  /** Everybody sees at once that what a memory has lost is not there. */
  miss(store: StoreId): void {
    this.eachOf(store, (wound) => {
      if (this.wounds.mishap[wound] === FORGOTTEN) this.know(wound);
    });
  }

  private know(wound: WoundId): void {
    const { wounds } = this;
    for (let store = 0; store < this.gone.length; store++) {
      const same = wounds.same(store, wound);
      if (same === undefined || wounds.known[same] === 1) continue;
      wounds.known[same] = 1;
      this.weigh(store);
      if (this.noticed[store] === 0) continue;
      this.recorder.data(store, NOTICED!);
      this.listeners.noticed(store);
    }
  }

  /** People compare two stores, and learn of each damage that only one of them has. */
  compare(one: StoreId, other: StoreId): void {
    for (const [here, there] of [
      [one, other],
      [other, one],
    ] as const)
      this.eachOf(here, (wound) => {
        if (this.wounds.same(there, wound) === undefined) this.know(wound);
      });
  }

  /** What a memory had lost has been written anew; what else is wrong stays wrong. */
  remember(store: StoreId): void {
    this.heal(store, (wound) => this.wounds.mishap[wound] === FORGOTTEN);
  }

  /** @param look whether what the store is worth is to be told though no damage went */
  private heal(store: StoreId, healed: (wound: WoundId) => boolean, look = false): void {
    let left = false;
    this.eachOf(store, (wound) => {
      if (!healed(wound)) return;
      left = true;
      this.listeners.healed(store, wound);
      this.wounds.remove(wound);
    });
    this.weigh(store);
    if (!left && !(look && this.isDamaged(store))) return;
    this.change(store, this.isDamaged(store) ? DAMAGED! : RIGHT!);
    this.listeners.damaged(store);
    this.listeners.noticed(store);
  }

  /** No copy is left; nothing is wrong with what is not there. */
  destroy(store: StoreId, source: SourceId, at: Us): void {
    if (this.gone[store] === 1) return;
    const wasDamaged = this.isDamaged(store);
    this.gone[store] = 1;
    this.goneAt[store] = at;
    this.source[store] = source;
    this.weigh(store);
    this.change(store, GONE!);
    if (!wasDamaged) return;
    this.listeners.damaged(store);
    this.listeners.noticed(store);
  }

  /** The store holds from now on what another, or it itself, held at `point`: with the damages that had been done by then. */
  rewind(store: StoreId, point: number, from: StoreId = store): void {
    const filled = this.fill(store);
    if (from === store) this.heal(store, (wound) => this.wounds.at[wound]! >= point, filled);
    else this.copyUpTo(from, store, point, filled);
  }

  /** The store becomes a copy of another, with whatever is wrong in that one. */
  copy(from: StoreId, to: StoreId): void {
    const filled = this.fill(to);
    this.copyUpTo(from, to, Number.POSITIVE_INFINITY, filled);
  }

  /**
   * The store holds what another held at `position`, unless it has been lost.
   * @param writesToo whether it holds the same writes, too, and not only its own
   */
  follow(from: StoreId, to: StoreId, position: number, writesToo: boolean): void {
    if (this.gone[from] === 0 && this.gone[to] === 0) this.copyUpTo(from, to, position, false, writesToo);
  }

  private copyUpTo(from: StoreId, to: StoreId, position: number, filled: boolean, writesToo = true): void {
    const { wounds } = this;
    const copied = (wound: WoundId): boolean => wounds.at[wound]! < position;
    let since = Number.POSITIVE_INFINITY;
    this.heal(
      to,
      (wound) => {
        const same = wounds.same(from, wound);
        const goes = same === undefined || !copied(same);
        if (goes) since = Math.min(since, wounds.at[wound]!);
        return goes;
      },
      filled,
    );
    if (since < Number.POSITIVE_INFINITY) this.listeners.renewed(to, since as Us);
    this.eachOf(from, (wound) => {
      if (copied(wound)) this.inherit(wound, to, writesToo);
    });
  }

  /** The store has data again, and says whether it had none. */
  private fill(store: StoreId): boolean {
    if (this.gone[store] === 0) return false;
    this.change(store, FILLED!);
    this.gone[store] = 0;
    this.writtenOff[store] = 0;
    this.weigh(store);
    return true;
  }

  /**
   * A damage of another store has come over.
   * @param writesToo whether this store holds the writes of the other, so many as that had when it was damaged
   */
  inherit(wound: WoundId, to: StoreId, writesToo: boolean): void {
    const { at, share, source, mishap, before, known } = this.wounds;
    const same = this.wounds.same(to, wound);
    if (same !== undefined) {
      this.widen(to, same, share[wound]!);
      return;
    }
    const carried: Wound = {
      share: share[wound]!,
      source: source[wound]!,
      at: at[wound]! as Us,
      mishap: mishap[wound]! as Mishap,
    };
    this.add(to, carried, writesToo ? before[wound]! : this.present(to));
    if (known[wound] === 1) this.know(wound);
  }

  /** More came to count to a damage where it was done, which has come over too. */
  private widen(store: StoreId, wound: WoundId, share: number): void {
    if (share <= this.wounds.share[wound]!) return;
    this.wounds.share[wound] = share;
    this.weigh(store);
    this.change(store, DAMAGED!);
    this.listeners.wounded(store, wound);
    this.listeners.damaged(store);
  }

  private change(store: StoreId, state: number): void {
    this.recorder.data(store, state);
    this.onChange();
  }
}
