import {
  Drill,
  Explainer,
  type Explanation,
  type Result,
  type Scenario,
  topologyOf,
  type Variant,
} from '../../index.ts';
import { LOST_FOR } from '../drilling.ts';

/** Replications that are searched for incidents to tell. */
const RUNS = 100;

/** Typical and worst incidents of the same chances that a run had. */
export function incidentsOf(scenario: Scenario, { scenario: origin, seed, runs, yearsPerRun }: Result): Explanation {
  const explainer = new Explainer(scenario, { runs: Math.min(runs, RUNS), years: yearsPerRun, seed });
  while (explainer.step());
  return explainer.explanation(origin);
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
