import { OK, type PlaceId, Prober, type Thing, type World } from '../../model/index.ts';
import type { SlbCluster } from './cluster-schema.ts';
import { handled, type Layer, Losses } from './layer.ts';

/** Layer 7: Tengine nodes behind LVS, which probes them and sends nothing to those that it believes bad. */
export class TengineLayer implements Layer {
  readonly things: readonly Thing[];
  private readonly world: World;
  private readonly spec: SlbCluster;
  private readonly changed: () => void;
  private readonly losses: Losses;
  private prober!: Prober;

  constructor(world: World, spec: SlbCluster, things: readonly Thing[], changed: () => void) {
    this.world = world;
    this.spec = spec;
    this.things = things;
    this.changed = changed;
    this.losses = new Losses(world, things);
  }

  /** `name` is that of the observer; it stands in the zone, and sees nothing while that is lost. */
  wire(name: string, place: PlaceId): void {
    const { truth, wholes, places } = this.world;
    this.prober = new Prober(this.world, name, [place], this.things, this.spec.healthCheck, () => this.recount());
    for (const node of this.things) truth.watch(node, () => this.recount());
    const zone = wholes.get(places.path(place))!;
    truth.watch(zone, () => (truth.manner[zone] === OK ? this.prober.wake() : this.prober.pause()));
  }

  private recount(): void {
    const { prober } = this;
    const size = this.things.filter((_, i) => prober.believes(i)).length;
    for (const [i, node] of this.things.entries()) {
      if (size === 0) this.losses.set(i, 1 / this.things.length);
      else this.losses.set(i, prober.believes(i) ? (1 - handled(this.world, node)) / size : 0);
    }
    this.changed();
  }

  get passed(): number {
    return this.losses.passed;
  }

  blame(amount: number): void {
    this.losses.blame(amount);
  }
}
