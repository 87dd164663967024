import { TIERS, type Tier } from '../../language/index.ts';
import { isWithin, servedStores, type Topology } from '../../scenario/index.ts';
import type { TierScope } from '../../service/index.ts';
import type { Edition } from '../editions/index.ts';
import {
  type AskResult,
  type Basis,
  type Confidence,
  type Contradiction,
  ELEMENTS,
  type Element,
  type ElementResult,
} from '../result/index.ts';
import { ANSWERS } from './asks.ts';
import { type Drilled, type Site, siteOf } from './site.ts';

const SITE_KINDS: readonly TierScope[] = ['rack', 'zone', 'idc', 'region'];

/** The places of a kind whose loss takes something that users need while everything works; where none does, all of them. */
export function sitesOf(scope: TierScope, topology: Topology): readonly string[] {
  const places = topology.scenario.places.filter(({ kind }) => kind === scope).map(({ path }) => path);
  const needed = needs(topology);
  const touched = places.filter((place) => needed.some((name) => topology.touches(name, place)));
  return touched.length > 0 ? touched : places;
}

/** Servers that users come to, and the data they need. */
const needs = (topology: Topology): readonly string[] => [...topology.productionPools(), ...servedStores(topology)];

/** The sites that a scope is judged on: its own places, or for anything smaller the smallest sites in which production stands. */
export function judgedSites(scope: TierScope, topology: Topology): readonly string[] {
  if (SITE_KINDS.includes(scope)) return sitesOf(scope, topology);
  const needed = needs(topology);
  const sites = topology.scenario.places.filter(
    ({ path, kind }) => kind !== 'rack' && needed.some((name) => topology.touches(name, path)),
  );
  const smallest = sites.filter(
    ({ path }) => !sites.some((other) => other.path !== path && isWithin(other.path, path)),
  );
  return smallest.map(({ path }) => path);
}

/** The seven elements on the loss of each place of a scope, each on the place where it is weakest. */
export function elementsOf(
  scope: TierScope,
  topology: Topology,
  edition: Edition,
  drilled: Drilled,
): readonly ElementResult[] {
  const sites = judgedSites(scope, topology).map((lost) => siteOf(lost, topology, drilled));
  return ELEMENTS.map((element) => {
    const judged = sites.map((site) => elementAt(element, site, scope, edition));
    return judged.sort((a, b) => a.tier - b.tier)[0] ?? empty(element, scope);
  });
}

const empty = (element: Element, scope: TierScope): ElementResult => ({
  element,
  scope,
  domain: null,
  tier: 0,
  basis: 'structure',
  confidence: 'memory',
  asks: [],
});

function elementAt(element: Element, site: Site, scope: TierScope, edition: Edition): ElementResult {
  const asks = asksOf(element, edition).map(({ ask, tier }): AskResult => ({ ask, tier, ...ANSWERS[ask](site) }));
  const short = asks.filter(({ met }) => !met).map(({ tier }) => tier);
  const bases = new Set(asks.map(({ basis }) => basis));
  return {
    element,
    scope,
    domain: site.lost,
    tier: short.length === 0 ? 6 : below(Math.min(...short)),
    basis: bases.size > 1 ? 'both' : ([...bases][0] ?? ('structure' satisfies Basis)),
    confidence: confidenceOf(element, edition),
    asks,
  };
}

const below = (tier: number): Tier | 0 => TIERS.findLast((one) => one < tier) ?? 0;

const asksOf = (element: Element, { tiers }: Edition) =>
  tiers.flatMap(({ tier, elements }) => (elements[element]?.value ?? []).map((ask) => ({ ask, tier })));

const SURE: readonly Confidence[] = ['stated', 'secondary', 'inferred', 'memory'];

/** Of the least sure cell of its column. */
function confidenceOf(element: Element, { tiers }: Edition): Confidence {
  const used = tiers.flatMap(({ elements }) => elements[element]?.confidence ?? []);
  return SURE.findLast((one) => used.includes(one)) ?? 'memory';
}

/** Declarations that the structure of the scenario does not bear out. */
export function contradictionsOf(elements: readonly ElementResult[], topology: Topology): readonly Contradiction[] {
  const { rules, planTested } = topology.scenario.declared;
  const declared = new Map<string, string>([
    ['rules-media', 'media'],
    ['rules-standby-site', 'standby-site'],
    ['rules-electronic-transfer', 'electronic-transfer'],
    ['rules-real-time-backup', 'real-time-backup'],
  ]);
  const found = elements.flatMap(({ element, asks }) =>
    asks
      .filter(({ met, basis }) => !met && basis === 'structure')
      .flatMap(({ ask, found: what }): Contradiction[] => {
        if (ask === 'plan-tested' && planTested !== undefined)
          return [{ declared: `plan.tested: ${planTested}`, element, found: what }];
        const word = rules.find((one) => one === declared.get(ask));
        return word === undefined ? [] : [{ declared: `rules: ${word}`, element, found: what }];
      }),
  );
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}
