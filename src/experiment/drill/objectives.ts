import { toSeconds } from '../../base/index.ts';
import type { PlaceKind } from '../../language/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { JudgedObjective, Verdict } from '../result.ts';
import type { DrillRow, DrillSpread } from './result.ts';

type Recovery = Extract<Scenario['objectives'][number], { kind: 'site-lost' | 'data-damaged' }>;

interface Candidate {
  readonly domain: string;
  readonly workload: string | null;
  readonly times: DrillSpread;
  /** Share of drills that never recovered. */
  readonly failed: number;
}

/** Judges recoveries on the worst domain of the scope, or the worst database: on the 95 % quantile, 95 % sure. */
export const judgeDrills = (scenario: Scenario, rows: readonly DrillRow[]): JudgedObjective[] =>
  scenario.objectives.flatMap((objective) => {
    if (objective.kind === 'site-lost') return recovery(objective, objective.scope, 'lost', rows);
    return objective.kind === 'data-damaged' ? recovery(objective, null, 'damaged', rows) : [];
  });

function recovery(
  { kind, rto, rpo }: Recovery,
  scope: PlaceKind | null,
  fault: string,
  rows: readonly DrillRow[],
): JudgedObjective[] {
  const struck = rows.filter((row) => row.class === (scope ?? 'damage') && row.fault === fault);
  const times = struck.flatMap(({ domain, workloads }) =>
    workloads.map(({ workload, rtoSeconds, failed }) => ({
      domain,
      workload,
      times: rtoSeconds,
      failed: failed.share,
    })),
  );
  const points = struck.flatMap((row) => pointsOf(row, kind === 'data-damaged'));
  return [
    ...(rto === undefined ? [] : [judge(`${kind} rto`, scope, toSeconds(rto), times)]),
    ...(rpo === undefined ? [] : [judge(`${kind} rpo`, scope, toSeconds(rpo), points)]),
  ];
}

const NONE: DrillSpread = {
  count: 0,
  mean: null,
  p50: null,
  p95: null,
  p99: null,
  max: null,
  p95Low: null,
  p95High: null,
};

/** Damage must be undone: where no data came back there is no recovery point. */
function pointsOf({ domain, stores, times }: DrillRow, mustComeBack: boolean): Candidate[] {
  const seen = stores.map(({ rpoSeconds }) => ({
    domain,
    workload: null,
    times: rpoSeconds,
    failed: mustComeBack ? 1 - rpoSeconds.count / times : 0,
  }));
  return seen.length === 0 && mustComeBack ? [{ domain, workload: null, times: NONE, failed: 1 }] : seen;
}

/** Above this share of drills without recovery the 95 % quantile is one of them. */
const TOO_OFTEN = 0.05;

const badness = ({ times, failed }: Candidate): number =>
  failed > TOO_OFTEN ? Number.POSITIVE_INFINITY : (times.p95 ?? 0);

function judge(objective: string, scope: string | null, target: number, all: readonly Candidate[]): JudgedObjective {
  const [worst] = [...all].sort((a, b) => badness(b) - badness(a));
  const common = { objective, scope, target };
  if (worst === undefined) {
    return { ...common, domain: null, workload: null, measured: null, low: null, high: null, verdict: 'undecided' };
  }
  const { p95Low: low, p95High: high } = worst.times;
  const measured = worst.failed > TOO_OFTEN ? null : worst.times.p95;
  const { domain, workload } = worst;
  return { ...common, domain, workload, measured, low, high, verdict: verdict(worst, target) };
}

function verdict({ times: { p95Low, p95High }, failed }: Candidate, target: number): Verdict {
  if (p95High !== null && p95High <= target) return 'met';
  if (p95Low !== null && p95Low > target) return 'missed';
  return failed > TOO_OFTEN ? 'missed' : 'undecided';
}
