import { HOUR, toSeconds, type Us } from '../../base/index.ts';
import type { Key } from '../../random/index.ts';
import { compileScenario, type Scenario } from '../../scenario/index.ts';
import { gather } from '../gather.ts';
import { blank } from '../replication.ts';
import { Chronicle } from '../timeline.ts';
import { looksBetween, lookThrough } from '../topology/index.ts';
import { type DrillOutcome, recoveryTime, type WorkloadOutcome } from './outcome.ts';
import { DRILL_PHASES } from './row.ts';
import { Teller } from './teller.ts';
import type { DrillTimeline, ToldWorkload } from './timeline.ts';

/** A drill is told from so long before the strike, and until so long after the last recovery. */
const BEFORE = 60_000_000;
const AFTER = 120_000_000;
/** Nobody was hurt: what was done about the loss is told so long. */
const UNHURT = HOUR;
/** More lines tell nobody more. */
const MOST_LINES = 400;

type Told = DrillTimeline['of'][number];

/** A drill that is told, and whose typical or worst one it is. */
export interface Chosen {
  readonly drill: number;
  readonly outcome: DrillOutcome;
  readonly of: readonly Told[];
}

/** The typical and the worst drill of each workload; where none was hurt, one. */
export function chosenOf({ workloads }: Scenario, outcomes: readonly DrillOutcome[]): Chosen[] {
  const hurt = workloads.flatMap((_, at) => (outcomes.some((one) => one.workloads[at]!.began >= 0) ? [at] : []));
  const told = new Map<number, Told[]>();
  const add = (drill: number, one: Told): void => void told.set(drill, [...(told.get(drill) ?? []), one]);
  if (hurt.length === 0) add(0, { workload: workloads[0]!.name, which: 'typical' });
  for (const at of hurt) {
    const ranked = rankedBy(at, outcomes);
    const workload = workloads[at]!.name;
    add(ranked[Math.ceil(ranked.length / 2) - 1]!, { workload, which: 'typical' });
    add(ranked.at(-1)!, { workload, which: 'worst' });
  }
  return [...told].map(([drill, of]) => ({ drill, outcome: outcomes[drill]!, of }));
}

/** Drills by how long recovery took; of equal ones the first stands last, so that the worst is the first of its kind. */
function rankedBy(workload: number, outcomes: readonly DrillOutcome[]): number[] {
  const times = outcomes.map(({ workloads }) => recoveryTime(workloads[workload]!));
  return [...times.keys()].sort((a, b) => (times[a]! === times[b]! ? b - a : times[a]! - times[b]!));
}

/** What drills were done on. */
interface Ground {
  readonly scenario: Scenario;
  readonly master: Key;
  readonly lostFor: Us;
}

/** Runs a drill again and tells it step by step. */
export function tell({ scenario, master, lostFor }: Ground, { drill, outcome, of }: Chosen): DrillTimeline {
  const zero = outcome.struckAt as Us;
  const end = (zero + lostFor) as Us;
  const until = Math.min(end, untilOf(outcome, end)) as Us;
  const teller = replay(scenario, master, drill, outcome, until);
  const lines = gather(teller.chronicle.told, teller.parts);
  const at = (time: number): number => toSeconds((time - zero) as Us);
  return {
    drill,
    of,
    struck: toSeconds(zero),
    until: at(until),
    workloads: scenario.workloads.map(({ name }, i) => ({
      ...fared(name, outcome.workloads[i]!, at),
      spans: teller.tracks[i]!.spans,
      served: teller.tracks[i]!.served,
    })),
    exposures: teller.copies.told,
    flows: teller.streams.changed,
    lines: lines.slice(0, MOST_LINES),
    leftOut: Math.max(0, lines.length - MOST_LINES),
  };
}

function fared(
  workload: string,
  outcome: WorkloadOutcome,
  at: (time: number) => number,
): Omit<ToldWorkload, 'spans' | 'served'> {
  const { began, ended, failed, phases } = outcome;
  const spent = DRILL_PHASES.map((name, phase) => [name, toSeconds(phases[phase]! as Us)] as const);
  return {
    workload,
    lostAt: began < 0 ? null : at(began),
    backAt: began < 0 || failed ? null : at(ended),
    rtoSeconds: failed ? null : toSeconds(recoveryTime(outcome) as Us),
    phases: Object.fromEntries(spent) as ToldWorkload['phases'],
  };
}

/** To the last recovery and a little on; to the end where service was not back. */
function untilOf({ struckAt, workloads }: DrillOutcome, end: Us): number {
  if (workloads.some(({ failed }) => failed)) return end;
  const last = Math.max(...workloads.map(({ ended }) => ended));
  return last < 0 ? struckAt + UNHURT : last + AFTER;
}

/** Runs a drill again up to an instant. */
function replay(scenario: Scenario, master: Key, drill: number, outcome: DrillOutcome, until: Us): Teller {
  const model = compileScenario(scenario, { brief: true });
  const { struckAt, source } = outcome;
  const zero = struckAt as Us;
  const from = Math.max(0, struckAt - BEFORE) as Us;
  const teller = new Teller(model, new Chronicle(model, { from, to: until, zero, cause: source }), from, zero);
  model.replication = drill;
  model.meter.begin(blank(model));
  model.world.begin(model.simulation, master, drill);
  lookThrough(model, looksBetween(from, zero, until), teller);
  for (const track of teller.tracks) track.lost(toSeconds((until - zero) as Us), undefined);
  return teller;
}
