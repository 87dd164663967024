import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import type { Situation } from './situation.ts';
import type { StoreId } from './store-id.ts';
import { NO_SOURCE, type SourceId } from './truth.ts';
import { FORGOTTEN, MOST_WOUNDS, NO_WOUND, type WoundId, Wounds } from './wounds.ts';

const NEVER_DONE = -1;

/** What the data of each store are worth at this moment: its damages, and the columns that follow from them. */
export class Worth {
  readonly wounds = new Wounds();
  /** When the oldest damage that is there was done; negative: none. */
  damagedAt = new Float64Array(0);
  /** Share of answers that are wrong, 0 to 1. */
  wrong = new Float64Array(0);
  /** The fault that did the oldest damage, of which people know where they know of any, or that destroyed the data. */
  source = new Int32Array(0);
  /** 1 when people know of a damage. */
  noticed = new Uint8Array(0);
  /** 1 when no copy of the data is left in the store. */
  gone = new Uint8Array(0);
  /** 1 when no copy and no backup of them is left anywhere. */
  writtenOff = new Uint8Array(0);
  /** Since when they have been gone. */
  goneAt = new Float64Array(0);
  /** How many stores give wrong answers. */
  private count = new Int32Array(1);
  private readonly situation: Pick<Situation, 'blur'>;

  constructor(situation: Pick<Situation, 'blur'>) {
    this.situation = situation;
  }

  protected sealWorth(arena: Arena, stores: number): void {
    this.damagedAt = arena.f64('time', stores).fill(NEVER_DONE);
    this.wrong = arena.f64('logic', stores);
    this.source = arena.i32('logic', stores).fill(NO_SOURCE);
    this.noticed = arena.u8('logic', stores);
    this.gone = arena.u8('logic', stores);
    this.writtenOff = arena.u8('logic', stores);
    this.goneAt = arena.f64('time', stores).fill(NEVER_DONE);
    this.count = arena.i32('memo', 1);
  }

  /** Whether any store gives wrong answers. */
  get anyWrong(): boolean {
    return this.count[0]! > 0;
  }

  isDamaged(store: StoreId): boolean {
    return this.damagedAt[store]! >= 0;
  }

  /** When the oldest damage was done that people know of; undefined: they know of none. Also of data that have been lost since. */
  knownSince(store: StoreId): Us | undefined {
    const oldest = this.wounds.oldest(store, true);
    return oldest === NO_WOUND ? undefined : (this.wounds.at[oldest]! as Us);
  }

  /** The oldest damage that came over from another store, where it is no more; what a memory has lost never did. */
  leftOver(store: StoreId, from: StoreId): WoundId {
    let oldest = NO_WOUND;
    this.eachOf(store, (wound) => {
      if (this.wounds.mishap[wound] === FORGOTTEN) return;
      const older = oldest === NO_WOUND || this.wounds.at[wound]! < this.wounds.at[oldest]!;
      if (older && this.wounds.same(from, wound) === undefined) oldest = wound;
    });
    return oldest;
  }

  /** Whether a store has a damage that a fault has done. */
  hasFrom(store: StoreId, source: SourceId): boolean {
    return this.wounds.by(store, source);
  }

  /** Whether any store has a damage that a fault has done. */
  isLeftOf(source: SourceId): boolean {
    for (let store = 0; store < this.gone.length; store++) if (this.hasFrom(store, source)) return true;
    return false;
  }

  /** Whether one of two stores has a damage that the other has not. */
  differ(one: StoreId, other: StoreId): boolean {
    return this.lacks(one, other) || this.lacks(other, one);
  }

  private lacks(one: StoreId, other: StoreId): boolean {
    let lacks = false;
    this.eachOf(other, (wound) => {
      if (this.wounds.same(one, wound) === undefined) lacks = true;
    });
    return lacks;
  }

  protected eachOf(store: StoreId, visit: (wound: WoundId) => void): void {
    const { wounds } = this;
    const from = wounds.first(store);
    for (let wound = from; wound < Math.min(from + MOST_WOUNDS, wounds.at.length); wound++)
      if (wounds.is(wound)) visit(wound);
  }

  /** Works out what follows from the damages of a store. What is not there is not wrong. */
  protected weigh(store: StoreId): void {
    const { wounds } = this;
    const oldest = this.gone[store] === 1 ? NO_WOUND : wounds.oldest(store);
    const [damaged, known] = [oldest !== NO_WOUND, wounds.oldest(store, true)];
    this.countWrong((damaged ? 1 : 0) - (this.isDamaged(store) ? 1 : 0));
    this.damagedAt[store] = damaged ? wounds.at[oldest]! : NEVER_DONE;
    this.wrong[store] = damaged ? wounds.worst(store) : 0;
    this.noticed[store] = damaged && known !== NO_WOUND ? 1 : 0;
    if (damaged) this.source[store] = wounds.source[known === NO_WOUND ? oldest : known]!;
  }

  /** So many stores more are wrong. What follows from wrong data stands in no word of a situation. */
  private countWrong(more: number): void {
    const before = this.anyWrong;
    this.count[0]! += more;
    if (this.anyWrong !== before) this.situation.blur(before ? -1 : 1);
  }
}
