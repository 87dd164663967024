import type { FlowNode, Node, Rotation, Thing, World } from '../../model/index.ts';

/** Requests that come straight to a pool. */
export class DirectNode implements FlowNode {
  private readonly rotation: Rotation;
  private readonly whole: Thing;

  constructor(world: World, rotation: Rotation, whole: Thing) {
    this.rotation = rotation;
    this.whole = whole;
    rotation.bindNode(world.flow.nodes.length);
  }

  children(): readonly Node[] {
    return this.rotation.nodes;
  }

  refill(): void {
    this.rotation.refill();
  }

  blame(workload: number, amount: number): void {
    this.rotation.blame(workload, amount, this.whole);
  }
}
