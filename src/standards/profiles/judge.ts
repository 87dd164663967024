import { distance } from '../../faults/index.ts';
import { isWithin, type Topology } from '../../scenario/index.ts';
import type { TierScope } from '../../service/index.ts';
import { judgeDisaster, worstVerdict } from '../judge/disaster.ts';
import type { MeasuredDisaster } from '../judge/measured.ts';
import { isSite } from '../judge/scopes.ts';
import type { LimitVerdict, ProfileResult, RuleResult, Settings, TierResult } from '../result/index.ts';
import { dataSets } from '../structure/data.ts';
import { sitesOf } from '../structure/elements.ts';
import { standbyOf } from '../structure/standby.ts';
import type { Profile, ProfileRule } from './profile.ts';

/** What a profile is held against. */
export interface ProfileEvidence {
  readonly disasters: readonly MeasuredDisaster[];
  readonly tiers: readonly TierResult[];
  readonly topology: Topology;
  readonly settings: Settings;
}

/** Whether the rules of a profile are kept, each on each scope that it is about. */
export function judgeProfile(profile: Profile, evidence: ProfileEvidence): ProfileResult {
  const rules = profile.rules.flatMap((rule, index) => ofRule(rule, index, evidence));
  const { name, title, source, confidence } = profile;
  const verdict = rules.length === 0 ? 'undecided' : worstVerdict(rules.map((rule) => rule.verdict));
  return { name, title, source, confidence, verdict, rules };
}

/** The scopes a rule is about, as far as they are there: by default each sort of site that holds production. */
function scopesOf({ scopes }: ProfileRule, { tiers, topology }: ProfileEvidence): readonly TierScope[] {
  const drilled = tiers.map(({ scope }) => scope);
  if (scopes !== undefined) return scopes.filter((scope) => drilled.includes(scope));
  return drilled.filter(
    (scope) => isSite(scope) && scope !== 'rack' && sitesOf(scope, topology).some((site) => holdsAll(site, topology)),
  );
}

/** Rules of banks and the like are about the loss of a site that there is something beside. */
const holdsAll = (site: string, topology: Topology): boolean =>
  [...topology.parts.keys()].some((name) => topology.touches(name, site)) &&
  topology.scenario.places.some(({ path }) => !isWithin(path, site) && !isWithin(site, path));

function ofRule(rule: ProfileRule, index: number, evidence: ProfileEvidence): RuleResult[] {
  const scopes = scopesOf(rule, evidence);
  return [
    ...scopes.flatMap((scope) => [
      ...tierRule(rule, index, scope, evidence),
      ...timeRules(rule, index, scope, evidence),
    ]),
    ...distanceRules(rule, index, evidence),
  ];
}

const NONE = { domain: null, workload: null, low: null, high: null, needs: null } as const;

function tierRule({ tier }: ProfileRule, rule: number, scope: TierScope, { tiers }: ProfileEvidence): RuleResult[] {
  const found = tiers.find((one) => one.scope === scope);
  if (tier === undefined || found === undefined) return [];
  const verdict = tierVerdict(found, tier);
  const high = Math.max(found.tier, ...found.undecided);
  return [{ ...NONE, rule, what: 'tier', scope, target: tier, measured: found.tier, low: found.tier, high, verdict }];
}

/** How a tier that is wanted stands to what is proven. */
export function tierVerdict({ tier, undecided }: TierResult, wanted: number): LimitVerdict {
  if (tier >= wanted) return 'pass';
  return undecided.some((one) => one >= wanted) ? 'undecided' : 'fail';
}

