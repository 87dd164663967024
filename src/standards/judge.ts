import { formatDuration, type Us } from '../base/index.ts';
import type { Assumption, EditionName, Tier } from '../language/index.ts';
import { type Scenario, servedStores, Topology } from '../scenario/index.ts';
import type { TierScope } from '../service/index.ts';
import { declaringAssumptions, declaringOf } from './declaring.ts';
import { DEFAULT_EDITION, DEFAULT_SETTINGS, EDITION_DATA, type Edition } from './editions/index.ts';
import { classResult } from './judge/disaster.ts';
import { compareDocumented } from './judge/documented.ts';
import type { MeasuredDisaster } from './judge/measured.ts';
import { isSite, scopesOf } from './judge/scopes.ts';
import { judgeScope } from './judge/tiers.ts';
import { judgeProfile } from './profiles/judge.ts';
import type { Profile } from './profiles/profile.ts';
import { sectorProfile } from './profiles/sectors.ts';
import type { ClassResult, ElementResult, Settings, StandardResult, TierResult } from './result/index.ts';
import { dataSets } from './structure/data.ts';
import { contradictionsOf, elementsOf } from './structure/elements.ts';

/** By what a scenario is judged; what is not said is as the scenario's objectives say, or the usual. */
export interface Standards {
  readonly edition?: EditionName;
  readonly profile?: Profile;
  /** The file that the profile was read from, as a command takes it; absent: hasim knows it by name. */
  readonly profileFile?: string;
}

/** Drills of a scenario, and whether every disaster was among them. */
export interface DrillEvidence {
  readonly disasters: readonly MeasuredDisaster[];
  readonly complete: boolean;
}

/** Judges what drills have shown, what the topology shows and what is declared by an edition of the standard. */
export function judgeStandard(scenario: Scenario, drilled: DrillEvidence, standards: Standards = {}): StandardResult {
  const wanted = scenario.objectives.find((one) => one.kind === 'tier');
  const edition = EDITION_DATA[standards.edition ?? wanted?.edition ?? DEFAULT_EDITION];
  const profile = standards.profile ?? profileOf(scenario);
  const settings: Settings = { ...DEFAULT_SETTINGS, ...profile?.settings };
  const topology = new Topology(scenario);
  const evidence = { ...drilled, disasters: drilled.disasters.map((seen) => ofKeptData(seen, topology)) };
  const scopes = scopesOf(evidence.disasters);
  const elements = scopes.flatMap((scope) => elementsOf(scope, topology, edition, { ...evidence, settings }));
  const tiers = scopes.map((scope) => judgeScope({ scope, ...evidence, elements }, edition, settings));
  const scope = wanted?.scope ?? scopes.find(isSite) ?? scopes[0] ?? null;
  const headline = tiers.find((one) => one.scope === scope);
  const shown = shownElements(elements, scopes);
  return {
    name: edition.title,
    edition: edition.name,
    inForce: edition.inForce,
    source: edition.source,
    elementsChecked: edition.elementsChecked,
    settings,
    tiers,
    tier: headline?.tier ?? null,
    scope,
    classes: evidence.disasters
      .map((seen) => classResult(seen, against(seen.scope, tiers, wanted), edition, settings))
      .sort(worstFirst),
    elements: shown,
    blockers: [...tiers]
      .sort((a, b) => Number(b === headline) - Number(a === headline))
      .flatMap((one) => one.decidedBy),
    contradictions: contradictionsOf(
      elements.filter((one) => one.scope === scope),
      topology,
    ),
    documented: compareDocumented(scenario.declared.documented, evidence.disasters, tiers, settings),
    profile:
      profile === undefined
        ? null
        : { ...judgeProfile(profile, { ...evidence, tiers, topology, settings }), ...fileOf(standards) },
    declaring: declaringOf(topology),
    assumptions: [...declaringAssumptions(topology), ...readings(edition, settings)],
  };
}

const fileOf = ({ profileFile }: Standards): { readonly file?: string } =>
  profileFile === undefined ? {} : { file: profileFile };

/** An empty disk that waits for a restore has nothing to lose. */
function ofKeptData(seen: MeasuredDisaster, topology: Topology): MeasuredDisaster {
  const kept = keptIn(topology);
  return { ...seen, stores: seen.stores.filter(({ store, point }) => kept.has(store) || point.count > 0) };
}

const keptIn = (topology: Topology): ReadonlySet<string> =>
  new Set([...dataSets(topology).flatMap(({ stores }) => stores), ...servedStores(topology)]);

/** The stores that hold what somebody would miss. */
export const keptStores = (scenario: Scenario): ReadonlySet<string> => keptIn(new Topology(scenario));

/** The stores that users are served from while everything works. */
export const storesInUse = (scenario: Scenario): ReadonlySet<string> => servedStores(new Topology(scenario));

function profileOf(scenario: Scenario): Profile | undefined {
  const wanted = scenario.objectives.find((one) => one.kind === 'profile');
  return wanted === undefined ? undefined : sectorProfile(wanted.profile);
}

/** The tier that is wanted, or the next one above that proven. */
function against(scope: TierScope, tiers: readonly TierResult[], wanted: { readonly atLeast: Tier } | undefined): Tier {
  const proven = tiers.find((one) => one.scope === scope)?.tier ?? 0;
  return wanted?.atLeast ?? (Math.min(6, proven + 1) as Tier);
}

const RANK: readonly ClassResult['verdict'][] = ['fail', 'undecided', 'too-close', 'pass'];

function worstFirst(a: ClassResult, b: ClassResult): number {
  return Number(b.gates) - Number(a.gates) || RANK.indexOf(a.verdict) - RANK.indexOf(b.verdict) || a.tier - b.tier;
}

/** Elements speak of sites: those of smaller scopes are the same as those of the smallest site. */
function shownElements(elements: readonly ElementResult[], scopes: readonly TierScope[]): readonly ElementResult[] {
  const sites = scopes.filter(isSite);
  return elements.filter(({ scope }) => (sites.length === 0 ? scope === scopes[0] : sites.includes(scope)));
}

const span = (seconds: number): string => formatDuration((seconds * 1_000_000) as Us);

function readings({ tiers, name }: Edition, settings: Settings): readonly Assumption[] {
  const hours = tiers.some(({ rto, rpo }) => rto.value === 'several-hours' || rpo.value === 'several-hours');
  return [
    {
      path: 'standard.several-minutes',
      value: span(settings.severalMinutes),
      source: 'assumption: 数分钟 has no number in the standard; only tier 6 depends on it',
    },
    {
      path: 'standard.several-hours',
      value: span(settings.severalHours),
      source: hours
        ? 'assumption: 数小时 has no number in the standard'
        : 'assumption: 数小时 has no number in the standard; it changes no verdict of this edition',
    },
    {
      path: 'standard.may-fail',
      value: `${100 * settings.mayFail}%`,
      source: 'assumption: the largest share of recoveries that may fail; times are judged given that they worked',
    },
    {
      path: 'standard.band',
      value: `${100 * settings.band}%`,
      source: 'assumption: nearer to a limit than this is too close to call',
    },
    {
      path: 'standard.disasters',
      value: tiers.at(-1)?.disasters.value.join(', ') ?? '',
      source: tiers.at(-1)?.disasters.source ?? '',
    },
    {
      path: 'standard.elements',
      value: name,
      source: 'elements not checked against the text of the standard',
    },
  ];
}
