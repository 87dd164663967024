import { type Scenario, Topology } from '../scenario/index.ts';
import { DEFAULT_EDITION, DEFAULT_SETTINGS, EDITION_DATA } from './editions/index.ts';
import { blockersOf } from './judge/tiers.ts';
import type { DrillEvidence, Standards } from './judge.ts';
import type { Blocker } from './result/index.ts';
import { elementsOf } from './structure/elements.ts';

/** All that keeps the scenario from the tier that it wants, however far that lies above what is proven; what failed first. */
export function blockersOfWanted(scenario: Scenario, evidence: DrillEvidence, standards: Standards = {}): Blocker[] {
  const wanted = scenario.objectives.find((one) => one.kind === 'tier');
  if (wanted === undefined) return [];
  const edition = EDITION_DATA[standards.edition ?? wanted.edition ?? DEFAULT_EDITION];
  const row = edition.tiers.find(({ tier }) => tier === wanted.atLeast);
  if (row === undefined) return [];
  const { scope } = wanted;
  const settings = { ...DEFAULT_SETTINGS, ...standards.profile?.settings };
  const elements = elementsOf(scope, new Topology(scenario), edition, { ...evidence, settings });
  return blockersOf({ scope, ...evidence, elements }, row, settings);
}
