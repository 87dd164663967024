import { DAY, formatDuration, SECOND, toSeconds, type Us } from '../../../base/index.ts';
import { empirical, type Key, masterKey } from '../../../random/index.ts';
import { calm, type Scenario } from '../../../scenario/index.ts';
import { type Ground, type Injection, STRIKES_FROM, STRIKES_WITHIN, struckBy } from '../injections/index.ts';
import type { DrillOutcome } from '../outcome.ts';
import { DrillWatch } from '../watch.ts';
import { type Element, elementsOf, pairsOf } from './elements.ts';
import { type Found, foundOf, withImplied } from './found.ts';
import type { PairResult } from './result.ts';
import { type Harm, harmOf } from './tally.ts';

const AFTER_SOURCE =
  'assumption: while people still work on the first, or later that day; every order of magnitude alike';
const [SOONEST, LATEST] = [10 * SECOND, DAY];
const MOMENTS = 256;
const AT_A_TIME = 50;

/** When the second strikes after the first: from seconds to a day, evenly by the logarithm. */
const AFTER = empirical(
  Array.from({ length: MOMENTS }, (_, i) => Math.round(SOONEST * (LATEST / SOONEST) ** ((i + 0.5) / MOMENTS))),
);

export interface PairOptions {
  readonly seed: string;
  /** Drills of each pair, half in either order. */
  readonly times: number;
  readonly lostFor: Us;
}

/** Injects every pair of lasting faults, the second while the first lasts, and keeps those that hurt beyond either alone. */
export class PairDrill {
  readonly asked: number;
  private readonly scenario: Scenario;
  private readonly storeNames: readonly string[];
  private readonly still: Scenario;
  private readonly options: PairOptions;
  private readonly master: Key;
  private readonly end: Us;
  private readonly elements: readonly Element[];
  private readonly pairs: readonly (readonly [Element, Element])[];
  private readonly alone = new Map<Element, Harm>();
  private readonly found: Found[] = [];
  private tried = 0;
  /** Of the fault or the pair at hand. */
  private current: { readonly watches: readonly DrillWatch[]; readonly outcomes: DrillOutcome[] } | undefined;

  /** `isMeant` says which faults one of the two must be. */
  constructor(ground: Ground, options: PairOptions, isMeant: (one: Injection) => boolean) {
    this.scenario = ground.scenario;
    this.storeNames = ground.world.stores.names;
    this.still = calm(ground.scenario);
    this.options = options;
    this.master = masterKey(options.seed);
    this.end = (STRIKES_FROM + STRIKES_WITHIN + LATEST + options.lostFor) as Us;
    const all = pairsOf(elementsOf(ground)).filter(([a, b]) => isMeant(a.injection) || isMeant(b.injection));
    this.pairs = all;
    ground.notes
      .at('drill', 'second-fault')
      .assume(`${formatDuration(SOONEST as Us)} to ${formatDuration(LATEST as Us)}`, AFTER_SOURCE);
    this.elements = [...new Set(all.flat())];
    this.asked = (this.elements.length + this.pairs.length) * options.times;
  }

  get done(): number {
    return (this.alone.size + this.tried) * this.options.times + (this.current?.outcomes.length ?? 0);
  }

  /** Some more drills of one fault alone, or of one pair; false when nothing is left to do. */
  step(): boolean {
    const element = this.elements[this.alone.size];
    const pair = this.pairs[this.tried];
    if (element !== undefined) this.advance([[element]], (harm) => this.alone.set(element, harm));
    else if (pair !== undefined) this.advance([pair, [pair[1], pair[0]]], (harm) => this.tell(pair, harm));
    return this.done < this.asked;
  }

  /** Drills faults in each of the orders, by turns; tells when all are done. */
  private advance(orders: readonly (readonly Element[])[], tell: (harm: Harm) => void): void {
    this.current ??= { watches: orders.map((order) => this.watch(order)), outcomes: [] };
    const { watches, outcomes } = this.current;
    const until = Math.min(this.options.times, outcomes.length + AT_A_TIME);
    for (let index = outcomes.length; index < until; index++) {
      outcomes.push(watches[index % watches.length]!.run(this.master, index));
    }
    if (until < this.options.times) return;
    this.current = undefined;
    tell(harmOf(this.scenario, outcomes));
  }

  private watch(order: readonly Element[]): DrillWatch {
    return new DrillWatch(struckBy(this.still, inOrder(order.map(({ injection }) => injection))), this.end);
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
