import * as fc from 'fast-check';
import type { Us } from '../base/index.ts';
import {
  FAULTS_FROM,
  type FaultSchedule,
  inOrder,
  type Manner,
  SPANS,
  type Strike,
  scheduleText,
  strikableOf,
  type Target,
} from '../experiment/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { durationOf, type Faults } from './options.ts';

const SECOND = 1_000_000;

/**
 * Schedules of faults over a scenario: what strikes, when, for how long. They shrink to fewer faults, to shorter ones, to
 * smaller things, and towards each other. Printed, a schedule is the YAML that replays it.
 */
export function faultSchedules(scenario: Scenario, faults: Faults = {}): fc.Arbitrary<FaultSchedule> {
  const { most = 2, within = '7d', longest = '7d' } = faults;
  const targets = targetsFor(scenario, faults);
  const start = fc.integer({ min: 0, max: Math.floor(durationOf(within, 'within') / SECOND) });
  const strikes = fc.array(strike(targets, durationOf(longest, 'longest')), { maxLength: most, size: 'max' });
  return fc.tuple(start, strikes).map(([seconds, gaps]) => printed(placed(seconds, gaps)));
}

/** What is struck. An error where nothing is left: a property about nothing always holds. */
export function targetsFor(scenario: Scenario, { only, except = [], scope = 'zone' }: Faults): readonly Target[] {
  const { targets, all } = strikableOf(scenario, { only, except, scope });
  if (targets.length > 0) return targets;
  throw new TypeError(`faults: nothing is left to be struck; there are ${all.join(', ')}`);
}

/** Pairs at the most: of very many, some by chance. */
const MOST_PAIRS = 300;

/** No fault, every single one in each of its manners, and every pair of them at once: where few faults do, chance need not find them. */
export function fewestFaults(scenario: Scenario, faults: Faults): readonly FaultSchedule[] {
  const { most = 2, longest = '7d' } = faults;
  const targets = targetsFor(scenario, faults);
  const gap = { after: 0 as Us, lasts: durationOf(longest, 'longest') };
  const single = targets.flatMap((target) => target.effects.map((effect) => [{ target, effect }]));
  const usual = targets.map((target) => ({ target, effect: target.effects[0]! }));
  const sets = [[], ...single, ...pairsOf(usual).slice(0, MOST_PAIRS)];
  return sets
    .filter((set) => set.length <= most)
    .map((set) =>
      placed(
        0,
        set.map((struck) => ({ ...struck, ...gap })),
      ),
    );
}

type Struck = Pick<Gap, 'target' | 'effect'>;

const pairsOf = (targets: readonly Struck[]): Struck[][] =>
  targets.flatMap((one, i) => targets.slice(i + 1).map((other) => [one, other]));

interface Gap {
  readonly target: Target;
  /** From the fault before. */
  readonly after: Us;
  readonly lasts: Us;
  readonly effect: Manner;
}

/** The first of each list is what a failure shrinks to. */
function strike(targets: readonly Target[], longest: Us): fc.Arbitrary<Gap> {
  const spans = [...SPANS.filter((span) => span < longest), longest];
  // Most faults last: short ones that happen to meet are rare.
  const lasting = spans.map(() => longest);
  return fc
    .record({
      struck: fc.constantFrom(...targets.flatMap((target) => target.effects.map((effect) => ({ target, effect })))),
      after: fc.constantFrom(0 as Us, 0 as Us, 0 as Us, ...spans.filter((span) => span <= longest / 2)),
      lasts: fc.constantFrom(...spans, ...lasting),
    })
    .map(({ struck, ...gap }): Gap => ({ ...struck, ...gap }));
}

function placed(seconds: number, gaps: readonly Gap[]): FaultSchedule {
  let at = FAULTS_FROM + seconds * SECOND;
  const strikes = gaps.map(({ target, after, lasts, effect }, i): Strike => {
    if (i > 0) at += after;
    return { target, at: at as Us, for: lasts, effect };
  });
  return inOrder(strikes);
}

/** Lets fast-check print a schedule as what replays it. */
const printed = (schedule: FaultSchedule): FaultSchedule =>
  Object.defineProperty([...schedule], fc.toStringMethod, { value: () => `\n${scheduleText(schedule)}` });
