import { toSeconds } from '../../base/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { CostItem } from '../../service/index.ts';
import type {
  Cost,
  Estimate,
  FaultClass,
  ObjectiveResult,
  ObjectiveVerdict,
  Spread,
  StoreResult,
  Utilisation,
  WorkloadResult,
} from '../result/index.ts';

type Objective = Scenario['objectives'][number];

type Recoveries = Readonly<Record<string, Pick<StoreResult, 'rpoSeconds'>>>;
type Workloads = Readonly<Record<string, Pick<WorkloadResult, 'availability' | 'rtoSeconds'>>>;

/** Judges what a run can judge, on the bound of the interval; the rest needs a drill, with what chance has shown beside it. */
export const judgeObjectives = (
  scenario: Scenario,
  workloads: Workloads,
  stores: Recoveries,
  cost: Cost | null,
  { reserves }: Pick<Utilisation, 'reserves'>,
): ObjectiveResult[] =>
  scenario.objectives.flatMap((objective) =>
    objective.kind === 'reserve' ? reserve(objective, reserves) : judged(objective, workloads, stores, cost),
  );

type Measurable = Exclude<Objective, { kind: 'reserve' }>;

function judged(objective: Measurable, workloads: Workloads, stores: Recoveries, cost: Cost | null): ObjectiveResult[] {
  switch (objective.kind) {
    case 'availability':
      return [availability(objective, workloads[objective.workload]!.availability.requests)];
    case 'site-lost':
      return recovery(objective, objective.scope, workloads, stores);
    case 'data-damaged':
      return recovery(objective, 'damage', workloads, stores);
    case 'tier':
      return [{ ...UNSEEN, objective: 'tier', scope: objective.scope, target: objective.atLeast, unit: 'tier' }];
    case 'profile':
      return [{ ...UNSEEN, objective: `profile ${objective.profile}`, scope: null, target: 1, unit: null }];
    case 'cost':
      return cost === null ? [] : [budget(objective, cost)];
  }
}

const UNSEEN = {
  workload: null,
  domain: null,
  measured: null,
  low: null,
  high: null,
  verdict: 'needs-drill',
} as const;

function availability(
  objective: Extract<Objective, { kind: 'availability' }>,
  { mean, low, high }: Estimate,
): ObjectiveResult {
  const { target, workload } = objective;
  return {
    objective: 'availability',
    workload,
    scope: null,
    domain: null,
    target,
    unit: 'share',
    measured: mean,
    low,
    high,
    verdict: judge(target, low, high),
  };
}

/** Met when even the lower bound is good enough; missed when not even the upper one is. */
function judge(target: number, low: number | null, high: number | null): ObjectiveVerdict {
  if (low !== null && low >= target) return 'met';
  return high !== null && high < target ? 'missed' : 'undecided';
}

/** Shares that differ by less are the same. */
const TOLERANCE = 1e-9;

/** The place that holds back least counts; what runs while all is well is known exactly. Where nothing runs nothing is held back. */
function reserve(
  { atLeast: target }: Extract<Objective, { kind: 'reserve' }>,
  reserves: Utilisation['reserves'],
): ObjectiveResult[] {
  const [least] = [...reserves].sort((a, b) => a.share - b.share);
  const share = least?.share ?? 0;
  const domain = least?.place ?? null;
  const verdict = share >= target - TOLERANCE ? 'met' : 'missed';
  return [
    {
      ...{ ...UNSEEN, objective: 'reserve', scope: null, domain },
      ...{ target, unit: 'share', measured: share, low: share, high: share, verdict },
    },
  ];
}

/** Met when even the upper bound is within the budget; prices alone are known exactly. */
function budget({ item, atMost: target }: Extract<Objective, { kind: 'cost' }>, cost: Cost): ObjectiveResult {
  const { mean: measured, low, high } = spent(item, cost);
  return {
    ...UNSEEN,
    objective: `cost ${item}`,
    scope: null,
    target,
    unit: 'currency',
    ...(cost.currency !== null && { currency: cost.currency }),
    measured,
    low,
    high,
    verdict: within(target, low, high),
  };
}

function spent(item: CostItem, { perMonth, once, staffPerYear, downtimePerYear, tcoPerYears }: Cost): Estimate {
  const exact = (amount: number): Estimate => ({ mean: amount, low: amount, high: amount });
  switch (item) {
    case 'month':
      return exact(perMonth);
    case 'once':
      return exact(once);
    case 'staff-year':
      return exact(staffPerYear);
    case 'downtime-year':
      return downtimePerYear ?? exact(0);
    case 'three-years':
      return tcoPerYears;
  }
}

function within(target: number, low: number | null, high: number | null): ObjectiveVerdict {
  if (high !== null && high <= target) return 'met';
  return low !== null && low > target ? 'missed' : 'undecided';
}

type Recovery = Extract<Objective, { kind: 'site-lost' | 'data-damaged' }>;

function recovery(
  { kind, rto, rpo }: Recovery,
  faultClass: FaultClass,
  workloads: Workloads,
  stores: Recoveries,
): ObjectiveResult[] {
  const common = { ...UNSEEN, scope: kind === 'site-lost' ? faultClass : null, unit: 'seconds' } as const;
  const times = Object.values(workloads).flatMap(({ rtoSeconds }) => rtoSeconds);
  const points = Object.values(stores).flatMap(({ rpoSeconds }) => rpoSeconds);
  return [
    ...(rto === undefined
      ? []
      : [{ ...common, objective: `${kind} rto`, target: toSeconds(rto), ...worstOf(faultClass, times) }]),
    ...(rpo === undefined
      ? []
      : [{ ...common, objective: `${kind} rpo`, target: toSeconds(rpo), ...worstOf(faultClass, points) }]),
  ];
}

/** The worst p95 of losses of a class; one that falls among incidents still open is worse than any and has no figure. */
function worstOf(
  scope: FaultClass,
  rows: readonly (Spread & { readonly class: FaultClass })[],
): Pick<ObjectiveResult, 'measured' | 'unmeasured' | 'seen' | 'low' | 'high'> {
  const badness = ({ p95 }: Spread): number => p95 ?? Number.POSITIVE_INFINITY;
  const [worst] = rows.filter((row) => row.class === scope && row.count > 0).sort((a, b) => badness(b) - badness(a));
  if (worst === undefined) return { measured: null, unmeasured: 'none-seen', low: null, high: null };
  const { p95: measured, count: seen, p95Low: low, p95High: high } = worst;
  return { measured, ...(measured === null && { unmeasured: 'open' }), seen, low, high };
}
