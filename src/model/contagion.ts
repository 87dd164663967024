import { HOUR, SECOND, type Us } from '../base/index.ts';
import type { Slot } from '../engine/index.ts';
import { DELETED, OVERWRITTEN } from './contents.ts';
import type { StoreId } from './store-id.ts';
import type { Copying } from './stores.ts';
import type { World } from './world.ts';

/** A stream by which wrong data may travel. */
export interface Spreading extends Copying {
  /** Whether it runs at all. */
  attached(): boolean;
  /** The age of the oldest write that waits, and that with what is on the way. */
  waiting(): Us;
  lag(): Us;
  /** Whether what is deleted at the source is deleted at the target; by default, yes. */
  readonly carriesDeletions?: boolean;
}

/**
 * Wrong data travel like any other write: what is damaged at the source is damaged at the target one lag later. A stream
 * that is stopped before that keeps the target clean, and so does one that carries no deletions from what was deleted.
 */
export class Contagion {
  private readonly world: World;
  private readonly stream: Spreading;
  private readonly arrives: Slot;

  constructor(world: World, stream: Spreading) {
    this.world = world;
    this.stream = stream;
    this.arrives = world.workshop.registry.slot('work', `${stream.name} carries damage`, () => this.arrive());
  }

  /** Watches both ends: the direction may change. */
  wire(...ends: readonly StoreId[]): void {
    const { contents, clocks } = this.world;
    for (const end of ends) {
      contents.onDamage(end, () => this.changed(end));
      contents.onWorse(end, () => {
        // What is on its way already arrives when it does.
        if (!clocks.armed(this.arrives)) this.changed(end);
      });
    }
  }

  private changed(end: StoreId): void {
    if (end !== this.stream.source()) return;
    if (!this.world.contents.isDamaged(end)) this.world.clocks.stop(this.arrives);
    else if (this.stream.attached() && this.travels(end))
      this.world.clocks.startFor(this.arrives, atLeast(1, this.stream.lag()));
  }

  private travels(end: StoreId): boolean {
    const most = this.stream.carriesDeletions === false ? OVERWRITTEN : DELETED;
    return this.world.contents.mishap[end]! <= most;
  }

  private arrive(): void {
    const { contents, clocks } = this.world;
    const source = this.stream.source();
    if (!this.stream.attached() || !contents.isDamaged(source)) return;
    const behind = this.stream.waiting();
    if (clocks.now - behind >= contents.damagedAt[source]!) contents.inherit(source, this.stream.target());
    else clocks.startFor(this.arrives, atLeast(SECOND, Math.min(behind, HOUR)));
  }
}

const atLeast = (least: number, span: number): Us => Math.max(least, Math.ceil(span)) as Us;
