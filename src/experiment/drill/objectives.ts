import { toSeconds } from '../../base/index.ts';
import type { PlaceKind } from '../../language/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { storesInUse } from '../../standards/index.ts';
import type { JudgedObjective, Verdict } from '../result.ts';
import type { DrillPoint, DrillRow, DrillSpread } from './result.ts';

type Recovery = Extract<Scenario['objectives'][number], { kind: 'site-lost' | 'data-damaged' }>;

interface Candidate {
  readonly domain: string;
  readonly workload: string | null;
  readonly times: DrillSpread;
  /** Share of drills that never recovered. */
  readonly failed: number;
  /** Good writes thrown away with damaged data, mean of a drill. */
  readonly discarded?: number;
}

/** Judges recoveries on the worst domain of the scope, or the worst database: on the 95 % quantile, 95 % sure. */
export const judgeDrills = (scenario: Scenario, rows: readonly DrillRow[]): JudgedObjective[] =>
  scenario.objectives.flatMap((objective) => {
    if (objective.kind === 'site-lost') {
      const { scope } = objective;
      return recovery(objective, scope, struck(rows, scope, 'lost').map(ofSite));
    }
    if (objective.kind !== 'data-damaged') return [];
    // Wrong data in a copy that nobody reads hurt nobody: the verdict on a tier tells of them.
    const used = storesInUse(scenario);
    const damaged = struck(rows, 'damage', 'damaged').filter(({ domain }) => used.has(domain));
    return recovery(objective, null, damaged.map(ofDamage));
  });

const struck = (rows: readonly DrillRow[], faultClass: string, fault: string): readonly DrillRow[] =>
  rows.filter((row) => row.class === faultClass && row.fault === fault);

/** Recovery times of every workload, recovery points of every store. */
interface Candidates {
  readonly times: readonly Candidate[];
  readonly points: readonly Candidate[];
}

const ofSite = ({ domain, times: drills, workloads, stores, points }: DrillRow): Candidates => ({
  times: workloads.map(({ workload, rtoSeconds, failed }) => ({
    domain,
    workload,
    times: rtoSeconds,
    failed: failed.share,
  })),
  points: [
    ...points.filter(saysSomething).map((one) => ({ ...pointAt(domain, one), failed: one.lost / drills })),
    // What users are not served from while everything works says only what they lost by moving to it.
    ...stores
      .filter(({ store, rpoSeconds }) => rpoSeconds.count > 0 && !points.some((one) => one.store === store))
      .map((one) => pointAt(domain, one)),
  ],
});

const saysSomething = ({ rpoSeconds, lost, open }: DrillPoint): boolean => rpoSeconds.count + lost + open > 0;

const pointAt = (domain: string, { rpoSeconds }: Pick<DrillPoint, 'rpoSeconds'>): Candidate => ({
  domain,
  workload: null,
  times: rpoSeconds,
  failed: 0,
});

function recovery(
  { kind, rto, rpo }: Recovery,
  scope: PlaceKind | null,
  all: readonly Candidates[],
): JudgedObjective[] {
  const times = all.flatMap((one) => one.times);
  const points = all.flatMap((one) => one.points);
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

/** Damage must be undone: where right data did not come back, neither did service. */
function ofDamage({ domain, stores, workloads, times }: DrillRow): Candidates {
  const seen = stores.find(({ store }) => store === domain);
  const points = seen?.rpoSeconds ?? NONE;
  const stayed = 1 - points.count / times;
  return {
    times: workloads.map(({ workload, rtoSeconds, failed }) => ({
      domain,
      workload,
      times: rtoSeconds,
      failed: Math.max(failed.share, stayed),
    })),
    points: [{ domain, workload: null, times: points, failed: stayed, discarded: seen?.discarded ?? 0 }],
  };
}

/** Above this share of drills without recovery the 95 % quantile is one of them. */
const TOO_OFTEN = 0.05;

/** What nobody knows of one place is not made good by another. */
const WORST_LAST: readonly Verdict[] = ['met', 'undecided', 'missed'];

const badness = ({ times, failed }: Candidate): number =>
  failed > TOO_OFTEN ? Number.POSITIVE_INFINITY : (times.p95 ?? 0);

function judge(objective: string, scope: string | null, target: number, all: readonly Candidate[]): JudgedObjective {
  const rank = (one: Candidate): number => WORST_LAST.indexOf(verdict(one, target));
  const [worst] = [...all].sort((a, b) => rank(b) - rank(a) || badness(b) - badness(a));
  const common = { objective, scope, target };
  if (worst === undefined) {
    return { ...common, domain: null, workload: null, measured: null, low: null, high: null, verdict: 'undecided' };
  }
  const { p95Low: low, p95High: high } = worst.times;
  const measured = worst.failed > TOO_OFTEN ? null : worst.times.p95;
  const { domain, workload, discarded = 0 } = worst;
  const judged = { ...common, domain, workload, measured, low, high, verdict: verdict(worst, target) };
  return discarded > 0 ? { ...judged, discarded } : judged;
}

function verdict({ times: { p95Low, p95High }, failed }: Candidate, target: number): Verdict {
  if (failed > TOO_OFTEN) return 'missed';
  if (p95High !== null && p95High <= target) return 'met';
  return p95Low !== null && p95Low > target ? 'missed' : 'undecided';
}
