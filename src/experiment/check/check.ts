import { toSeconds, type Us } from '../../base/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Standards } from '../../standards/index.ts';
import { Drill, type DrillResult } from '../drill/index.ts';
import type { Origin } from '../origin.ts';
import type { Portion } from '../portion.ts';
import type { JudgedObjective, ObjectiveResult, Result, Verdict } from '../result/index.ts';
import { Experiment } from '../run.ts';
import { byName } from '../summary/by-name.ts';
import { MINUTES_PER_YEAR } from '../summary/estimates.ts';
import { VERSION } from '../version.ts';
import { checkedDrill, type Measured } from './measured.ts';
import type { CheckResult } from './result.ts';

export interface CheckOptions {
  readonly runs: number;
  readonly years: number;
  readonly seed: string;
  /** Drills of each fault. */
  readonly times: number;
  readonly lostFor: Us;
  /** By what edition and profile it is judged; as the scenario says unless given. */
  readonly standards?: Standards;
  /** Tell the typical and the worst drill of each fault step by step, of so many faults at the most: for whoever wants to see more than verdicts. */
  readonly toldAtMost?: number;
}

/** Measures what the objectives of a scenario ask for, by runs and by drills, and judges it on bounds. */
export class Check {
  private readonly scenario: Scenario;
  private readonly options: CheckOptions;
  private readonly experiment: Experiment | undefined;
  private readonly drills: readonly Drill[];

  constructor(scenario: Scenario, options: CheckOptions) {
    this.scenario = scenario;
    this.options = options;
    const kinds = new Set(scenario.objectives.map(({ kind }) => kind));
    this.experiment = OF_RUNS.some((kind) => kinds.has(kind)) ? new Experiment(scenario, options) : undefined;
    this.drills = drillsOf(scenario, options);
  }

  private get parts(): readonly (Experiment | Drill)[] {
    return this.experiment === undefined ? this.drills : [this.experiment, ...this.drills];
  }

  get asked(): number {
    return this.parts.reduce((sum, part) => sum + part.asked, 0);
  }

  get done(): number {
    return this.parts.reduce((sum, part) => sum + part.done, 0);
  }

  /** All that is not counted yet. */
  *portions(): Generator<Portion> {
    for (const part of this.parts) yield* part.portions();
  }

  /** Some more of it; false when nothing is left to do. */
  step(): boolean {
    return this.parts.some((part) => part.step());
  }

  /** The drills that the verdict rests on, where every fault was drilled; undefined where objectives ask about some of them alone, or none. */
  drilled(origin: Origin): DrillResult | undefined {
    const whole = this.drills.find(({ fault }) => fault === undefined);
    return whole?.result(origin);
  }

  /** Tells one more of the faults that have been drilled, where that was asked for, though not all is done; false when none is left. */
  tellOn(): boolean {
    return this.drills.some((drill) => drill.tellOn());
  }

  /** Whether anything can be said: of objectives that ask for runs, not before some are finished. */
  get saysAnything(): boolean {
    return this.experiment === undefined ? this.finished.faults.done > 0 : this.experiment.done > 0;
  }

  private get finished(): NonNullable<CheckResult['interrupted']> {
    const { experiment, drills } = this;
    return {
      runs: experiment === undefined ? null : { done: experiment.done, asked: experiment.asked },
      faults: {
        done: drills.reduce((sum, drill) => sum + drill.faultsDone, 0),
        asked: drills.reduce((sum, drill) => sum + drill.faultsAsked, 0),
      },
    };
  }

  /** Of a check that was interrupted, what is finished: only what is missed is sure then. */
  result(origin: Origin, interrupted = false): CheckResult {
    const run = interrupted ? this.experiment?.resultOfDone(origin) : this.experiment?.result(origin);
    const counted = run?.objectives.filter(({ objective }) => isOfRuns(objective));
    const drills = this.drills.map((drill) => drill.result(origin));
    // Each drill judges every objective; it counts where the scope was drilled.
    const drilled = drills.flatMap((drill) =>
      drill.objectives.filter((row) => drill.fault === null || (row.scope ?? 'damage') === drill.fault),
    );
    const objectives = [...(counted ?? []).map(ofRun), ...drilled];
    const whole = drills.find(({ fault }) => fault === null);
    const { runs, years, seed, times, lostFor } = this.options;
    return {
      hasim: VERSION,
      scenario: { name: this.scenario.name, ...origin },
      seed,
      runs: run?.runs ?? runs,
      yearsPerRun: years,
      times,
      lostForSeconds: toSeconds(lostFor),
      measured: {
        workloads: run === undefined ? {} : this.workloadsOf(run),
        drills: this.drills.flatMap((drill, i) =>
          drills[i]!.rows.map((row) => checkedDrill(row, drill.longestOf(row)!)),
        ),
      },
      objectives,
      standard: whole?.standard ?? null,
      verdict: interrupted ? unlessMissed(overall(objectives)) : overall(objectives),
      ...(interrupted && { interrupted: this.finished }),
    };
  }

  private workloadsOf({ workloads }: Result): Measured['workloads'] {
    const blocks = this.experiment?.downByBlock ?? [];
    return byName(
      this.scenario.workloads.map(({ name }, i) => [
        name,
        {
          downtimeMinutesPerYear: workloads[name]!.downtimeMinutesPerYear,
          minutesByBlock: blocks.map((block) => block[i]! * MINUTES_PER_YEAR),
        },
      ]),
    );
  }
}

/** Objectives that a run judges. */
const OF_RUNS = ['availability', 'reserve', 'cost'] as const;

/** A standard asks about every disaster, and what documents promise is compared by it: then all are drilled; else only those that an objective is about. */
function drillsOf(scenario: Scenario, options: CheckOptions): readonly Drill[] {
  const kept = { ...options, longest: true };
  const promised = scenario.declared.documented.length > 0;
  const all = promised || options.standards?.profile !== undefined || scenario.objectives.some(asksForStandard);
  if (all) return [new Drill(scenario, { ...kept, timelines: options.toldAtMost !== undefined })];
  const faults = new Set(scenario.objectives.flatMap(drilledBy));
  return [...faults].map((fault) => new Drill(scenario, { ...kept, fault }));
}

const asksForStandard = ({ kind }: Scenario['objectives'][number]): boolean => kind === 'tier' || kind === 'profile';

/** Which drills show what an objective asks. */
function drilledBy(objective: Scenario['objectives'][number]): string[] {
  if (objective.kind === 'site-lost') return [objective.scope];
  return objective.kind === 'data-damaged' ? ['damage'] : [];
}

const isOfRuns = (objective: string): boolean => OF_RUNS.some((kind) => kind === objective.split(' ')[0]);

/** What a run judges needs no drill. */
const ofRun = ({ seen: _seen, verdict, ...row }: ObjectiveResult): JudgedObjective => ({
  ...row,
  verdict: verdict === 'needs-drill' ? 'undecided' : verdict,
});

const unlessMissed = (verdict: Verdict): Verdict => (verdict === 'missed' ? 'missed' : 'undecided');

/** One missed objective fails the whole; one undecided leaves it open. */
function overall(objectives: readonly JudgedObjective[]): Verdict {
  if (objectives.some(({ verdict }) => verdict === 'missed')) return 'missed';
  return objectives.some(({ verdict }) => verdict === 'undecided') ? 'undecided' : 'met';
}
