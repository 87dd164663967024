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
  /** 1 while production holds other data than the copy altogether: it has been restored. */
  private readonly replaced: Uint8Array;

  /** @param compared called when the copy follows again, with the instant at which the comparison was begun */
  constructor(spec: BcdrSpec, world: World, backlog: Backlog, compared: (position: Us) => void) {
    this.spec = spec;
    this.world = world;
    this.backlog = backlog;
    this.replaced = world.workshop.arena.u8('logic', 1);
    this.known = new Following(world, `${spec.name} compares`, backlog, (position) => {
      this.replaced[0] = 0;
      compared(position);
    });
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

  /** The source holds other data: as far as anybody knows, all of them differ. */
  replace(): void {
    this.replaced[0] = 1;
    this.forget();
  }

  /** How many bytes a second can be sent now; 0 while nothing can. */
  send(width: number): void {
    this.look();
    const speed = Math.min(width, this.spec.throughput);
    if (this.following) this.backlog.setCapacity(speed, this.world.clocks.now);
    else if (speed === 0) this.forget();
    else this.known.begin(this.differing(), speed, this.spec.size / this.spec.compareSpeed);
  }

  /** Both copies are read, and what differs is sent: bytes. */
  private differing(): number {
    const all = this.spec.size / this.spec.compression;
    return this.replaced[0] === 1 ? all : Math.min(this.backlog.rows(this.world.clocks.now), all);
  }

  /** Follows from a full copy that was begun at `position`. */
  restart(position: Us): void {
    this.replaced[0] = 0;
    this.known.restart(position);
  }
}
