import { GRAY, serves, type Thing, type World } from '../../model/index.ts';

/** Nodes of one layer of a balancer in one zone, over which what comes in is spread evenly. */
export interface Layer {
  readonly things: readonly Thing[];
  /** The share of what comes in that gets through, 0 to 1. */
  readonly passed: number;
  /** Books `amount` of requests that come in on the nodes that they die on. */
  blame(amount: number): void;
}

/** The share of what reaches a node that it handles: 1 for a well or a slow one, less for a gray one. */
export function handled(world: World, node: Thing): number {
  const manner = world.truth.manner[node]!;
  if (!serves(manner)) return 0;
  return manner === GRAY ? 1 - world.truth.share[node]! : 1;
}

/** A sum of shares that is off by roundings only. */
const NEARLY_NONE = 1e-9;

/** What each node loses of all that comes in, 0 to 1; kept as it changes. */
export class Losses {
  private readonly world: World;
  private readonly nodes: readonly Thing[];
  private readonly lost: Float64Array;
  /** The first of the words that tell of them, two each. */
  private readonly words: number;

  constructor(world: World, nodes: readonly Thing[]) {
    this.world = world;
    this.nodes = nodes;
    this.lost = world.workshop.arena.f64('memo', nodes.length);
    this.words = world.situation.declareReals(nodes.length, 0);
  }

  set(node: number, share: number): void {
    this.lost[node] = share;
    this.world.situation.putReal(this.words + 2 * node, share);
  }

  get passed(): number {
    let passed = 1;
    for (let i = 0; i < this.lost.length; i++) passed -= this.lost[i]!;
    return passed < NEARLY_NONE ? 0 : passed;
  }

  blame(amount: number): void {
    for (const [i, node] of this.nodes.entries()) this.world.flow.lose(node, amount * this.lost[i]!);
  }
}
