import type { Model } from '../../scenario/index.ts';
import { nodesOf } from './nodes.ts';
import type { ToldFlow } from './result.ts';
import { noteShare } from './shares.ts';
import { eachSupply, type Reader, readersOf } from './stores.ts';
import { demandOf, Owners, routesOf } from './traffic.ts';
import { Ways } from './ways.ts';

type Point = readonly [at: number, share: number];
const SAME = 1e-9;

type Kind = ToldFlow['kind'];

interface Noted extends ToldFlow {
  readonly share: Point[];
  /** The look at which it was met last, counted from 1. */
  met: number;
}

/** Notes what part of the demand goes along each edge of the drawing, whenever that changes. */
export class Streams {
  private readonly model: Model;
  private readonly owners: Owners;
  private readonly readers: readonly Reader[];
  private readonly demand: number;
  private readonly ways: Readonly<Record<Kind, Ways<Noted>>> = { traffic: new Ways(), store: new Ways() };
  /** All of them, as they were met. */
  private readonly seen: Noted[] = [];
  private looks = 0;
  private first: number | undefined;

  constructor(model: Model) {
    this.model = model;
    const nodes = nodesOf(model);
    this.owners = new Owners(nodes, model.scenario, model.world);
    this.readers = readersOf(model, nodes);
    this.demand = demandOf(model.scenario);
  }

  /** Looks at the flow as the last evaluation left it. */
  look(at: number): void {
    this.model.service.enact();
    this.looks += 1;
    for (const { from, to, perSecond } of routesOf(this.model, this.owners))
      this.meet('traffic', from, to, at, perSecond);
    eachSupply(this.model, this.readers, this.owners.serving, ({ from }, to, perSecond) =>
      this.meet('store', from, to, at, perSecond),
    );
    for (const one of this.seen) if (one.met < this.looks) noteShare(one.share, at, 0);
  }

  private meet(kind: Kind, from: string, to: string, at: number, perSecond: number): void {
    const share = this.demand > 0 ? perSecond / this.demand : 0;
    const known = this.ways[kind].get(from, to);
    this.first ??= at;
    if (known !== undefined) {
      known.met = this.looks;
      noteShare(known.share, at, share);
      return;
    }
    const before: Point[] = at > this.first && share > SAME ? [[this.first, 0]] : [];
    const one: Noted = { from, to, kind, share: [...before, [at, share]], met: this.looks };
    this.ways[kind].add(from, to, one);
    this.seen.push(one);
  }

  /** Edges on which something changed. */
  get changed(): ToldFlow[] {
    return this.seen
      .filter(({ share }) => share.length > 1)
      .map(({ from, to, kind, share }) => ({ from, to, kind, share }));
  }
}
