import { Attempts } from './attempts.ts';
import type { FlowGraph } from './flow.ts';
import { afterRetries, attempts, SETTLED } from './retries.ts';
import type { Entry, Node } from './stages.ts';
import type { World } from './world.ts';

/** An entry whose users all meet the same thing: a balancer's or a server's own address. */
export class PlainEntry implements Entry {
  private readonly flow: FlowGraph;
  private readonly node: Node;
  readonly attempts: Attempts;
  private readonly tries: Float64Array;

  /** For `workloads`, when every one has been declared. */
  constructor(world: World, node: Node, workloads: readonly number[]) {
    this.flow = world.flow;
    this.node = node;
    this.attempts = new Attempts(world.workshop.arena, world.situation, 1, world.flow.demands, workloads);
    this.tries = this.attempts.now;
  }

  children(): readonly Node[] {
    return [this.node];
  }

  offer(workload: number): void {
    const { flow } = this;
    const tries = this.tries[this.attempts.at(0, workload)]!;
    flow.arrive[flow.cells.at(this.node, workload)]! += flow.demands[workload]!.rate * tries;
  }

  served(workload: number): number {
    const { retries } = this.flow.demands[workload]!;
    if (!this.flow.differs(workload)) return afterRetries(this.success(workload), retries);
    return this.flow.meanOf(workload, (success) => afterRetries(this.success(workload, success), retries));
  }

  unsettled(workload: number): boolean {
    const tries = this.triesNow(workload);
    const at = this.attempts.at(0, workload);
    const moved = Math.abs(tries - this.tries[at]!) > SETTLED;
    this.tries[at] = tries;
    return moved;
  }

  private triesNow(workload: number): number {
    const { retries } = this.flow.demands[workload]!;
    if (!this.flow.differs(workload)) return attempts(this.success(workload), retries);
    return this.flow.meanOf(workload, (success) => attempts(this.success(workload, success), retries));
  }

  offerSort(workload: number, share: number, success: Float64Array, arrive: Float64Array): void {
    const { rate, retries } = this.flow.demands[workload]!;
    const tries = attempts(this.success(workload, success), retries);
    arrive[this.flow.cells.at(this.node, workload)]! += rate * share * tries;
  }

  blame(workload: number): void {
    this.flow.nodes[this.node]!.blame(workload, 1);
  }

  private success(workload: number, success: Float64Array = this.flow.success): number {
    return success[this.flow.cells.at(this.node, workload)]!;
  }
}
