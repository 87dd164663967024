import { TIERS, type Tier } from '../../language/index.ts';
import type { TierScope } from '../../service/index.ts';
import type { Edition, TierRow } from '../editions/index.ts';
import type {
  AskResult,
  Blocker,
  ElementResult,
  JudgedTime,
  LimitVerdict,
  Settings,
  TierResult,
} from '../result/index.ts';
import { gatesAt, judgeDisaster, limitsOf, worstVerdict } from './disaster.ts';
import type { MeasuredDisaster } from './measured.ts';
import { answersFor, isSite } from './scopes.ts';

/** What a tier of one scope rests on. */
export interface Evidence {
  readonly scope: TierScope;
  readonly disasters: readonly MeasuredDisaster[];
  readonly elements: readonly ElementResult[];
  /** Every disaster was drilled; where not, a disaster that nobody looked at leaves a tier undecided. */
  readonly complete: boolean;
}

/** The highest tier that is proven, the higher ones that nothing speaks against yet, and what blocks the next. */
export function judgeScope(evidence: Evidence, edition: Edition, settings: Settings): TierResult {
  const rows = edition.tiers.map((row) => ({ row, blockers: blockersOf(evidence, row, settings) }));
  const count = passed(rows.map(({ blockers }) => blockers));
  const drilled = passed(rows.map(({ blockers }) => blockers.filter(({ kind }) => kind === 'disaster')));
  const failed = rows.findIndex(({ blockers }) => verdictOf(blockers) === 'fail');
  return {
    scope: evidence.scope,
    tier: tierOf(count),
    byDrills: tierOf(drilled),
    undecided: rows.slice(count, failed < 0 ? rows.length : Math.max(failed, count)).map(({ row }) => row.tier),
    decidedBy: rows[count]?.blockers ?? [],
  };
}

/** How many tiers from the lowest nothing blocks. */
function passed(blockers: readonly (readonly Blocker[])[]): number {
  const first = blockers.findIndex((one) => one.length > 0);
  return first < 0 ? blockers.length : first;
}

const tierOf = (count: number): Tier | 0 => (count === 0 ? 0 : TIERS[count - 1]!);

const verdictOf = (blockers: readonly Blocker[]): LimitVerdict =>
  worstVerdict(blockers.map((one) => (one.kind === 'element' ? 'fail' : one.verdict)));

/** What keeps a scope from one tier, what failed first. */
export function blockersOf(evidence: Evidence, row: TierRow, settings: Settings): Blocker[] {
  const disasters = evidence.disasters
    .filter((seen) => answersFor(evidence.scope, seen) && gatesAt(seen, row, settings))
    .flatMap((seen) => disasterBlockers(seen, evidence.scope, row, settings));
  const all: Blocker[] = [...disasters, ...notDrilled(evidence, row), ...elementBlockers(evidence, row.tier)];
  const weight = (one: Blocker): number => (one.kind === 'element' || one.verdict === 'fail' ? 0 : 1);
  return all.sort((a, b) => weight(a) - weight(b));
}

function disasterBlockers(seen: MeasuredDisaster, scope: TierScope, row: TierRow, settings: Settings): Blocker[] {
  const { time, point, failures, needs } = judgeDisaster(seen, limitsOf(row, settings), settings);
  const common = {
    kind: 'disaster' as const,
    scope,
    tier: row.tier,
    class: seen.class,
    domain: seen.domain,
    needs,
  };
  const blockers: Blocker[] = [];
  if (failures.verdict !== 'pass') {
    const { share, low, high, limit, verdict } = failures;
    blockers.push({ ...common, what: 'failures', verdict, measured: share, low, high, limit });
  }
  // Where nothing came back there is no time to judge: the failures say it.
  if (time.verdict !== 'pass' && (time.count > 0 || failures.verdict === 'pass')) {
    blockers.push({ ...common, what: 'time', verdict: time.verdict, ...p95Of(time), limit: time.limit });
  }
  if (point !== null && point.verdict !== 'pass') {
    const judged = point.limit === 0 ? { measured: point.max, low: null, high: null } : p95Of(point);
    blockers.push({ ...common, what: 'data', verdict: point.verdict, ...judged, limit: point.limit });
  }
  return blockers;
}

const p95Of = ({ p95, low, high }: JudgedTime) => ({ measured: p95, low, high });

/** Where only some faults were drilled, what a tier asks about and nobody looked at. */
function notDrilled({ scope, disasters, complete }: Evidence, { tier, disasters: asked }: TierRow): Blocker[] {
  if (complete) return [];
  const looked = new Set(disasters.filter((seen) => answersFor(scope, seen)).map((seen) => seen.class));
  if (isSite(scope)) looked.add('all-lost');
  else for (const site of ['site-lost', 'all-lost'] as const) looked.add(site);
  return asked.value
    .filter((one) => !looked.has(one))
    .map((one) => ({
      kind: 'disaster',
      scope,
      tier,
      class: one,
      domain: '',
      what: 'not-drilled',
      verdict: 'undecided',
      measured: null,
      low: null,
      high: null,
      limit: null,
      needs: null,
    }));
}

/** The asks of all tiers up to this one that are not met. */
const elementBlockers = ({ scope, elements }: Evidence, tier: Tier): Blocker[] =>
  elements
    .filter((one) => one.scope === scope && one.tier < tier)
    .flatMap(({ element, domain, asks }) =>
      asks
        .filter((ask) => ask.tier <= tier && !ask.met)
        .map(
          ({ ask, basis, found }: AskResult): Blocker => ({
            kind: 'element',
            scope,
            tier,
            element,
            ask,
            domain,
            basis,
            found,
          }),
        ),
    );
