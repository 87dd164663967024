import { toSeconds } from '../../base/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { JudgedObjective, Verdict } from '../result.ts';
import type { DrillRow, DrillSpread } from './result.ts';

type SiteLost = Extract<Scenario['objectives'][number], { kind: 'site-lost' }>;

interface Candidate {
  readonly domain: string;
  readonly workload: string | null;
  readonly times: DrillSpread;
  /** Share of drills that never recovered. */
  readonly failed: number;
}

/** Judges the loss of sites on the worst domain of the scope: on the 95 % quantile, 95 % sure. */
export const judgeDrills = (scenario: Scenario, rows: readonly DrillRow[]): JudgedObjective[] =>
  scenario.objectives.flatMap((objective) => (objective.kind === 'site-lost' ? siteLost(objective, rows) : []));

function siteLost({ scope, rto, rpo }: SiteLost, rows: readonly DrillRow[]): JudgedObjective[] {
  const lost = rows.filter((row) => row.class === scope && row.fault === 'lost');
  const times = lost.flatMap(({ domain, workloads }) =>
    workloads.map(({ workload, rtoSeconds, failed }) => ({
      domain,
      workload,
      times: rtoSeconds,
      failed: failed.share,
    })),
  );
  const points = lost.flatMap(({ domain, stores }) =>
    stores.map(({ rpoSeconds }) => ({ domain, workload: null, times: rpoSeconds, failed: 0 })),
  );
  return [
    ...(rto === undefined ? [] : [judge('site-lost rto', scope, toSeconds(rto), times)]),
    ...(rpo === undefined ? [] : [judge('site-lost rpo', scope, toSeconds(rpo), points)]),
  ];
}

/** Above this share of drills without recovery the 95 % quantile is one of them. */
const TOO_OFTEN = 0.05;

const badness = ({ times, failed }: Candidate): number =>
  failed > TOO_OFTEN ? Number.POSITIVE_INFINITY : (times.p95 ?? 0);

function judge(objective: string, scope: string, target: number, all: readonly Candidate[]): JudgedObjective {
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
