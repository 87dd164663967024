import {
  Drill,
  type DrillResult,
  Explainer,
  type Explanation,
  parseDuration,
  type Result,
  type Scenario,
  topologyOf,
  type Variant,
} from '../../index.ts';

/** Replications that are searched for incidents to tell. */
const RUNS = 100;
/** So few drills of each fault bound a 95 % quantile from above, 95 % sure. */
const TIMES = 60;
const LOST_FOR = parseDuration('7d')!;

/** Typical and worst incidents of the same chances that a run had. */
export function incidentsOf(scenario: Scenario, { scenario: origin, seed, runs, yearsPerRun }: Result): Explanation {
  const explainer = new Explainer(scenario, { runs: Math.min(runs, RUNS), years: yearsPerRun, seed });
  while (explainer.step());
  return explainer.explanation(origin);
}

/** Drills for a page that tells of a run: what it says of disasters must not hang on what chance brought. */
export function drillsOf(scenario: Scenario, { scenario: origin, seed }: Result): DrillResult {
  const drill = new Drill(scenario, { times: TIMES, seed, lostFor: LOST_FOR, timelines: true });
  while (drill.step());
  return drill.result(origin);
}

/** To be played, not to be measured: a typical drill and a bad one are among so many. */
const FEW = 12;

/** What the page of a comparison plays of one of those compared, found step by step. */
export class Played {
  private readonly scenario: Scenario;
  private readonly origin: Result['scenario'];
  private readonly explainer: Explainer;
  private readonly drill: Drill;

  constructor(scenario: Scenario, { scenario: origin, seed, runs, yearsPerRun }: Result) {
    this.scenario = scenario;
    this.origin = origin;
    this.explainer = new Explainer(scenario, { runs: Math.min(runs, RUNS), years: yearsPerRun, seed });
    this.drill = new Drill(scenario, { times: FEW, seed, lostFor: LOST_FOR, timelines: true });
  }

  get done(): number {
    return this.explainer.done + this.drill.done;
  }

  get asked(): number {
    return this.explainer.asked + this.drill.asked;
  }

  step(): boolean {
    return this.explainer.step() || this.drill.step();
  }

  /** When all steps are taken. */
  variant(): Variant {
    return {
      topology: topologyOf(this.scenario),
      drill: this.drill.result(this.origin),
      explanation: this.explainer.explanation(this.origin),
    };
  }
}
