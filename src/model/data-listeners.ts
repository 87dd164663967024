import type { Us } from '../base/index.ts';
import type { StoreId } from './store-id.ts';
import type { WoundId } from './wounds.ts';

/** A store has been damaged, its damage has been noticed, or its data are right again. */
type DataListener = () => void;
/** A store has a damage from now on, or is about to have it no longer. */
type WoundListener = (wound: WoundId) => void;

interface Listeners {
  readonly damaged: DataListener[];
  readonly wounded: WoundListener[];
  readonly healed: WoundListener[];
  readonly noticed: DataListener[];
  readonly renewed: ((since: Us) => void)[];
}

/** Who is told what becomes of the data of which store. */
export class DataListeners {
  private readonly listeners: Listeners[] = [];

  /** Calls `listener` when a store is damaged or a damage of it is repaired. */
  onDamage(store: StoreId, listener: DataListener): void {
    this.of(store).damaged.push(listener);
  }

  /** Calls `wounded` for each damage that comes to a store, and `healed` before one goes. */
  onWound(store: StoreId, wounded: WoundListener, healed: WoundListener): void {
    this.of(store).wounded.push(wounded);
    this.of(store).healed.push(healed);
  }

  /** Calls `listener` when a damage of a store is noticed, or repaired. */
  onNotice(store: StoreId, listener: DataListener): void {
    this.of(store).noticed.push(listener);
  }

  /** Calls `listener` when a copy of another store has put right what had been wrong since some instant, or will be wrong again. */
  onRenewed(store: StoreId, listener: (since: Us) => void): void {
    this.of(store).renewed.push(listener);
  }

  private of(store: StoreId): Listeners {
    this.listeners[store] ??= { damaged: [], wounded: [], healed: [], noticed: [], renewed: [] };
    return this.listeners[store];
  }

  damaged(store: StoreId): void {
    tell(this.of(store).damaged);
  }

  noticed(store: StoreId): void {
    tell(this.of(store).noticed);
  }

  wounded(store: StoreId, wound: WoundId): void {
    const { wounded } = this.of(store);
    for (let i = 0; i < wounded.length; i++) wounded[i]!(wound);
  }

  /** A damage is about to go. */
  healed(store: StoreId, wound: WoundId): void {
    for (const listener of this.of(store).healed) listener(wound);
  }

  renewed(store: StoreId, since: Us): void {
    for (const listener of this.of(store).renewed) listener(since);
  }
}

function tell(listeners: readonly DataListener[]): void {
  for (let i = 0; i < listeners.length; i++) listeners[i]!();
}
