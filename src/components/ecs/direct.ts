import type { FlowNode, Node, Rotation, Thing, World } from '../../model/index.ts';

/** Requests that come straight to a pool. */
export class DirectNode implements FlowNode {
  private readonly world: World;
  private readonly rotation: Rotation;
  private readonly whole: Thing;
  private readonly node: Node;

  constructor(world: World, rotation: Rotation, whole: Thing) {
    this.world = world;
    this.rotation = rotation;
    this.whole = whole;
    this.node = world.flow.nodes.length;
  }

  children(): readonly Node[] {
    return this.rotation.nodes;
  }

  spread(): void {
    const { flow } = this.world;
    for (let workload = 0; workload < flow.width; workload++) {
      this.rotation.spread(workload, flow.arrive[this.node * flow.width + workload]!);
    }
  }

  settle(): void {
    const { flow } = this.world;
    for (let workload = 0; workload < flow.width; workload++) {
      flow.success[this.node * flow.width + workload] = this.rotation.success(workload);
    }
  }

  blame(workload: number, amount: number): void {
    this.rotation.blame(workload, amount, this.whole);
  }
}
