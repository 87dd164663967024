import type { Scenario } from '../../../scenario/index.ts';
import type { Injection } from '../injections/index.ts';
import { type Element, isWithin } from './elements.ts';
import type { KillingPair, PairStore, PairWorkload, Struck } from './result.ts';
import { type Harm, isBeyond } from './tally.ts';

/** A pair that hurts beyond either alone, with what the two take. */
export interface Found {
  readonly elements: readonly [Element, Element];
  readonly workloads: readonly PairWorkload[];
  readonly stores: readonly PairStore[];
}

/** Two faults, with what both have done together, and each alone. */
interface Tried {
  readonly elements: readonly [Element, Element];
  readonly both: Harm;
  readonly one: Harm;
  readonly other: Harm;
}

/** What two faults do together that neither does alone; undefined where that is nothing. */
export function foundOf({ workloads }: Scenario, stores: readonly string[], tried: Tried): Found | undefined {
  const found = {
    elements: tried.elements,
    workloads: workloads.map(({ name }, i) => workloadOf(name, i, tried)),
    stores: stores.flatMap((name, i) => storeOf(name, i, tried)),
  };
  return harms(found).size > 0 ? found : undefined;
}

function workloadOf(workload: string, at: number, { both, one, other }: Tried): PairWorkload {
  const [harm, a, b] = [both.workloads[at]!, one.workloads[at]!, other.workloads[at]!];
  const stays = isBeyond(harm.failed, a.failed, b.failed);
  const stops = isBeyond(harm.stopped, a.stopped, b.stopped);
  return { workload, hurts: stays ? 'never-back' : stops ? 'stops' : null, ...harm };
}

function storeOf(store: string, at: number, { both, one, other }: Tried): PairStore[] {
  const [harm, a, b] = [both.stores[at]!, one.stores[at]!, other.stores[at]!];
  if (isBeyond(harm.gone, a.gone, b.gone)) return [{ store, hurts: 'lost-for-good', share: harm.gone }];
  return isBeyond(harm.wrong, a.wrong, b.wrong) ? [{ store, hurts: 'left-wrong', share: harm.wrong }] : [];
}

/** Worst first, with those marked that a smaller pair makes anyway. */
export const withImplied = (found: readonly Found[]): KillingPair[] =>
  [...found]
    .sort((a, b) => badness(b) - badness(a))
    .map((one) => ({
      first: struck(one.elements[0].injection),
      second: struck(one.elements[1].injection),
      workloads: one.workloads,
      stores: one.stores,
      implied: found.some((other) => other !== one && covers(one, other)),
    }));

const struck = ({ class: faultClass, domain, fault }: Injection): Struck => ({ class: faultClass, domain, fault });

const badness = ({ workloads, stores }: Found): number =>
  Math.max(
    0,
    ...workloads.map(({ hurts, failed, stopped }) =>
      hurts === 'never-back' ? 2 + failed.share : hurts === 'stops' ? stopped.share : 0,
    ),
    ...stores.map(({ hurts, share }) => (hurts === 'lost-for-good' ? 3 : 1) + share.share),
  );

/** Whether the faults of `large` contain those of `small`, and it hurts nothing that `small` does not. */
function covers(large: Found, small: Found): boolean {
  const [a, b] = large.elements;
  const [c, d] = small.elements;
  const within = (isWithin(c, a) && isWithin(d, b)) || (isWithin(c, b) && isWithin(d, a));
  return within && [...harms(large)].every((harm) => harms(small).has(harm));
}

const harms = ({ workloads, stores }: Found): Set<string> =>
  new Set([
    ...workloads.flatMap(({ workload, hurts }) => (hurts === null ? [] : [`${workload} ${hurts}`])),
    ...stores.map(({ store, hurts }) => `${store} ${hurts}`),
  ]);
