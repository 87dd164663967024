import { GRAY, serves } from './manner.ts';
import type { PlaceId } from './places.ts';
import { Prober } from './prober.ts';
import type { Probing } from './probing.ts';
import type { Thing } from './thing.ts';
import type { World } from './world.ts';

/**
 * Equal parts that requests are spread over evenly. A dead one keeps its share until checks have taken it out; when all look
 * bad, all are tried.
 */
export class Crowd {
  private readonly world: World;
  private readonly things: readonly Thing[];
  private readonly prober: Prober;

  /** `from` lists the places that they are checked from, the present one first. Make it when all columns are there. */
  constructor(
    world: World,
    name: string,
    from: readonly PlaceId[],
    things: readonly Thing[],
    check: Probing,
    changed: () => void,
  ) {
    this.world = world;
    this.things = things;
    this.prober = new Prober(world, name, from, things, check, changed);
    for (const thing of things) world.truth.watch(thing, changed);
  }

  /** They are checked from another place. */
  move(place: PlaceId): void {
    this.prober.move(place);
  }

  /** The share of requests that meet a working part, 0 to 1, where they are spread over those from `first` to before `end`. */
  share(first = 0, end = this.things.length): number {
    let [inside, served, all] = [0, 0, 0];
    for (let i = first; i < end; i++) {
      const good = this.served(i);
      all += good;
      if (!this.prober.believes(i)) continue;
      inside += 1;
      served += good;
    }
    return inside === 0 ? all / (end - first) : served / inside;
  }

  /** Whether a part that gets requests is down, and not yet taken out. */
  detecting(first = 0, end = this.things.length): boolean {
    for (let i = first; i < end; i++) if (this.prober.believes(i) && this.served(i) === 0) return true;
    return false;
  }

  private served(i: number): number {
    const { truth } = this.world;
    const thing = this.things[i]!;
    const manner = truth.manner[thing]!;
    if (manner === GRAY) return 1 - truth.share[thing]!;
    return serves(manner) ? 1 : 0;
  }
}
