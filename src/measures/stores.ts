import type { Us } from '../base/index.ts';
import {
  dataCode,
  type Exposure,
  type Listener,
  NO_SOURCE,
  type Restoration,
  type SourceId,
  type StoreId,
  type World,
} from '../model/index.ts';
import type { Domains } from './domains.ts';
import type { Levels } from './incidents.ts';
import { type Abandonable, LeftBehind } from './left-behind.ts';
import type { StoreCollected } from './store-collected.ts';

const NEVER_SINCE = -1;
const LOST = dataCode('lost');

/** What recoveries lose, and how long two copies of one thing take writes at once. */
export class StoreMeter implements Listener {
  private readonly world: World;
  private readonly domains: Domains;
  private readonly since: Float64Array;
  private readonly writesThen: Float64Array;
  /** The source when the split began: a task may be turned round meanwhile. */
  private readonly old: Int32Array;
  /** 1 from the first moment of a split until a role ends it: while one of the two is away it goes on, though neither is written to twice. */
  private readonly divided: Uint8Array;
  private readonly behind: LeftBehind;
  private collected: readonly StoreCollected[] = [];
  /** Told of each store that was left behind, when someone wants to know. */
  onLeft: ((store: StoreId) => void) | undefined;

  constructor(world: World, domains: Domains, levels: readonly Levels[], used: readonly Abandonable[]) {
    const pairs = world.stores.streams.replications.length;
    this.world = world;
    this.domains = domains;
    this.since = world.workshop.arena.f64('sums', pairs).fill(NEVER_SINCE);
    this.writesThen = world.workshop.arena.f64('sums', pairs);
    this.old = world.workshop.arena.i32('sums', pairs);
    this.divided = world.workshop.arena.u8('sums', pairs);
    this.behind = new LeftBehind(world, used, levels, (store, source) => this.left(store, source));
    world.records.attach(this);
  }

  begin(collected: readonly StoreCollected[]): void {
    this.collected = collected;
  }

  recovery(store: number, source: SourceId, age: Us, writesLeft: number, discarded: boolean): void {
    const sums = this.collected[store]!;
    sums.recoveries += 1;
    if (age === 0) sums.cleanRecoveries += 1;
    sums.orphaned += writesLeft;
    if (discarded) sums.writesLost += writesLeft;
    this.point(store, source, age);
  }

  /** A recovery point. Users who have settled elsewhere before found nothing at all: that is theirs. */
  private point(store: StoreId, source: SourceId, age: Us): void {
    this.behind.recovered(store);
    const domain = this.domains.of(source);
    if (domain === NO_SOURCE || this.behind.isLeft(store, this.world.clocks.now)) return;
    this.collected[store]!.losses.add(domain, age);
  }

  private left(store: StoreId, source: SourceId): void {
    this.onLeft?.(store);
    const domain = this.domains.of(source);
    if (domain !== NO_SOURCE) this.collected[store]!.losses.addCensored(domain);
  }

  discarded(store: number, writes: number): void {
    this.collected[store]!.writesLost += writes;
  }

  delivered(store: number, writes: number): void {
    this.collected[store]!.delivered += writes;
  }

  restored(store: number, source: SourceId, { age, lost, wrong, apart, discarded }: Restoration): void {
    const sums = this.collected[store]!;
    sums.recoveries += 1;
    sums.restores += 1;
    if (age === 0 && lost === 0 && discarded === 0) sums.cleanRecoveries += 1;
    sums.writesLost += lost;
    sums.wrongTime.add(wrong);
    sums.apart.add(apart);
    sums.goodDiscarded += discarded;
    this.point(store, source, age);
  }

  data(store: number, state: number): void {
    if (state === LOST) this.collected[store]!.permanentLosses += 1;
  }

  stale(store: number, age: Us): void {
    this.collected[store]!.staleness.add(age);
  }

  /** The end of an instant: looks for stores that are left behind, and for pairs of which both sides would take writes: two primaries. */
  service(isBelow: (workload: number) => boolean): void {
    this.behind.look(isBelow);
    if (this.world.takePairsChanged()) this.lookAtPairs(this.world.clocks.now);
  }

  private lookAtPairs(now: Us): void {
    const { stores } = this.world;
    for (let pair = 0; pair < stores.streams.replications.length; pair++) {
      const replication = stores.streams.replications[pair]!;
      const split =
        stores.canWrite[replication.target()]! > 0 && stores.canWrite[stores.streams.origin(replication.source())]! > 0;
      if (split !== this.since[pair]! >= 0) this.change(pair, split, now);
      if (this.divided[pair] === 1 && !this.isDivided(pair)) this.divided[pair] = 0;
    }
  }

  private change(pair: number, split: boolean, now: Us): void {
    const { stores } = this.world;
    if (split) this.old[pair] = stores.streams.origin(stores.streams.replications[pair]!.source());
    const old = this.old[pair]!;
    const sums = this.collected[old]!;
    if (split) {
      if (this.divided[pair] === 0) this.countSplit(pair, old, sums);
      this.since[pair] = now;
      this.writesThen[pair] = stores.writes(old, now);
      return;
    }
    sums.splitTime.add(now - this.since[pair]!);
    sums.conflicting += stores.writes(old, now) - this.writesThen[pair]!;
    this.since[pair] = NEVER_SINCE;
  }

  private countSplit(pair: number, old: StoreId, sums: StoreCollected): void {
    this.divided[pair] = 1;
    sums.splitBrains += 1;
    if (this.world.stores.unfenced[old] === 1) sums.unfenced += 1;
  }

  /** Whether both sides would take writes by their roles, be they there or not. */
  private isDivided(pair: number): boolean {
    const { stores } = this.world;
    const replication = stores.streams.replications[pair]!;
    return stores.isOpen(replication.target()) && stores.isOpen(stores.streams.origin(replication.source()));
  }

  /** The horizon, for somebody who asks for nothing but what was left behind. */
  endLeft(now: Us): void {
    this.behind.end(now);
  }

  end(now: Us): void {
    this.endLeft(now);
    for (let pair = 0; pair < this.since.length; pair++) if (this.since[pair]! >= 0) this.change(pair, false, now);
    for (const [store, name] of this.world.stores.names.entries()) {
      this.spent(store, name, now);
      this.collected[store]!.endRun();
    }
  }

  /** What this replication has spent unprotected. */
  private spent(store: number, name: string, now: Us): void {
    const sums = this.collected[store]!;
    sums.merged += this.world.conflicts.get(name)?.(now) ?? 0;
    const elsewhere = this.world.exposures.elsewhere.get(name);
    if (elsewhere !== undefined) sums.uncopied.add(leastOf(elsewhere, now));
    const late = this.world.exposures.late.get(name);
    if (late !== undefined) sums.lagging.add(Math.round(Math.max(...late.map((read) => read()))));
    this.see(store, name);
    const spans = this.world.exposures.byStore.get(name)?.read(now);
    if (spans === undefined) return;
    sums.alone.add(spans.alone);
    sums.fallenBack.add(spans.fallenBack);
    sums.stale.add(spans.stale);
  }

  private see(store: number, name: string): void {
    const seen = this.world.exposures.seen.get(name)?.();
    if (seen === undefined) return;
    this.collected[store]!.seenAge.add(Math.round(seen.age));
    this.collected[store]!.seenFor.add(Math.round(seen.span));
  }
}

/** With copies in several places, time without any is at most that without the best kept. */
const leastOf = (elsewhere: readonly Exposure[], now: Us): number =>
  Math.min(...elsewhere.map((exposure) => exposure.read(now).alone));
