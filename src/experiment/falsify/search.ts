import { byCodeUnit, type Us } from '../../base/index.ts';
import { type FaultSchedule, labelOf, type Manner, type Strike, type Target } from './strike.ts';

/** How far a search goes. */
export interface Bounds {
  readonly targets: readonly Target[];
  /** Whether anything is judged about the loss of these. */
  readonly isJudged: (set: readonly Target[]) => boolean;
  /** Faults of a schedule at the most. */
  readonly maxFaults: number;
  /** Schedules tried at the most. */
  readonly tries: number;
  /** Moments at which each set of one or two faults is tried. */
  readonly moments: number;
  readonly from: Us;
  /** The first fault strikes within so long after `from`. */
  readonly within: Us;
  /** How long a fault lasts. */
  readonly lasts: Us;
  /** The next number of chance, from 0 to below 1. */
  readonly chance: () => number;
}

/** Sets of so many faults that were looked at, of all there are. */
export interface Searched {
  readonly faults: number;
  readonly sets: number;
  readonly of: number;
}

/** What a search has come to so far; it grows while it goes on. */
export interface Findings {
  /** The sets that break something, none of which holds another. */
  readonly found: FaultSchedule[];
  readonly searched: Searched[];
  tried: number;
}

/** Sets of one size, each with the schedules by which it is tried, one after the other until one breaks something. */
export interface Round {
  readonly faults: number;
  /** Sets of that size there are. */
  readonly of: number;
  readonly sets: readonly (readonly FaultSchedule[])[];
  /** Some of very many: the first that breaks something ends it. */
  readonly byChance: boolean;
}

/** Sets of so many faults and fewer are gone through one by one; larger ones by chance. */
const SYSTEMATIC = 2;

/** No fault at all, every single one, every pair, then larger sets by chance; of those about which anything is judged. */
export const roundOf = (faults: number, bounds: Bounds, { tried }: Pick<Findings, 'tried'>): Round =>
  faults <= SYSTEMATIC ? everySet(faults, bounds, tried) : someSets(faults, bounds, tried);

/** No more of them than the tries that are left could look at. */
function everySet(faults: number, bounds: Bounds, tried: number): Round {
  const sets = setsOf(faults, bounds.targets).filter((set) => faults === 0 || bounds.isJudged(set));
  const within = sets.slice(0, bounds.tries - tried);
  return { faults, of: sets.length, byChance: false, sets: within.map((set) => schedulesOf(set, bounds)) };
}

function setsOf(faults: number, targets: readonly Target[]): Target[][] {
  if (faults === 0) return [[]];
  if (faults === 1) return targets.map((target) => [target]);
  return targets.flatMap((one, i) => targets.slice(i + 1).map((other) => [one, other]));
}

/** Each manner at once; then at other moments, in other orders. */
function schedulesOf(set: readonly Target[], bounds: Bounds): FaultSchedule[] {
  if (set.length === 0) return [[]];
  const manners = mannersOf(set);
  const later = Array.from({ length: bounds.moments - 1 }, (_, i) => manners[(i + 1) % manners.length]!);
  return [
    ...manners.map((effects) => strikesOn(set, effects, 0, bounds)),
    ...later.map((effects, i) => strikesOn(set, effects, i + 1, bounds)),
  ];
}

/** Every manner of each together with every manner of the others. */
const mannersOf = (set: readonly Target[]): Manner[][] =>
  set.reduce<Manner[][]>((all, { effects }) => effects.flatMap((effect) => all.map((some) => [...some, effect])), [[]]);

/** Larger sets are too many: some by chance, as many of each size as the tries that are left allow. */
function someSets(faults: number, bounds: Bounds, tried: number): Round {
  const { targets, maxFaults, tries } = bounds;
  const of = choose(targets.length, faults);
  const share = of === 0 ? 0 : Math.ceil((tries - tried) / (maxFaults - faults + 1));
  const sets = Array.from({ length: share }, (_, i) => {
    const set = drawn(faults, bounds);
    const manners = mannersOf(set);
    return bounds.isJudged(set) ? [strikesOn(set, manners[i % manners.length]!, i, bounds)] : [];
  });
  return { faults, of, byChance: true, sets: sets.filter((one) => one.length > 0) };
}

function drawn(faults: number, { targets, chance }: Bounds): Target[] {
  const left = [...targets];
  const set = Array.from({ length: faults }, () => left.splice(Math.floor(chance() * left.length), 1)[0]!);
  return set.sort((a, b) => targets.indexOf(a) - targets.indexOf(b));
}

/** Sets of so many faults and fewer. */
export const setsUpTo = (faults: number, targets: number): number =>
  Array.from({ length: faults + 1 }, (_, k) => choose(targets, k)).reduce((sum, sets) => sum + sets, 0);

const choose = (n: number, k: number): number =>
  k > n ? 0 : Array.from({ length: k }).reduce((ways: number, _, i) => (ways * (n - i)) / (i + 1), 1);

/** At once, in order, the other way round, and so on; the first at a random instant, later ones a random while after. */
function strikesOn(
  set: readonly Target[],
  effects: readonly Manner[],
  moment: number,
  { from, within, lasts, chance }: Bounds,
): FaultSchedule {
  const strikes = set.map((target, i) => ({ target, effect: effects[i]! }));
  let at = (from + Math.floor(chance() * (within / SECOND)) * SECOND) as Us;
  const order = moment % 3 === 2 ? strikes.reverse() : strikes;
  return order.map((strike, i): Strike => {
    if (i > 0 && moment % 3 !== 0) at = (at + gap(lasts, chance())) as Us;
    return { ...strike, at, for: lasts };
  });
}

const SECOND = 1_000_000;
const LEAST_GAP = 60 * SECOND;

/** From a minute to half of how long faults last, every order of magnitude alike: they must overlap. */
const gap = (lasts: Us, u: number): number =>
  Math.round((LEAST_GAP * Math.max(1, lasts / 2 / LEAST_GAP) ** u) / SECOND) * SECOND;

const triesOn = (schedules: readonly FaultSchedule[], broke: number): number =>
  broke < 0 ? schedules.length : broke + 1;

/** Counts a round in, in the order of its sets, until the tries are spent: whoever tried what, it comes to the same. */
export function count(
  { faults, of, sets, byChance }: Round,
  broke: readonly number[],
  into: Findings,
  tries: number,
): void {
  const looked = new Set<string>();
  for (const [i, schedules] of sets.entries()) {
    const at = broke[i];
    if (at === undefined || into.tried >= tries) break;
    const needed = triesOn(schedules, at);
    const isWhole = into.tried + needed <= tries;
    into.tried = Math.min(tries, into.tried + needed);
    if (!isWhole) break;
    looked.add(byChance ? namesOf(schedules[0]!) : String(i));
    if (at >= 0) into.found.push(schedules[at]!);
    if (at >= 0 && byChance) break;
  }
  into.searched.push({ faults, sets: looked.size, of });
}

const namesOf = (schedule: FaultSchedule): string =>
  schedule
    .map(({ target }) => labelOf(target))
    .sort(byCodeUnit)
    .join(' ');
