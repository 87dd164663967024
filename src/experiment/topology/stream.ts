import type { Model } from '../../scenario/index.ts';
import { nodesOf } from './nodes.ts';
import type { ToldFlow, TopologyEdge, TopologyNode } from './result.ts';
import { type Reader, readersOf, storeEdges } from './stores.ts';
import { Owners, trafficOf } from './traffic.ts';

type Point = readonly [at: number, share: number];
const SAME = 1e-9;

interface Noted extends ToldFlow {
  readonly share: Point[];
}

const keyOf = ({ from, to, kind }: Pick<TopologyEdge, 'from' | 'to' | 'kind'>): string => `${kind}\n${from}\n${to}`;

/** Notes what part of the demand goes along each edge of the drawing, whenever that changes. */
export class Streams {
  private readonly model: Model;
  private readonly nodes: readonly TopologyNode[];
  private readonly owners: Owners;
  private readonly readers: readonly Reader[];
  private readonly seen = new Map<string, Noted>();

  private first: number | undefined;

  constructor(model: Model) {
    this.model = model;
    this.nodes = nodesOf(model);
    this.owners = new Owners(this.nodes, model.scenario, model.world);
    this.readers = readersOf(model, this.nodes);
  }

  /** Looks at the flow as the last evaluation left it. */
  look(at: number): void {
    this.model.service.enact();
    const requests = trafficOf(this.model, this.nodes, this.owners);
    const now = [...requests, ...storeEdges(this.model, this.readers, this.owners.serving)];
    const gone = new Set(this.seen.values());
    for (const edge of now) {
      const key = keyOf(edge);
      const known = this.seen.get(key);
      if (known !== undefined) gone.delete(known);
      this.note(key, edge, at, edge.share ?? 0);
    }
    for (const edge of gone) this.note(keyOf(edge), edge, at, 0);
  }

  private note(key: string, edge: Pick<TopologyEdge, 'from' | 'to' | 'kind'>, at: number, share: number): void {
    const known = this.seen.get(key);
    this.first ??= at;
    if (known === undefined) {
      const before: Point[] = at > this.first && share > SAME ? [[this.first, 0]] : [];
      const { from, to } = edge;
      this.seen.set(key, {
        from,
        to,
        kind: edge.kind === 'store' ? 'store' : 'traffic',
        share: [...before, [at, share]],
      });
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
