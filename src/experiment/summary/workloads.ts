import { toSeconds } from '../../base/index.ts';
import { type Domains, Tally, type WorkloadCollected } from '../../measures/index.ts';
import type { Model, Scenario } from '../../scenario/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { RecoveryByClass, WorkloadResult } from '../result/index.ts';
import { amountBounds, leftover, rateBounds, type Simulated, shareBounds, totalOf } from './bounds.ts';
import { causesOf, phasesOf } from './causes.ts';
import { censoredSpread, complement, estimate, MINUTES_PER_YEAR, US_PER_YEAR } from './estimates.ts';
import { waitsOf } from './waits.ts';
import { worstFirst } from './worst-first.ts';

export interface WorkloadParts {
  readonly spec: Scenario['workloads'][number];
  readonly collected: WorkloadCollected;
  readonly years: number;
  readonly runs: number;
  readonly model: Model;
}

type Answers = Pick<WorkloadResult['availability'], 'rightAnswers' | 'servedWrong'>;
type Measured = Omit<WorkloadResult, 'slaProduct' | 'slaParts' | 'headroom' | 'latencySeconds' | 'overRuns'>;

export function summariseWorkload({ spec, collected, years, runs, model }: WorkloadParts): Measured {
  const { unserved, down, planned, unplanned, incidentRate } = collected;
  const simulated = { years, runs };
  const causes = causesOf(collected, simulated, model, toSeconds(spec.blip));
  const phases = phasesOf(collected, simulated);
  const alone = withoutChanges(collected, years, model);
  return {
    availability: {
      requests: complement(estimate(unserved, 1, years)),
      time: complement(estimate(down, 1, years)),
      ...answers(collected, years, model),
      planned:
        planned.mean > 0
          ? estimate(planned, 1, years)
          : { mean: 0, low: 0, high: 0, note: 'nothing planned stops service' },
      withoutPlanned: complement(estimate(unplanned, 1, years)),
      withoutChanges: alone,
      confidence: CONFIDENCE,
    },
    upWhen: spec.upWhen,
    downtimeMinutesPerYear: estimate(down, MINUTES_PER_YEAR, years),
    incidentsPerYear: estimate(incidentRate, US_PER_YEAR, years, true),
    blipsPerYear: collected.blips / years,
    blipUnderSeconds: toSeconds(spec.blip),
    incidentSeconds: censoredSpread(collected.durations, collected.censored),
    rtoSeconds: recoveries(collected, model.meter.domains),
    phases: phases.minutes,
    causes: causes.listed,
    waits: waitsOf(collected, simulated, model),
    otherCausesMinutesPerYear: causes.others,
    intervals: {
      ...withoutChangesBounds(collected, simulated, alone),
      blipsPerYear: rateBounds({ total: collected.blips, sums: collected.blipRuns }, simulated),
      phases: phases.bounds,
      phaseShares: phases.shares,
      otherCausesMinutesPerYear: causes.othersBounds,
    },
  };
}

/** What was answered rightly and wrongly, where data can be damaged at all. */
function answers({ wrong, notRight }: WorkloadCollected, years: number, { world }: Model): Answers {
  const spoiled = world.contents.mayForget || world.sources.list.some((source) => source.class === 'damage');
  if (!spoiled) return { rightAnswers: null, servedWrong: null };
  return {
    rightAnswers: complement(estimate(notRight, 1, years)),
    servedWrong: estimate(wrong, 1, years),
  };
}

/** What the infrastructure alone allows. */
function withoutChanges({ causes, downTotal }: WorkloadCollected, years: number, { world }: Model): number | null {
  const { changes } = world.sources;
  if (changes.size === 0) return null;
  const began = causes.list.filter(({ trigger }) => changes.has(trigger));
  const rest = began.reduce((sum, { down }) => sum - down.total, downTotal.total);
  return 1 - Number(rest) / US_PER_YEAR / years;
}

function withoutChangesBounds(
  { withoutChanges: sums, downTotal }: WorkloadCollected,
  simulated: Simulated,
  alone: number | null,
): Pick<WorkloadResult['intervals'], 'withoutChanges' | 'changes'> {
  if (alone === null) return { withoutChanges: null, changes: null };
  const rest = { total: (1 - alone) * simulated.years * US_PER_YEAR, sums };
  return {
    withoutChanges: leftover(amountBounds(rest, simulated, 1 / US_PER_YEAR)),
    changes: leftover(shareBounds(rest, totalOf(downTotal), simulated)),
  };
}

function recoveries({ recoveries: times }: WorkloadCollected, domains: Domains): RecoveryByClass[] {
  const rows = new Set([...times.tallies.keys(), ...times.censored.keys()]);
  return [...rows]
    .map((row) => ({
      ...domains.rows[row]!,
      ...censoredSpread(times.tallies.get(row) ?? new Tally(), times.censored.get(row) ?? 0),
    }))
    .sort(worstFirst);
}
