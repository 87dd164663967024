import type { Collected } from '../../measures/index.ts';
import type { Model } from '../../scenario/index.ts';
import type { RunOptions, Stopping } from '../options.ts';
import type { Origin } from '../origin.ts';
import type { Spreading } from '../over-runs/over-runs.ts';
import type { Result } from '../result/index.ts';
import { VERSION } from '../version.ts';
import { byName } from './by-name.ts';
import { costOf } from './cost.ts';
import { countsOf } from './counts.ts';
import { fixFirstOf, kindsOf } from './fix-first.ts';
import { headroomOf } from './headroom.ts';
import { latencyOf } from './latency.ts';
import { judgeObjectives } from './objectives.ts';
import { slaOf } from './sla.ts';
import { summariseStore } from './stores.ts';
import { utilisationOf } from './utilisation.ts';
import { summariseWorkload } from './workloads.ts';

export interface Findings {
  readonly model: Model;
  readonly collected: Collected;
  readonly spreading: Spreading;
  readonly origin: Origin;
  readonly options: RunOptions;
  readonly asked: number;
  readonly stopping: Stopping;
  readonly traceHash: string;
}

/** Turns what has been collected into a result. */
export function summarise(findings: Findings): Result {
  const { model, collected, spreading, origin, options, asked, stopping, traceHash } = findings;
  const { scenario } = model;
  const years = collected.replications * options.years;
  const headroom = headroomOf(scenario);
  const workloads = scenario.workloads.map((spec, i) => {
    const parts = { spec, collected: collected.workloads[i]!, years, runs: collected.replications, model };
    return [
      spec.name,
      {
        ...summariseWorkload(parts),
        ...slaOf(scenario, spec),
        headroom: headroom.get(spec.name) ?? [],
        latencySeconds: latencyOf(scenario, spec),
        overRuns: spreading.of(i, collected),
      },
    ] as const;
  });
  const stores = model.world.stores.names.map(
    (name, i) =>
      [name, summariseStore(model, name, collected.stores[i]!, { years, runs: collected.replications })] as const,
  );
  const cost = costOf(scenario, byName(workloads));
  const utilisation = utilisationOf(scenario);
  return {
    hasim: VERSION,
    scenario: { name: scenario.name, ...origin },
    seed: options.seed,
    runs: collected.replications,
    runsAsked: asked,
    yearsPerRun: options.years,
    events: collected.events,
    traceHash,
    stopping,
    assumptions: scenario.assumptions,
    workloads: byName(workloads),
    fixFirst: fixFirstOf(byName(workloads), kindsOf(scenario.components)),
    stores: byName(stores),
    utilisation,
    counts: countsOf(model, collected, { years, runs: collected.replications }),
    cost,
    objectives: judgeObjectives(scenario, byName(workloads), byName(stores), cost, utilisation),
  };
}
