import type { Slot } from '../engine/index.ts';
import type { Thing, World } from '../model/index.ts';
import type { Law } from '../random/index.ts';

/** How long a machine boots after its repair, and the place it needs for that. */
export interface BootSpec {
  readonly law: Law;
  readonly place: Thing;
}

const BOOTING = 1;

/** A machine boots after its repair: begun when its place works, and begun again whenever that comes back. */
export class Boot {
  private readonly world: World;
  private readonly spec: BootSpec;
  private readonly slot: Slot;
  private readonly booting: Uint8Array;

  /** `done` is called when it has booted. */
  constructor(world: World, name: string, spec: BootSpec, done: () => void) {
    const { registry, arena } = world.workshop;
    this.world = world;
    this.spec = spec;
    this.booting = arena.u8('logic', 1);
    world.truth.watch(spec.place, () => this.placeChanged());
    const booted = (): void => {
      this.booting[0] = 0;
      done();
    };
    this.slot = registry.slot('work', `${name} boot`, booted, 0, { law: spec.law, stream: `${name} boot` });
  }

  begin(): void {
    this.booting[0] = BOOTING;
    this.placeChanged();
  }

  private placeChanged(): void {
    if (this.booting[0] !== BOOTING) return;
    if (this.world.truth.manner[this.spec.place] === 0) this.world.clocks.start(this.slot);
    else this.world.clocks.stop(this.slot);
  }
}
