import type { Us } from '../../base/index.ts';
import type { Asking } from './shrink.ts';
import type { FaultSchedule, Strike, Target } from './strike.ts';

/** How far a search goes. */
export interface Bounds {
  readonly targets: readonly Target[];
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

/** Sets of so many faults and fewer are gone through one by one; larger ones by chance. */
const SYSTEMATIC = 2;

/**
 * Looks for sets of faults that break something: no fault at all, every single one, every pair, then larger sets by chance.
 * It ends with the first size at which something is found.
 */
export function* search(bounds: Bounds, findings: Findings): Asking<void> {
  for (let faults = 0; faults <= bounds.maxFaults; faults++) {
    if (faults <= SYSTEMATIC) yield* everySet(faults, bounds, findings);
    else yield* someSets(faults, bounds, findings);
    if (findings.found.length > 0 || findings.tried >= bounds.tries) return;
  }
}

function* everySet(faults: number, bounds: Bounds, findings: Findings): Asking<void> {
  const sets = setsOf(faults, bounds.targets);
  let done = 0;
  const note = (): number => findings.searched.push({ faults, sets: done, of: sets.length });
  for (const set of sets) {
    for (let moment = 0; moment < (faults === 0 ? 1 : bounds.moments); moment++) {
      if (findings.tried >= bounds.tries) return void note();
      findings.tried += 1;
      const schedule = strikesOn(set, moment, bounds);
      if (!(yield schedule)) continue;
      findings.found.push(schedule);
      break;
    }
    done += 1;
  }
  note();
}

function setsOf(faults: number, targets: readonly Target[]): Target[][] {
  if (faults === 0) return [[]];
  if (faults === 1) return targets.map((target) => [target]);
  return targets.flatMap((one, i) => targets.slice(i + 1).map((other) => [one, other]));
}

/** Larger sets are too many: some by chance, as many of each size as the tries that are left allow. */
function* someSets(faults: number, bounds: Bounds, findings: Findings): Asking<void> {
  const { targets, maxFaults, tries } = bounds;
  const of = choose(targets.length, faults);
  const share = Math.ceil((tries - findings.tried) / (maxFaults - faults + 1));
  const seen = new Set<string>();
  for (let i = 0; i < share && of > 0; i++) {
    const set = drawn(faults, bounds);
    seen.add(set.map((target) => targets.indexOf(target)).join(' '));
    findings.tried += 1;
    const schedule = strikesOn(set, i, bounds);
    if (yield schedule) {
      findings.found.push(schedule);
      break;
    }
  }
  findings.searched.push({ faults, sets: seen.size, of });
}

function drawn(faults: number, { targets, chance }: Bounds): Target[] {
  const left = [...targets];
  const set = Array.from({ length: faults }, () => left.splice(Math.floor(chance() * left.length), 1)[0]!);
  return set.sort((a, b) => targets.indexOf(a) - targets.indexOf(b));
}

const choose = (n: number, k: number): number =>
  k > n ? 0 : Array.from({ length: k }).reduce((ways: number, _, i) => (ways * (n - i)) / (i + 1), 1);

/** At once, in order, the other way round, and so on; the first at a random instant, later ones a random while after. */
function strikesOn(set: readonly Target[], moment: number, bounds: Bounds): FaultSchedule {
  const { from, within, lasts, chance } = bounds;
  const start = (from + Math.floor(chance() * (within / SECOND)) * SECOND) as Us;
  const order = moment % 3 === 2 ? [...set].reverse() : set;
  let at = start;
  return order.map((target, i): Strike => {
    if (i > 0 && moment % 3 !== 0) at = (at + gap(lasts, chance())) as Us;
    return { target, at, for: lasts, effect: 'silent' };
  });
}

const SECOND = 1_000_000;
const LEAST_GAP = 60 * SECOND;

/** From a minute to half of how long faults last, every order of magnitude alike: they must overlap. */
const gap = (lasts: Us, u: number): number =>
  Math.round((LEAST_GAP * Math.max(1, lasts / 2 / LEAST_GAP) ** u) / SECOND) * SECOND;
