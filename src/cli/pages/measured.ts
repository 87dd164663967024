import {
  Drill,
  type DrillResult,
  Explainer,
  type Explanation,
  parseDuration,
  type Result,
  type Scenario,
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
