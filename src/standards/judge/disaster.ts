import { TIERS, type Tier } from '../../language/index.ts';
import { type Edition, limitOf, type TierRow } from '../editions/index.ts';
import type { ClassResult, JudgedPoint, JudgedShare, JudgedTime, LimitVerdict, Settings } from '../result/index.ts';
import { judgeFailures, judgePoint, judgeTime, type Limit, moreForFailures, moreForTime } from './limits.ts';
import type { MeasuredDisaster, MeasuredTime } from './measured.ts';

/** From what nobody minds to what decides. */
const RANK: readonly LimitVerdict[] = ['pass', 'too-close', 'undecided', 'fail'];
const rank = (verdict: LimitVerdict): number => RANK.indexOf(verdict);

/** The worst of several verdicts; nothing judged: pass. */
export const worstVerdict = (verdicts: readonly LimitVerdict[]): LimitVerdict =>
  RANK[Math.max(0, ...verdicts.map(rank))]!;

/** What a disaster is held to. */
export interface Limits {
  readonly rto: Limit;
  readonly rpo: Limit;
}

export const limitsOf = ({ rto, rpo }: TierRow, settings: Settings): Limits => ({
  rto: { seconds: limitOf(rto.value, settings) },
  rpo: { seconds: limitOf(rpo.value, settings) },
});

const NOT_SEEN: MeasuredTime = { count: 0, p95: null, low: null, high: null, max: null };

/** The element of which the worst verdict comes; among equals the one with the largest figure. */
function worstOf<T>(all: readonly T[], verdict: (one: T) => LimitVerdict, figure: (one: T) => number): T | undefined {
  return [...all].sort((a, b) => rank(verdict(b)) - rank(verdict(a)) || figure(b) - figure(a))[0];
}

const large = (time: { readonly p95: number | null; readonly max: number | null }): number =>
  time.p95 ?? time.max ?? -1;

/** The three things that are judged of a disaster, each on its worst workload or store. */
export interface JudgedDisaster {
  readonly workload: string | null;
  readonly store: string | null;
  readonly time: JudgedTime;
  readonly point: JudgedPoint | null;
  readonly failures: JudgedShare;
  readonly verdict: LimitVerdict;
  readonly needs: number | null;
}

/** Judges what was measured of a disaster against limits. */
export function judgeDisaster(seen: MeasuredDisaster, limits: Limits, settings: Settings): JudgedDisaster {
  const times = seen.workloads.map(({ workload, time }) => ({
    workload,
    time: judgeTime(time, limits.rto, settings),
  }));
  const points = seen.stores.map(({ store, point, clean }) => ({
    store,
    point: judgePoint({ ...point, clean }, seen.drills, limits.rpo, settings),
  }));
  const slowest = worstOf(
    times,
    ({ time }) => time.verdict,
    ({ time }) => large(time),
  );
  const furthest = worstOf(
    points,
    ({ point }) => point.verdict,
    ({ point }) => large(point),
  );
  const failures = judgeFailures(seen.failed, seen.drills, settings);
  const time = slowest?.time ?? judgeTime(NOT_SEEN, { seconds: null }, settings);
  const point = furthest?.point ?? null;
  const verdict = worstVerdict([time.verdict, point?.verdict ?? 'pass', failures.verdict]);
  return {
    workload: slowest?.workload ?? null,
    store: furthest?.store ?? null,
    time,
    point,
    failures,
    verdict,
    needs: verdict === 'undecided' ? needsOf(seen.drills, time, point, failures, settings) : null,
  };
}

function needsOf(
  drills: number,
  time: JudgedTime,
  point: JudgedPoint | null,
  failures: JudgedShare,
  settings: Settings,
): number | null {
  const needs = [
    moreForTime(time, drills, settings),
    point === null ? null : moreForTime(point, drills, settings),
    moreForFailures(failures, drills, settings),
  ].filter((one) => one !== null);
  return needs.length === 0 ? null : Math.max(...needs);
}

/** Whether a tier depends on a disaster. */
export const gatesAt = ({ class: disaster }: MeasuredDisaster, { disasters }: TierRow, settings: Settings): boolean =>
  disaster === 'logical-damage' || disaster === 'mistake'
    ? settings.gateLogicalDamage
    : disasters.value.includes(disaster);

/** How a disaster stands to each tier of an edition, lowest first: passed, or not asked about. */
export const verdictsOf = (
  seen: MeasuredDisaster,
  { tiers }: Edition,
  settings: Settings,
): readonly { readonly tier: Tier; readonly gates: boolean; readonly judged: JudgedDisaster }[] =>
  tiers.map((row) => ({
    tier: row.tier,
    gates: gatesAt(seen, row, settings),
    judged: judgeDisaster(seen, limitsOf(row, settings), settings),
  }));

/** A disaster as the result tells it: judged against a tier, or the next one that asks about it, and how far it would reach alone. */
export function classResult(seen: MeasuredDisaster, wanted: Tier, edition: Edition, settings: Settings): ClassResult {
  const verdicts = verdictsOf(seen, edition, settings);
  const asking = verdicts.find(({ tier, gates }) => gates && tier >= wanted);
  const { tier: against, gates, judged } = asking ?? verdicts.find(({ tier }) => tier === wanted)!;
  const failing = verdicts.findIndex((one) => one.judged.verdict !== 'pass' && (one.gates || !isGating(verdicts)));
  return {
    class: seen.class,
    domain: seen.domain,
    scope: seen.scope,
    fault: seen.fault,
    drills: seen.drills,
    workload: judged.workload,
    store: judged.store,
    rtoSeconds: judged.time,
    rpoSeconds: judged.point,
    failedShare: judged.failures,
    tier: failing < 0 ? 6 : failing === 0 ? 0 : TIERS[failing - 1]!,
    against,
    verdict: judged.verdict,
    needs: judged.needs,
    gates,
  };
}

/** Whether any tier asks about it; one that none asks about is held to all the same. */
const isGating = (verdicts: readonly { readonly gates: boolean }[]): boolean => verdicts.some(({ gates }) => gates);
