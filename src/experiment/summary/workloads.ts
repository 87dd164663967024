import { toSeconds } from '../../base/index.ts';
import { type CauseSum, type Domains, Tally, type WholeSum, type WorkloadCollected } from '../../measures/index.ts';
import { PHASE_COUNT, PHASE_NAMES } from '../../model/index.ts';
import type { Model, Scenario } from '../../scenario/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Cause, PhaseName, RecoveryByClass, WorkloadResult } from '../result.ts';
import { withCuts } from './cuts.ts';
import { censoredSpread, complement, estimate, MINUTES_PER_YEAR, US_PER_YEAR } from './estimates.ts';
import { waitsOf } from './waits.ts';

export interface WorkloadParts {
  readonly spec: Scenario['workloads'][number];
  readonly collected: WorkloadCollected;
  readonly years: number;
  readonly model: Model;
}

/** Causes listed one by one; the rest is summed. */
const LISTED = 40;

type Answers = Pick<WorkloadResult['availability'], 'rightAnswers' | 'servedWrong'>;
type Measured = Omit<WorkloadResult, 'slaProduct' | 'slaParts' | 'headroom' | 'latencySeconds' | 'overRuns'>;

export function summariseWorkload({ spec, collected, years, model }: WorkloadParts): Measured {
  const { unserved, down, planned, unplanned, incidentRate, withDowntime, withUnplanned } = collected;
  const causes = withCuts(causesOf(collected, years, model), toSeconds(spec.blip));
  const minutes = (total: bigint): number => Number(total) / 60e6 / years;
  return {
    availability: {
      requests: complement(estimate(unserved, 1, unserved.mean > 0 ? Math.max(1, withDowntime) : 0, years)),
      time: complement(estimate(down, 1, withDowntime, years)),
      ...answers(collected, years, model),
      planned:
        planned.mean > 0
          ? estimate(planned, 1, withDowntime, years)
          : { mean: 0, low: 0, high: 0, note: 'nothing planned stops service' },
      withoutPlanned: complement(estimate(unplanned, 1, withUnplanned, years)),
      withoutChanges: withoutChanges(collected, years, model),
      confidence: CONFIDENCE,
    },
    upWhen: spec.upWhen,
    downtimeMinutesPerYear: estimate(down, MINUTES_PER_YEAR, withDowntime, years),
    incidentsPerYear: estimate(incidentRate, US_PER_YEAR, withDowntime, years),
    blipsPerYear: collected.blips / years,
    blipUnderSeconds: toSeconds(spec.blip),
    incidentSeconds: censoredSpread(collected.durations, collected.censored),
    rtoSeconds: recoveries(collected, model.meter.domains),
    phases: phasesOf(collected, minutes),
    causes: causes.slice(0, LISTED),
    waits: waitsOf(collected, years, model),
    otherCausesMinutesPerYear: causes.slice(LISTED).reduce((sum, cause) => sum + cause.minutesPerYear, 0),
  };
}

/** What was answered rightly and wrongly, where data can be damaged at all. */
function answers(
  { wrong, notRight, withWrong, withNotRight }: WorkloadCollected,
  years: number,
  { world }: Model,
): Answers {
  const spoiled = world.contents.mayForget || world.sources.list.some((source) => source.class === 'damage');
  if (!spoiled) return { rightAnswers: null, servedWrong: null };
  return {
    rightAnswers: complement(estimate(notRight, 1, withNotRight, years)),
    servedWrong: estimate(wrong, 1, withWrong, years),
  };
}

/** What the infrastructure alone allows: exact sums of downtime by what began it, so that it needs no interval of its own. */
function withoutChanges({ causes, downTotal }: WorkloadCollected, years: number, { world }: Model): number | null {
  const { changes } = world.sources;
  if (changes.size === 0) return null;
  const began = causes.list.filter(({ trigger }) => changes.has(trigger));
  const rest = began.reduce((sum, { down }) => sum - down.total, downTotal.total);
  return 1 - Number(rest) / US_PER_YEAR / years;
}

function phasesOf({ phases }: WorkloadCollected, minutes: (total: bigint) => number): WorkloadResult['phases'] {
  const names: readonly (PhaseName | 'flap')[] = [...PHASE_NAMES, 'flap'];
  const entries = names.map((name, phase) => [name, minutes(phases[Math.min(phase, PHASE_COUNT)]!.total)] as const);
  return Object.fromEntries(entries) as WorkloadResult['phases'];
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

const badness = (time: number | null): number => time ?? Number.POSITIVE_INFINITY;
const worstFirst = (a: RecoveryByClass, b: RecoveryByClass): number =>
  badness(b.p95) - badness(a.p95) || (b.max ?? 0) - (a.max ?? 0) || (a.domain < b.domain ? -1 : 1);

function causesOf(collected: WorkloadCollected, years: number, { world }: Model): Omit<Cause, 'cut'>[] {
  const total = Number(collected.downTotal.total);
  const group = (id: number): string => (id < 0 ? 'nothing broken' : world.sources.groups[id]!);
  const minutes = ({ total: spent }: WholeSum): number => Number(spent) / 60e6 / years;
  const cause = ({ trigger, combination, down, phases, incidents }: CauseSum): Omit<Cause, 'cut'> => ({
    trigger: group(trigger),
    class: world.sources.list.find((source) => source.group === trigger)?.class ?? null,
    combination: combination.map(([id, count]) => (count > 1 ? `${group(id)} ×${count}` : group(id))),
    share: total > 0 ? Number(down.total) / total : 0,
    minutesPerYear: minutes(down),
    phases: Object.fromEntries(
      PHASE_NAMES.flatMap((name, phase) => {
        const spent = phases[phase];
        return spent === undefined ? [] : [[name, minutes(spent)] as const];
      }),
    ),
    incidentsPerYear: incidents / years,
  });
  const named = (a: Omit<Cause, 'cut'>) => `${a.trigger} ${a.combination.join('+')}`;
  return collected.causes.list
    .map(cause)
    .sort((a, b) => b.minutesPerYear - a.minutesPerYear || (named(a) < named(b) ? -1 : 1));
}
