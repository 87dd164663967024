import { toSeconds } from '../../base/index.ts';
import { type DocumentedSpec, RECOVERERS } from '../../service/index.ts';
import type { DocumentedResult, SeenRecoverer, Settings, TierResult } from '../result/index.ts';
import { judgeDisaster, worstVerdict } from './disaster.ts';
import type { MeasuredDisaster } from './measured.ts';

type Seen = MeasuredDisaster['workloads'][number];

/** What documents promise beside what drills have shown of the worst domain of the scope. */
export const compareDocumented = (
  promises: readonly DocumentedSpec[],
  disasters: readonly MeasuredDisaster[],
  tiers: readonly TierResult[],
  settings: Settings,
): readonly DocumentedResult[] =>
  promises.flatMap((promise) => [
    ...tierOf(promise, tiers),
    ...timeOf(promise, 'rto', disasters, settings),
    ...timeOf(promise, 'rpo', disasters, settings),
    ...recovererOf(promise, disasters, settings),
  ]);

function tierOf({ scope, tier, source }: DocumentedSpec, tiers: readonly TierResult[]): DocumentedResult[] {
  if (tier === undefined) return [];
  const found = tiers.find((one) => one.scope === scope);
  const open = found?.undecided.some((one) => one >= tier) === true;
  const agrees = found === undefined ? null : found.tier >= tier ? true : open ? null : false;
  return [{ source, scope, what: 'tier', promised: tier, measured: found?.tier ?? null, ...UNBOUNDED, agrees }];
}

const UNBOUNDED = { low: null, high: null };
const NOTHING_LOST = { p95: 0, low: 0, high: 0 };

function timeOf(
  promise: DocumentedSpec,
  what: 'rto' | 'rpo',
  disasters: readonly MeasuredDisaster[],
  settings: Settings,
): DocumentedResult[] {
  const promised = promise[what];
  if (promised === undefined) return [];
  const { scope, source } = promise;
  const seconds = toSeconds(promised);
  const limits = { rto: { seconds: null }, rpo: { seconds: null }, [what]: { seconds } };
  const seen = disasters.filter((one) => one.scope === scope && one.class === 'site-lost');
  const judged = seen.map((one) => judgeDisaster(one, limits, settings));
  const verdicts = judged.map(({ time, point, failures }) =>
    worstVerdict([failures.verdict, what === 'rto' ? time.verdict : (point?.verdict ?? 'pass')]),
  );
  const [worst] = judged
    .map(({ time, point }) => (what === 'rto' ? time : (point ?? NOTHING_LOST)))
    .sort((a, b) => (b.p95 ?? Number.POSITIVE_INFINITY) - (a.p95 ?? Number.POSITIVE_INFINITY));
  const verdict = worstVerdict(verdicts);
  return [
    {
      source,
      scope,
      what,
      promised: seconds,
      measured: worst?.p95 ?? null,
      low: worst?.low ?? null,
      high: worst?.high ?? null,
      agrees: judged.length === 0 || verdict === 'undecided' || verdict === 'too-close' ? null : verdict === 'pass',
    },
  ];
}

/** Who it was on the worst domain. Automation is promised where no people are needed; else the claim holds where just that is seen. */
function recovererOf(
  { scope, source, recoveredBy: promised }: DocumentedSpec,
  disasters: readonly MeasuredDisaster[],
  { mayFail }: Settings,
): DocumentedResult[] {
  if (promised === undefined) return [];
  const seen = disasters
    .filter((one) => one.scope === scope && one.class === 'site-lost')
    .flatMap(({ workloads, drills }) => workloads.map((one) => WORST_LAST.indexOf(whoOf(one, drills, mayFail))));
  const measured = WORST_LAST[Math.max(...seen)] ?? null;
  const agrees = measured === null ? null : measured === promised || (promised === 'automation' && heals(measured));
  return [{ source, scope, what: 'recovered-by', promised, measured, ...UNBOUNDED, agrees }];
}

const WORST_LAST: readonly SeenRecoverer[] = ['unnoticed', 'itself', ...RECOVERERS];

/** Nobody, and no plan, has to do anything. */
const heals = (measured: SeenRecoverer): boolean => measured === 'unnoticed' || measured === 'itself';

/** The worst that is seen more often than a recovery may fail, what is worse still included. */
function whoOf({ failed, by }: Seen, drills: number, mayFail: number): SeenRecoverer {
  const often = (count: number): boolean => count > drills * mayFail;
  if (failed > drills / 2) return 'nobody';
  if (often(by.people)) return 'people';
  if (often(by.people + by.automation)) return 'automation';
  if (often(by.people + by.automation + by.itself)) return 'itself';
  return often(failed) ? 'nobody' : 'unnoticed';
}
