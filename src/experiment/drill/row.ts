import type { Us } from '../../base/index.ts';
import { toSeconds } from '../../base/index.ts';
import { PHASE_COUNT, PHASE_NAMES } from '../../model/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Bounds } from '../result/index.ts';
import { type DrillOutcome, recoveryTime, type StoreOutcome, type WorkloadOutcome } from './outcome.ts';
import type { DrillStore, DrillWorkload } from './result.ts';
import { amountsOf, ascending, meanOf, medianOf, shareOf, spreadOf, timesOf } from './spreads.ts';
import type { DrillPhase } from './timeline.ts';

/** In the order of {@link WorkloadOutcome.phases}. */
export const DRILL_PHASES: readonly DrillPhase[] = [...PHASE_NAMES, 'flap'];

type Workload = Scenario['workloads'][number];

/** What the drills of one fault did to the users of one workload. */
export function workloadOf({ name, blip }: Workload, at: number, outcomes: readonly DrillOutcome[]): DrillWorkload {
  const seen = outcomes.map(({ workloads }) => workloads[at]!);
  const back = seen.filter(({ failed }) => !failed);
  const failed = seen.length - back.length;
  const masked = seen.filter(({ began }) => began < 0).length;
  const recovered = outcomes.filter(({ workloads }) => workloads[at]!.began >= 0 && !workloads[at]!.failed);
  const isBy = (start: number, one: DrillOutcome): boolean => start >= 0 && start < one.workloads[at]!.ended;
  const people = recovered.filter((one) => isBy(one.people, one)).length;
  const automation = recovered.filter((one) => !isBy(one.people, one) && isBy(one.automation, one)).length;
  const itself = recovered.length - people - automation;
  const lowest = ascending(seen.map(({ least }) => least));
  const counted = (count: number): Bounds => timesOf(count, seen.length);
  return {
    workload: name,
    masked,
    failed: shareOf(failed, seen.length),
    stopped: shareOf(seen.filter((one) => one.began >= 0 && recoveryTime(one) >= blip).length, seen.length),
    rtoSeconds: spreadOf(back.map(recoveryTime), { never: failed }),
    servedAtWorst: lowest[0]!,
    servedTypically: lowest[Math.ceil(lowest.length / 2) - 1]!,
    phases: meanPhases(seen),
    phaseSeconds: byPhase((phase) => amountsOf(back.map(({ phases }) => toSeconds(phases[phase]! as Us)))),
    ifPerfect: byPhase((phase) => without(phase, back)),
    recoveredBy: { people, automation, itself },
    intervals: {
      masked: counted(masked),
      servedTypically: medianOf(lowest),
      phases: phaseBounds(seen),
      recoveredBy: { people: counted(people), automation: counted(automation), itself: counted(itself) },
    },
  };
}

const byPhase = <T>(of: (phase: number) => T): Readonly<Record<DrillPhase, T>> =>
  Object.fromEntries(DRILL_PHASES.map((name, phase) => [name, of(phase)])) as Record<DrillPhase, T>;

/** Recovery times less what one phase took, all else as it was. */
function without(phase: number, back: readonly WorkloadOutcome[]): DrillWorkload['ifPerfect'][DrillPhase] {
  const left = back.map((one) => toSeconds((recoveryTime(one) - one.phases[phase]!) as Us));
  const { max: _, ...amounts } = amountsOf(left);
  return amounts;
}

const meanPhases = (seen: readonly WorkloadOutcome[]): DrillWorkload['phases'] =>
  Object.fromEntries(
    PHASE_NAMES.slice(0, PHASE_COUNT).map((name, phase) => [
      name,
      toSeconds(seen.reduce((sum, { phases }) => sum + phases[phase]!, 0) as Us) / seen.length,
    ]),
  ) as DrillWorkload['phases'];

const phaseBounds = (seen: readonly WorkloadOutcome[]): DrillWorkload['intervals']['phases'] =>
  Object.fromEntries(
    PHASE_NAMES.slice(0, PHASE_COUNT).map((name, phase) => [
      name,
      meanOf(seen.map(({ phases }) => toSeconds(phases[phase]! as Us))),
    ]),
  ) as DrillWorkload['intervals']['phases'];

/** What they did to one store; nothing where nothing took over and nothing was lost for good. */
export function storeOf(store: string, at: number, outcomes: readonly DrillOutcome[]): DrillStore[] {
  const seen = outcomes.map(({ stores }) => stores[at]!);
  const taken = seen.filter(({ age }) => age >= 0);
  const lostForGood = seen.filter(({ gone }) => gone).length;
  const leftWrong = seen.filter(({ wrong }) => wrong).length;
  if (taken.length === 0 && lostForGood === 0 && leftWrong === 0) return [];
  const mean = (of: (one: StoreOutcome) => number): number => seen.reduce((sum, one) => sum + of(one), 0) / seen.length;
  const rpo = spreadOf(taken.map(({ age }) => age));
  const clean = taken.filter(isClean).length;
  const amounts = (of: (one: StoreOutcome) => number): number[] => seen.map(of);
  const [lost, orphaned, discarded] = [
    amounts((one) => one.writesLost),
    amounts((one) => one.orphaned),
    amounts((one) => one.discarded),
  ];
  const counted = (count: number): Bounds => timesOf(count, seen.length);
  return [
    {
      store,
      rpoSeconds: rpo,
      writesLost: mean((one) => one.writesLost),
      orphaned: mean((one) => one.orphaned),
      discarded: mean((one) => one.discarded),
      writesLostSpread: amountsOf(lost),
      orphanedSpread: amountsOf(orphaned),
      discardedSpread: amountsOf(discarded),
      clean,
      lostForGood,
      leftWrong,
      intervals: {
        writesLost: meanOf(lost),
        orphaned: meanOf(orphaned),
        discarded: meanOf(discarded),
        clean: counted(clean),
        lostForGood: counted(lostForGood),
        leftWrong: counted(leftWrong),
      },
    },
  ];
}

/** It left no acknowledged write behind: none before a damage, and none after it. */
const isClean = ({ age, writesLost, discarded }: StoreOutcome): boolean =>
  age === 0 && writesLost === 0 && discarded === 0;
