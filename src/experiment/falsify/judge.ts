import type { Us } from '../../base/index.ts';
import { quantile as quantileOf } from '../../measures/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { appliesTo } from './applies.ts';
import type { Limit } from './limits.ts';
import type { FaultSchedule } from './strike.ts';
import { type Seen, Trial, yearsFor } from './trial.ts';

/** How a schedule is judged. */
export interface Judging {
  readonly seed: string;
  /** Replications of each schedule: other phases and delays under the same faults. */
  readonly times: number;
  /** The share of them that may break a limit, 0 to 1: what is left above the quantile that is judged. */
  readonly quantile: number;
  /** Time after the last fault in which service may come back. */
  readonly rest: Us;
}

/** A limit that was broken. */
export interface Breach {
  readonly limit: Limit;
  /** The workload or store on which it was broken worst. */
  readonly of: string;
  /** The quantile of what was measured; ∞ where service was not back. */
  readonly measured: number;
  /** Replications that broke it, of all. */
  readonly broken: number;
  readonly times: number;
}

/** What a schedule of faults came to. */
export interface Judgement {
  readonly breaches: readonly Breach[];
  /** Length of a replication. */
  readonly years: number;
}

/** Floating-point sums of whole microseconds. */
const TOLERANCE = 1e-6;

/** Runs a schedule and says which limits it breaks: a limit is broken when the quantile of the replications is beyond it. */
export function judge(
  scenario: Scenario,
  schedule: FaultSchedule,
  limits: readonly Limit[],
  { seed, times, quantile, rest }: Judging,
): Judgement {
  const years = yearsFor(schedule, rest);
  const targets = schedule.map(({ target }) => target);
  const meant = limits.filter((limit) => appliesTo(limit, targets));
  if (meant.length === 0) return { breaches: [], years };
  const trial = new Trial(scenario, schedule, seed, years);
  const seen = Array.from({ length: times }, (_, index) => trial.run(index));
  return { breaches: meant.flatMap((limit) => breachOf(limit, seen, quantile)), years };
}

/** The worst of the workloads or stores that it is about. */
function breachOf(limit: Limit, seen: readonly Seen[], quantile: number): Breach[] {
  const all = namesOf(limit, seen[0]!).map((name) => measured(limit, name, seen, quantile));
  const broken = all.filter((one) => one.broken > 0 && isBeyondLimit(limit, one.measured));
  const badness = (one: Breach): number => (limit.kind === 'served' ? -one.measured : one.measured);
  const [worst] = broken.sort((a, b) => badness(b) - badness(a));
  return worst === undefined ? [] : [worst];
}

const ABOUT_STORES: ReadonlySet<Limit['kind']> = new Set(['rpo', 'writes-lost', 'split-brain']);

function namesOf({ kind, of }: Limit, { workloads, stores }: Seen): string[] {
  const all = (ABOUT_STORES.has(kind) ? stores : workloads).map(({ name }) => name);
  return of === undefined ? all : all.filter((name) => name === of);
}

function measured(limit: Limit, of: string, seen: readonly Seen[], quantile: number): Breach {
  const values = seen.map((one) => valueIn(limit, of, one));
  const worstLast = limit.kind === 'served' ? values.sort((a, b) => b - a) : values.sort((a, b) => a - b);
  return {
    limit,
    of,
    measured: quantileOf(worstLast, quantile)!,
    broken: values.filter((value) => isBeyondLimit(limit, value)).length,
    times: values.length,
  };
}

const isBeyondLimit = ({ kind, limit }: Limit, value: number): boolean =>
  kind === 'served' ? value < limit - TOLERANCE : value > limit + TOLERANCE;

function valueIn({ kind }: Limit, of: string, { workloads, stores }: Seen): number {
  const workload = workloads.find(({ name }) => name === of);
  const store = stores.find(({ name }) => name === of);
  switch (kind) {
    case 'unserved':
      return workload?.unserved ?? 0;
    case 'rto':
      return workload?.longest ?? 0;
    case 'served':
      return workload?.least ?? 1;
    case 'rpo':
      return store?.age ?? 0;
    case 'writes-lost':
      return store?.writesLost ?? 0;
    case 'split-brain':
      return store?.split ?? 0;
  }
}
