import { toSeconds } from '../../base/index.ts';
import type { PlaceKind } from '../../language/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { storesInUse } from '../../standards/index.ts';
import type { JudgedObjective, Verdict } from '../result/index.ts';
import type { Amounts, DrillShare } from './amounts.ts';
import type { DrillPoint, DrillRow, DrillSpread, JudgedQuantile } from './result.ts';
import { shareOf, spreadOf } from './spreads.ts';

type Recovery = Extract<Scenario['objectives'][number], { kind: 'site-lost' | 'data-damaged' }>;

interface Candidate {
  readonly domain: string;
  readonly workload: string | null;
  readonly times: DrillSpread;
  /** Where of some drills nobody knows whether it came back: the share of all in which it did not. */
  readonly lost?: number;
  /** Drills in which data stayed wrong, though users may be served. */
  readonly stayed?: DrillShare;
  /** Good writes thrown away with damaged data, a drill. */
  readonly discarded?: Amounts | undefined;
  /** A store whose users write on in another that nothing has fed from it. */
  readonly leftBehind?: string;
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

/** What is met wherever it was drilled is undecided while any fault that it asks about has not been. */
export const openWhile = (
  row: JudgedObjective,
  undrilled: readonly { readonly class: DrillRow['class'] }[],
): JudgedObjective =>
  row.verdict === 'met' && undrilled.some((one) => one.class === (row.scope ?? 'damage'))
    ? { ...row, verdict: 'undecided' }
    : row;

const struck = (rows: readonly DrillRow[], faultClass: string, fault: string): readonly DrillRow[] =>
  rows.filter((row) => row.class === faultClass && row.fault === fault);

/** Recovery times of every workload, recovery points of every store. */
interface Candidates {
  readonly times: readonly Candidate[];
  readonly points: readonly Candidate[];
}

const ofSite = ({ domain, workloads, stores, points }: DrillRow): Candidates => ({
  times: workloads.map(({ workload, rtoSeconds }) => ({ domain, workload, times: rtoSeconds })),
  points: [
    ...points.filter(saysSomething).map((one) => ({
      ...pointAt(domain, one),
      lost: one.lost / (one.rpoSeconds.count + one.lost + one.open),
      ...(one.leftBehind > 0 && { leftBehind: one.store }),
    })),
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

const NONE: DrillSpread = spreadOf([]);

/** Damage must be undone: where right data did not come back, neither did service. */
function ofDamage({ domain, stores, workloads, times }: DrillRow): Candidates {
  const seen = stores.find(({ store }) => store === domain);
  const points = seen?.rpoSeconds ?? NONE;
  const stayed = shareOf(times - points.count, times);
  return {
    times: workloads.map(({ workload, rtoSeconds }) => ({ domain, workload, times: rtoSeconds, stayed })),
    points: [{ domain, workload: null, times: points, stayed, discarded: seen?.discardedSpread }],
  };
}

/** The share of drills without recovery above which the 95 % quantile is one of them. */
const TOO_OFTEN = 0.05;

/** What nobody knows of one place is not made good by another. */
const WORST_LAST: readonly Verdict[] = ['met', 'undecided', 'missed'];

/** The 95 % quantile of all drills, seconds; null where it is one without recovery. */
const measuredOf = ({ times: { ofAll }, stayed }: Candidate): number | null =>
  stayed !== undefined && stayed.share > TOO_OFTEN ? null : ofAll.p95;

function unmeasuredOf(one: Candidate): Pick<JudgedObjective, 'unmeasured'> {
  if (measuredOf(one) !== null) return {};
  return { unmeasured: one.lost === undefined || one.lost > TOO_OFTEN ? 'not-back' : 'open' };
}

const badness = (one: Candidate): number => measuredOf(one) ?? Number.POSITIVE_INFINITY;

function judge(objective: string, scope: string | null, target: number, all: readonly Candidate[]): JudgedObjective {
  const rank = (one: Candidate): number => WORST_LAST.indexOf(verdict(one, target));
  const [worst] = [...all].sort((a, b) => rank(b) - rank(a) || badness(b) - badness(a));
  const common = { objective, scope, target, unit: 'seconds' } as const;
  if (worst === undefined) {
    const nothing = {
      domain: null,
      workload: null,
      measured: null,
      unmeasured: 'none-seen',
      low: null,
      high: null,
    } as const;
    return { ...common, ...nothing, verdict: 'undecided' };
  }
  const { p95Low: low, p95High: high } = worst.times.ofAll;
  const { domain, workload, leftBehind } = worst;
  const judged = {
    ...common,
    domain,
    workload,
    measured: measuredOf(worst),
    ...unmeasuredOf(worst),
    low,
    high,
    verdict: verdict(worst, target),
  };
  return { ...judged, ...thrownAway(worst), ...(leftBehind !== undefined && { leftBehind }) };
}

function thrownAway({ discarded }: Candidate): Pick<JudgedObjective, 'discarded' | 'intervals'> {
  if (discarded === undefined || discarded.mean === null || discarded.mean === 0) return {};
  const { mean, meanLow: low, meanHigh: high } = discarded;
  return { discarded: mean, intervals: { discarded: { low, high } } };
}

/** Met where even the upper bound is within the target, missed where even the lower one is not. */
function verdict({ times: { ofAll }, stayed }: Candidate, target: number): Verdict {
  return worstOf(ofTime(ofAll, target), stayed === undefined ? 'met' : ofShare(stayed));
}

function ofTime({ p95Low, p95High, isNever }: JudgedQuantile, target: number): Verdict {
  if (isNever || (p95Low !== null && p95Low > target)) return 'missed';
  return p95High !== null && p95High <= target ? 'met' : 'undecided';
}

/** None seen says no more than the times themselves, which so many drills bound. */
function ofShare({ share, low, high }: DrillShare): Verdict {
  if (low > TOO_OFTEN) return 'missed';
  return share === 0 || high <= TOO_OFTEN ? 'met' : 'undecided';
}

const worstOf = (one: Verdict, other: Verdict): Verdict =>
  WORST_LAST.indexOf(one) > WORST_LAST.indexOf(other) ? one : other;
