import type { Us } from '../../base/index.ts';
import { type Backlog, Following, type World } from '../../model/index.ts';
import type { BcdrSpec } from './schema.ts';

/**
 * Changed blocks that wait in the cache of an appliance, compressed. While the line is cut, or thinner than what is written,
 * they pile up; when the cache is full, or the appliance itself has been away, nobody knows any more which blocks differ, and
 * replication begins anew with a full comparison. Until that ends, the copy stands where it stood.
 */
export class Changes {
  private readonly spec: BcdrSpec;
  private readonly world: World;
  private readonly backlog: Backlog;
  private readonly known: Following;

  /** @param compared called when the copy follows again, with the instant at which the comparison was begun */
  constructor(spec: BcdrSpec, world: World, backlog: Backlog, compared: (position: Us) => void) {
    this.spec = spec;
    this.world = world;
    this.backlog = backlog;
    this.known = new Following(world, `${spec.name} compares`, backlog, compared);
  }

  get following(): boolean {
    return this.known.following;
  }

  /** Looks whether the cache has filled up since, and says so; asked before anything else changes. */
  look(): boolean {
    const full = this.following && this.backlog.rows(this.world.clocks.now) > this.spec.cache;
    if (full) this.forget();
    return full;
  }

  /** Nobody knows any more what differs. */
  forget(): void {
    this.known.forget();
  }

  /** How many bytes a second can be sent now; 0 while nothing can. */
  send(width: number): void {
    this.look();
    const speed = Math.min(width, this.spec.throughput);
    if (this.following) this.backlog.setCapacity(speed, this.world.clocks.now);
    else if (speed === 0) this.forget();
    else this.known.begin(this.comparison(speed));
  }

  /** Both copies are read, and what differs is sent: seconds. */
  private comparison(speed: number): number {
    const { size, compression, compareSpeed } = this.spec;
    const differs = Math.min(this.backlog.rows(this.world.clocks.now), size / compression);
    return Math.max(size / compareSpeed, differs / speed);
  }

  /** Follows from a full copy that was begun at `position`. */
  restart(position: Us): void {
    this.known.restart(position);
  }
}
