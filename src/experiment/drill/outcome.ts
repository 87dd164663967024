import type { Tape } from '../../measures/index.ts';
import { PHASE_COUNT, type SourceId } from '../../model/index.ts';

/** Where up-gaps stand among the phases. */
export const FLAP = PHASE_COUNT;

/** What one drill did to the users of a workload; times in microseconds of the drill. */
export interface WorkloadOutcome {
  /** The first loss of the level, and the last recovery; negative: none. */
  began: number;
  ended: number;
  /** It was still down when the drill ended. */
  failed: boolean;
  /** The lowest share served from the strike on. */
  least: number;
  /** Downtime by phase; what lay between two losses stands last. */
  readonly phases: Float64Array;
  /** The share served at the instants of {@link Samples}; empty where nobody asked. */
  readonly served: Float32Array;
}

/** What one drill did to a store. */
export interface StoreOutcome {
  /** The oldest point that something was taken back to, microseconds; negative: nothing took over or was restored. */
  age: number;
  writesLost: number;
  orphaned: number;
  /** Good writes acknowledged after a damage, thrown away with it by going back. */
  discarded: number;
  /** No copy and no backup was left. */
  gone: boolean;
  /** Wrong data were still there when the drill ended. */
  wrong: boolean;
  /** Its data were gone from it when the drill ended: what backups there may be nobody has restored. */
  empty: boolean;
  /** It answered reads when the drill ended: what it holds is there. */
  answers: boolean;
  /** Its users had gone on in another store that nothing gives what it holds. */
  left: boolean;
}

/** All that one drill came to. */
export interface DrillOutcome {
  /** When the first fault struck; negative: it did not. */
  struckAt: number;
  source: SourceId;
  /** When people first began a plan, were asked by one, or began to switch a product by hand; and when a plan of automation did; negative: none did. */
  people: number;
  automation: number;
  readonly workloads: readonly WorkloadOutcome[];
  readonly stores: readonly StoreOutcome[];
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

/** A drill in which nothing has happened yet. */
export const untouched = (workloads: number, stores: number, samples: number): DrillOutcome => ({
  struckAt: -1,
  source: -1,
  people: -1,
  automation: -1,
  workloads: times(workloads, () => ({
    began: -1,
    ended: -1,
    failed: false,
    least: 1,
    phases: new Float64Array(PHASE_COUNT + 1),
    served: new Float32Array(samples),
  })),
  stores: times(stores, () => ({
    age: -1,
    writesLost: 0,
    orphaned: 0,
    discarded: 0,
    gone: false,
    wrong: false,
    empty: false,
    answers: false,
    left: false,
  })),
});

/** To or from a tape; one that is read into has room for as many workloads, stores and samples. */
export function codeOutcome(tape: Tape, outcome: DrillOutcome): void {
  outcome.struckAt = tape.number(outcome.struckAt);
  outcome.source = tape.number(outcome.source) as SourceId;
  outcome.people = tape.number(outcome.people);
  outcome.automation = tape.number(outcome.automation);
  for (const workload of outcome.workloads) codeWorkload(tape, workload);
  for (const store of outcome.stores) codeStore(tape, store);
}

function codeWorkload(tape: Tape, outcome: WorkloadOutcome): void {
  outcome.began = tape.number(outcome.began);
  outcome.ended = tape.number(outcome.ended);
  outcome.failed = codeFlag(tape, outcome.failed);
  outcome.least = tape.number(outcome.least);
  for (const values of [outcome.phases, outcome.served]) {
    for (let i = 0; i < values.length; i++) values[i] = tape.number(values[i]!);
  }
}

function codeStore(tape: Tape, outcome: StoreOutcome): void {
  outcome.age = tape.number(outcome.age);
  outcome.writesLost = tape.number(outcome.writesLost);
  outcome.orphaned = tape.number(outcome.orphaned);
  outcome.discarded = tape.number(outcome.discarded);
  outcome.gone = codeFlag(tape, outcome.gone);
  outcome.wrong = codeFlag(tape, outcome.wrong);
  outcome.empty = codeFlag(tape, outcome.empty);
  outcome.answers = codeFlag(tape, outcome.answers);
  outcome.left = codeFlag(tape, outcome.left);
}

const codeFlag = (tape: Tape, flag: boolean): boolean => tape.number(flag ? 1 : 0) === 1;

/** How long until service was back for good: 0 where nobody noticed, endless where it was not. */
export function recoveryTime({ began, ended, failed }: WorkloadOutcome): number {
  if (failed) return Number.POSITIVE_INFINITY;
  return began < 0 ? 0 : ended - began;
}

/** Downtime in all, up-gaps left out. */
export function downtime({ phases }: WorkloadOutcome): number {
  let down = 0;
  for (let phase = 0; phase < PHASE_COUNT; phase++) down += phases[phase]!;
  return down;
}
