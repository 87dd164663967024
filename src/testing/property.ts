import * as fc from 'fast-check';
import {
  answered,
  FAULTS_FROM,
  type FaultSchedule,
  type Found,
  foundBy,
  type Judgement,
  judge,
  type Limit,
  RECOVERS_WITHIN,
  scheduleText,
  seedWord,
  shrink,
} from '../experiment/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { faultSchedules, fewestFaults } from './arbitrary.ts';
import { FaultsFound, foundMessage } from './message.ts';
import type { Looking } from './options.ts';

/** Up to 19 replications their worst counts. */
const QUANTILE = 0.95;

/**
 * Asserts that no schedule of faults breaks a limit.
 * @throws FaultsFound with the smallest schedule that does, what it breaks and by how much, and how to replay it
 */
export function assertLimits(name: string, scenario: Scenario, limits: readonly Limit[], looking: Looking): void {
  const { tries = 50, times = 5, seed = '1', faults = {}, file = 'scenario.yaml' } = looking;
  const judging = { seed, times, quantile: QUANTILE, rest: RECOVERS_WITHIN };
  const known = new Map<string, Judgement>();
  const judged = (schedule: FaultSchedule): Judgement => {
    const text = scheduleText(schedule);
    const judgement = known.get(text) ?? judge(scenario, schedule, limits, judging);
    known.set(text, judgement);
    return judgement;
  };
  const breaks = (schedule: FaultSchedule): boolean => judged(schedule).breaches.length > 0;
  const few = fewestFaults(scenario, faults).find(breaks);
  const failing = few ?? counterexample(scenario, (schedule) => !breaks(schedule), { tries, seed, faults });
  if (failing === undefined) return;
  const smallest = answered(shrink(failing, FAULTS_FROM), breaks);
  const found: Found = foundBy(smallest, judged(smallest));
  throw new FaultsFound(foundMessage(name, found, { tried: known.size, times, seed, file }), found);
}

/** What fast-check finds and shrinks. It is looked for from the same seed each time: a test must not be lucky. */
function counterexample(
  scenario: Scenario,
  holds: (schedule: FaultSchedule) => boolean,
  { tries, seed, faults }: Required<Pick<Looking, 'tries' | 'seed' | 'faults'>>,
): FaultSchedule | undefined {
  const details = fc.check(fc.property(faultSchedules(scenario, faults), holds), {
    seed: seedWord(seed),
    numRuns: tries,
  });
  if (details.errorInstance instanceof Error) throw details.errorInstance;
  return details.counterexample?.[0];
}
