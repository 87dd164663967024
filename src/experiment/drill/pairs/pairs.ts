import { DAY, formatDuration, SECOND, toSeconds, type Us } from '../../../base/index.ts';
import { empirical } from '../../../random/index.ts';
import type { Scenario } from '../../../scenario/index.ts';
import type { Portion } from '../../portion.ts';
import type { Ground, Injection } from '../injections/index.ts';
import type { DrillOutcome } from '../outcome.ts';
import { type DrillPart, outcomesOf, struckPart } from '../part.ts';
import { type Element, elementsOf, pairsOf } from './elements.ts';
import { type Found, foundOf, withImplied } from './found.ts';
import type { PairResult } from './result.ts';
import { type Harm, harmOf } from './tally.ts';

const AFTER_SOURCE =
  'assumption: while people still work on the first, or later that day; every order of magnitude alike';
const [SOONEST, LATEST] = [10 * SECOND, DAY];
const MOMENTS = 256;

/** When the second strikes after the first: from seconds to a day, evenly by the logarithm. */
const AFTER = empirical(
  Array.from({ length: MOMENTS }, (_, i) => Math.round(SOONEST * (LATEST / SOONEST) ** ((i + 0.5) / MOMENTS))),
);

export interface PairOptions {
  readonly seed: string;
  /** Drills of each pair, half in either order. */
  readonly times: number;
  /** A drill ends so long after the second. */
  readonly lostFor: Us;
}

/** Injects every pair of lasting faults, the second while the first lasts, and keeps those that hurt beyond either alone. */
export class PairDrill {
  readonly asked: number;
  private readonly scenario: Scenario;
  private readonly storeNames: readonly string[];
  private readonly options: PairOptions;
  private readonly elements: readonly Element[];
  private readonly pairs: readonly (readonly [Element, Element])[];
  private readonly alone = new Map<Element, Harm>();
  private readonly found: Found[] = [];
  private tried = 0;
  /** Of the fault or the pair at hand, in order; some are not there yet. */
  private outcomes: DrillOutcome[] = [];
  private counted = 0;

  /** `isMeant` says which faults one of the two must be. */
  constructor(ground: Ground, options: PairOptions, isMeant: (one: Injection) => boolean) {
    this.scenario = ground.scenario;
    this.storeNames = ground.world.stores.names;
    this.options = options;
    const all = pairsOf(elementsOf(ground)).filter(([a, b]) => isMeant(a.injection) || isMeant(b.injection));
    this.pairs = all;
    ground.notes
      .at('drill', 'second-fault')
      .assume(`${formatDuration(SOONEST as Us)} to ${formatDuration(LATEST as Us)}`, AFTER_SOURCE);
    this.elements = [...new Set(all.flat())];
    this.asked = (this.elements.length + this.pairs.length) * options.times;
  }

  get done(): number {
    return (this.alone.size + this.tried) * this.options.times + this.counted;
  }

  /** What is not drilled yet: every fault alone, then the pairs. */
  *portions(): Generator<Portion<DrillPart>> {
    for (const element of this.elements.slice(this.alone.size)) {
      yield* this.drills([[element]], (harm) => this.alone.set(element, harm));
    }
    for (const pair of this.pairs.slice(this.tried)) {
      yield* this.drills([pair, [pair[1], pair[0]]], (harm) => this.tell(pair, harm));
    }
  }

  /** Drills of faults in each of the orders, by turns; tells when all are done. */
  private *drills(orders: readonly (readonly Element[])[], tell: (harm: Harm) => void): Generator<Portion<DrillPart>> {
    const { seed, times, lostFor } = this.options;
    const step = orders.length;
    for (const [first, order] of orders.entries()) {
      const struck = struckPart(inOrder(order.map(({ injection }) => injection)));
      const count = Math.ceil((times - first) / step);
      const part: DrillPart = { kind: 'drills', seed, struck, lostFor, looks: [], first, step, count };
      if (count > 0) yield { part, of: 0, count: (tape) => this.count(part, tape, tell) };
    }
  }

  private count(part: DrillPart, tape: Float64Array, tell: (harm: Harm) => void): void {
    const { workloads } = this.scenario;
    for (const [i, outcome] of outcomesOf(part, tape, workloads.length, this.storeNames.length).entries()) {
      this.outcomes[part.first + i * part.step] = outcome;
    }
    this.counted += part.count;
    if (this.counted < this.options.times) return;
    const { outcomes } = this;
    this.outcomes = [];
    this.counted = 0;
    tell(harmOf(this.scenario, outcomes));
  }

  private tell([first, second]: readonly [Element, Element], both: Harm): void {
    const [one, other] = [this.alone.get(first)!, this.alone.get(second)!];
    const found = foundOf(this.scenario, this.storeNames, { elements: [first, second], both, one, other });
    if (found !== undefined) this.found.push(found);
    this.tried += 1;
  }

  result(): PairResult {
    return {
      times: this.options.times,
      afterSeconds: { soonest: toSeconds(SOONEST as Us), latest: toSeconds(LATEST as Us) },
      asked: this.pairs.length,
      done: this.tried,
      killing: withImplied(this.found),
    };
  }
}

/** The second strikes after the first, whenever that does. */
function inOrder([first, ...others]: readonly Injection[]): Pick<Injection, 'strikes' | 'domains'> {
  const [leader, ...led] = first!.strikes;
  const follows = { fault: leader.name, by: AFTER };
  const later = others.flatMap(({ strikes: [strike, ...more] }) => [{ ...strike, follows }, ...more]);
  return { strikes: [leader, ...led, ...later], domains: [first!, ...others].flatMap(({ domains }) => domains) };
}
