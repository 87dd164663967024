import type { Us } from '../base/index.ts';
import type { Slot } from '../engine/index.ts';
import type { World } from '../model/index.ts';
import { type Law, uniform } from '../random/index.ts';

/** When a fault on a schedule strikes: at a time, at a random instant of a while after it, or so long after another one struck. */
export interface OnsetSpec {
  readonly at: Us;
  /** It strikes within so long after `at`, at any instant alike; 0: at `at`. */
  readonly within: Us;
  /** It waits for the fault of this name, and strikes so long after that one; `at` and `within` then mean nothing. */
  readonly follows?: { readonly fault: string; readonly by: Law };
}

/** Begins a fault once, and lets others wait for it. */
export class Onset {
  private readonly world: World;
  private readonly spec: OnsetSpec;
  private readonly slot: Slot;
  private readonly followers: Onset[] = [];

  constructor(world: World, name: string, spec: OnsetSpec, strike: () => void) {
    this.world = world;
    this.spec = spec;
    const { at, within, follows } = spec;
    const law = follows?.by ?? uniform(at, at + within);
    const random = follows !== undefined || within > 0 ? [{ law, stream: `${name} arrival` }] : [];
    const begin = (): void => {
      strike();
      for (const follower of this.followers) follower.draw();
    };
    this.slot = world.workshop.registry.slot('fault', name, begin, 0, ...random);
    if (follows === undefined) world.atStart(() => this.begin());
  }

  /** `follower` strikes after this one. */
  precede(follower: Onset): void {
    this.followers.push(follower);
  }

  private begin(): void {
    if (this.spec.within > 0) this.draw();
    else this.at(this.spec.at);
  }

  private draw(): void {
    const { clocks, sources } = this.world;
    clocks.start(this.slot);
    if (clocks.armed(this.slot)) sources.due(clocks.due(this.slot));
  }

  private at(instant: Us): void {
    this.world.clocks.startAt(this.slot, instant);
    this.world.sources.due(instant);
  }
}
