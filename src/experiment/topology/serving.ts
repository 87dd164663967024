import type { World } from '../../model/index.ts';
import type { TopologyNode } from './result.ts';

/** Which node of a component serves now: where its primary is, or where its address leads. */
export class Serving {
  private readonly world: Pick<World, 'places' | 'truth' | 'wholes'>;
  private readonly nodes = new Map<string, readonly TopologyNode[]>();

  constructor(world: Pick<World, 'places' | 'truth' | 'wholes'>, nodes: readonly TopologyNode[]) {
    this.world = world;
    for (const node of nodes) this.nodes.set(node.component, [...(this.nodes.get(node.component) ?? []), node]);
  }

  /** Its id; of a component whose whole stands in no place of a node, that of the first. Undefined where nothing of it is drawn. */
  of(component: string): string | undefined {
    const own = this.nodes.get(component) ?? [];
    if (own.length < 2) return own[0]?.id;
    const { places, truth, wholes } = this.world;
    const whole = wholes.get(component);
    const place = whole === undefined ? undefined : places.path(truth.place[whole]!);
    return (own.find((node) => node.place === place) ?? own.find(({ primary }) => primary === true) ?? own[0])?.id;
  }
}
