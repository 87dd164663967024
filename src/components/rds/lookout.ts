import { OK, type PlaceId, type Thing, type World } from '../../model/index.ts';

/** What the controller sees from where it stands. Lost with its place, or cut off from the standby, it switches nothing. */
export class Lookout {
  private readonly world: World;
  private readonly path: string | undefined;
  private readonly place: PlaceId;

  constructor(world: World, path: string | undefined) {
    this.world = world;
    this.path = path;
    this.place = path === undefined ? -1 : world.places.id(path);
  }

  /** Whether it works and reaches a node. */
  reaches(node: Thing): boolean {
    if (this.path === undefined) return true;
    const { truth, sight, wholes } = this.world;
    return truth.manner[wholes.get(this.path)!] === OK && sight.reaches(this.place, truth.home(node)) === 1;
  }

  /** Calls `changed` when it may see something else. */
  watch(nodes: readonly Thing[], changed: () => void): void {
    if (this.path === undefined) return;
    const { truth, sight, wholes } = this.world;
    truth.watch(wholes.get(this.path)!, changed);
    for (const home of new Set(nodes.map((node) => truth.home(node)))) sight.watch(this.place, home, changed);
  }
}
