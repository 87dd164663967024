import type { ObjectiveResult } from '../../experiment/index.ts';
import { EDITION_DATA, limitOf } from '../../standards/index.ts';
import type { Limit } from '../../visual/index.ts';
import type { PageParts } from '../html/parts.ts';
import { texts } from '../html/voices.ts';
import { statedSpan } from '../spans.ts';
import { CHARTS } from '../words/page/charts.ts';

export type Time = 'rto' | 'rpo';

/** A limit so many times what was measured would leave the chart empty: only the next one above is shown. */
const FAR = 20;

/** What recovery times or points are held to: the objectives of the scenario, and the tiers of the standard. */
export function limitsOf(parts: PageParts, what: Time, longest: number): Limit[] {
  const all = [...targetsOf(parts, what), ...tiersOf(parts, what)].sort((a, b) => a.at - b.at);
  const above = all.find(({ at }) => at > longest);
  return all.filter((limit) => limit.at <= FAR * longest || limit === above);
}

/** Targets of the scenario, each once. */
function targetsOf({ run, drill }: PageParts, what: Time): Limit[] {
  const rows: readonly Pick<ObjectiveResult, 'objective' | 'target'>[] = [
    ...(drill?.objectives ?? []),
    ...(run?.objectives ?? []),
  ];
  const targets = new Set(
    rows.filter(({ objective, target }) => objective.endsWith(what) && target > 0).map(({ target }) => target),
  );
  return [...targets].map((at) => ({
    at,
    upright: true,
    label: texts(({ words, language }) => CHARTS.target[language](statedSpan(at, words))),
  }));
}

/** The limits of the edition that judges; tiers of the same limit are named together. A limit of 0 has no place on a logarithmic axis. */
function tiersOf({ drill }: PageParts, what: Time): Limit[] {
  if (drill === undefined) return [];
  const { edition, settings } = drill.standard;
  const byLimit = new Map<number, number[]>();
  for (const { tier, ...row } of EDITION_DATA[edition].tiers) {
    const limit = limitOf(row[what].value, settings);
    if (limit !== null && limit > 0) byLimit.set(limit, [...(byLimit.get(limit) ?? []), tier]);
  }
  return [...byLimit].map(([at, tiers]) => ({
    at,
    upright: true,
    label: texts(({ words, language }) =>
      CHARTS.limit[language](tiers.join(language === 'en' ? ', ' : '、'), statedSpan(at, words)),
    ),
  }));
}
