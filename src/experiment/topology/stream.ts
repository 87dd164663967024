import type { Model } from '../../scenario/index.ts';
import { nodesOf } from './nodes.ts';
import type { ToldFlow, TopologyNode } from './result.ts';
import { type Owners, ownersOf, trafficOf } from './traffic.ts';

type Point = readonly [at: number, share: number];
const SAME = 1e-9;

/** Notes what part of the demand goes along each edge of the drawing, whenever that changes. */
export class Streams {
  private readonly model: Model;
  private readonly nodes: readonly TopologyNode[];
  private readonly owners: Owners;
  private readonly seen = new Map<string, { readonly from: string; readonly to: string; readonly share: Point[] }>();

  private first: number | undefined;

  constructor(model: Model) {
    this.model = model;
    this.nodes = nodesOf(model);
    this.owners = ownersOf(this.nodes, model.scenario, model.world);
  }

  /** Looks at the flow as the last evaluation left it. */
  look(at: number): void {
    this.model.service.enact();
    const now = trafficOf(this.model, this.nodes, this.owners);
    const gone = new Set(this.seen.keys());
    for (const { from, to, share } of now) {
      const key = JSON.stringify([from, to]);
      gone.delete(key);
      this.note(key, from, to, at, share ?? 0);
    }
    for (const key of gone) this.note(key, '', '', at, 0);
  }

  private note(key: string, from: string, to: string, at: number, share: number): void {
    const known = this.seen.get(key);
    this.first ??= at;
    if (known === undefined) {
      const before: Point[] = at > this.first && share > SAME ? [[this.first, 0]] : [];
      this.seen.set(key, { from, to, share: [...before, [at, share]] });
      return;
    }
    const last = known.share.at(-1)!;
    if (Math.abs(last[1] - share) < SAME) return;
    if (last[0] === at) known.share.pop();
    known.share.push([at, share]);
  }

  /** Edges on which something changed. */
  get changed(): ToldFlow[] {
    return [...this.seen.values()].filter(({ share }) => share.length > 1);
  }
}
