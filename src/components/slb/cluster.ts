import type { PlaceId, Thing, World } from '../../model/index.ts';
import type { SlbCluster } from './cluster-schema.ts';
import type { Layer } from './layer.ts';
import { LvsLayer } from './lvs.ts';
import { TengineLayer } from './tengine.ts';

/** The nodes of a balancer in one zone. A layer-7 listener stands on both layers, a layer-4 one on the first alone. */
export class Cluster {
  readonly lvs: LvsLayer;
  readonly tengine: TengineLayer;
  private readonly layers: readonly Layer[];
  private readonly name: string;
  private readonly place: PlaceId;

  /** `zone` counts from 0: the nodes of a balancer are numbered through its zones. */
  constructor(world: World, spec: SlbCluster, name: string, place: PlaceId, zone: number, changed: () => void) {
    const nodes = (sort: string, count: number): readonly Thing[] =>
      Array.from({ length: count }, (_, i) => world.truth.add(`${name}/${sort}-${zone * count + i + 1}`, place));
    this.name = `${name} LVS in ${world.places.path(place)}`;
    this.place = place;
    this.lvs = new LvsLayer(world, spec, nodes('lvs', spec.lvs), changed);
    this.tengine = new TengineLayer(world, spec, nodes('tengine', spec.tengine), changed);
    this.layers = spec.layer === 7 ? [this.lvs, this.tengine] : [this.lvs];
  }

  wire(): void {
    this.lvs.wire();
    if (this.tengine.things.length > 0) this.tengine.wire(this.name, this.place);
  }

  get things(): readonly Thing[] {
    return [...this.lvs.things, ...this.tengine.things];
  }

  /** The share of what comes in that gets through all layers, 0 to 1. */
  get passed(): number {
    return this.layers.reduce((share, layer) => share * layer.passed, 1);
  }

  /** The layer that lets nothing through, if one does. */
  get dead(): Layer | undefined {
    return this.layers.find((layer) => layer.passed <= 0);
  }

  blame(amount: number): void {
    let left = amount;
    for (const layer of this.layers) {
      layer.blame(left);
      left *= layer.passed;
    }
  }
}