/** Recovery times and points of the worst domain. */
function timeRules(
  { rto, rpo, strictly, disaster }: ProfileRule,
  rule: number,
  scope: TierScope,
  { disasters, settings }: ProfileEvidence,
): RuleResult[] {
  if (rto === undefined && rpo === undefined) return [];
  const seen = disasters.filter((one) => one.scope === scope && one.class === disaster);
  const limits = {
    rto: { seconds: rto ?? null, strictly },
    rpo: { seconds: rpo ?? null, strictly: strictly && rpo !== 0 },
  };
  const judged = seen.map((one) => ({ domain: one.domain, ...judgeDisaster(one, limits, settings) }));
  const rows = judged.flatMap(({ domain, workload, time, point, failures, needs }): RuleResult[] => [
    ...(rto === undefined
      ? []
      : [
          {
            rule,
            what: 'rto' as const,
            scope,
            domain,
            workload,
            target: rto,
            measured: failures.verdict === 'fail' ? null : time.p95,
            low: time.low,
            high: time.high,
            verdict: worstVerdict([time.verdict, failures.verdict]),
            needs,
          },
        ]),
    ...(rpo === undefined
      ? []
      : [
          {
            rule,
            what: 'rpo' as const,
            scope,
            domain,
            workload: null,
            target: rpo,
            measured: point === null ? 0 : rpo === 0 ? point.max : point.p95,
            low: point?.low ?? null,
            high: point?.high ?? null,
            verdict: point?.verdict ?? (failures.verdict === 'fail' ? 'fail' : 'pass'),
            needs,
          },
        ]),
  ]);
  return (['rto', 'rpo'] as const).flatMap((what) => worstOf(rows.filter((row) => row.what === what)));
}

function worstOf(rows: readonly RuleResult[]): RuleResult[] {
  const verdict = worstVerdict(rows.map((row) => row.verdict));
  const worst = rows
    .filter((row) => row.verdict === verdict)
    .sort((a, b) => (b.measured ?? Number.POSITIVE_INFINITY) - (a.measured ?? Number.POSITIVE_INFINITY))[0];
  return worst === undefined ? [] : [worst];
}

/** How far the next place is where all stands ready, or where the data have a copy. */
function distanceRules({ centre, copy }: ProfileRule, rule: number, { topology }: ProfileEvidence): RuleResult[] {
  const ask = (what: 'remote-centre' | 'remote-copy', target: number | undefined): RuleResult[] => {
    if (target === undefined) return [];
    const scope = topology.scenario.places.some(({ kind }) => kind === 'idc') ? 'idc' : 'region';
    const found = what === 'remote-centre' ? centreAway(topology) : copyAway(topology);
    const verdict =
      found === 'nowhere' ? 'fail' : found === 'unknown' ? 'undecided' : found >= target ? 'pass' : 'fail';
    return [{ ...NONE, rule, what, scope, target, measured: typeof found === 'number' ? found : null, verdict }];
  };
  return [...ask('remote-centre', centre), ...ask('remote-copy', copy)];
}

type Away = number | 'nowhere' | 'unknown';

/** Metres from where users come to while everything works to the furthest place in which servers stand that could take over. */
function centreAway(topology: Topology): Away {
  const home = topology.productionPools().flatMap((pool) => topology.placesOf(pool));
  const roots = new Set(home.map(rootOf));
  const spare = [...roots].flatMap((root) =>
    standbyOf(root, topology).flatMap(({ pools }) => pools.flatMap((pool) => topology.placesOf(pool))),
  );
  return furthest(home, spare, topology);
}

function copyAway(topology: Topology): Away {
  const home = topology.productionPools().flatMap((pool) => topology.placesOf(pool));
  const copies = dataSets(topology).flatMap(({ stores, backups }) => [
    ...stores.flatMap((store) => topology.placesOf(store)),
    ...backups.flatMap(({ spec }) => spec.copies.map(({ place }) => place)),
  ]);
  return furthest(home, copies, topology);
}

const rootOf = (path: string): string => path.split('/')[0]!;

function furthest(home: readonly string[], away: readonly string[], topology: Topology): Away {
  const pairs = home.flatMap((from) =>
    away.filter((to) => rootOf(to) !== rootOf(from) || to !== from).map((to) => [from, to] as const),
  );
  const known = pairs.flatMap(([from, to]) => metres(from, to, topology) ?? []);
  if (known.length > 0) return Math.max(...known);
  return pairs.some(([from, to]) => rootOf(from) !== rootOf(to)) ? 'unknown' : 'nowhere';
}

function metres(a: string, b: string, topology: Topology): number | undefined {
  const [from, to] = [coordinatesOf(a, topology), coordinatesOf(b, topology)];
  return from === undefined || to === undefined ? undefined : Math.round(1000 * distance(from, to));
}

/** Of a place, or of the smallest place around it that has some. */
function coordinatesOf(path: string, topology: Topology): readonly [number, number] | undefined {
  const place = topology.scenario.places.find((one) => one.path === path);
  if (place === undefined || place.coordinates !== undefined || place.parent === undefined) return place?.coordinates;
  return coordinatesOf(place.parent, topology);
}
