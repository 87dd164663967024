import type { CopyMode, OwnCopy } from '../../model/index.ts';
import type { Model } from '../../scenario/index.ts';
import type { TopologyNode } from './result.ts';

/** A copy of a store in another place than its first. */
export interface CopyWithin {
  readonly store: string;
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly how: CopyMode;
  /** How far what stands there is behind, µs. May draw from chance. */
  age(): number;
}

/** Copies that stores keep by themselves, as far as they stand in places of their own. */
export function copiesWithin({ world }: Model, nodes: readonly TopologyNode[]): CopyWithin[] {
  const { names, streams } = world.stores;
  return names.flatMap((store, id) => {
    const copies = streams.ownCopies.filter((one) => one.store === id);
    const own = nodes.filter(({ component }) => component === store);
    const first = own.find(({ primary }) => primary === true) ?? own[0];
    return own.flatMap((node) => {
      const there = node === first ? [] : copies.filter((copy) => standsOn(copy, node, world.truth));
      return there.length === 0 ? [] : [withinOf(store, first!.id, node.id, there)];
    });
  });
}

const standsOn = ({ things }: OwnCopy, node: TopologyNode, truth: Model['world']['truth']): boolean =>
  things.some((thing) => node.things.includes(truth.name(thing)));

/** Where several stand together, those that the first is one of; the furthest behind counts. */
function withinOf(store: string, from: string, to: string, there: readonly OwnCopy[]): CopyWithin {
  const { how } = there[0]!;
  const alike = there.filter((one) => one.how === how);
  return { store, from, to, how, age: () => Math.max(...alike.map((copy) => copy.behind())) };
}
