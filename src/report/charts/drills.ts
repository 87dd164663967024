import { type DrillResult, type DrillRow, PHASES } from '../../experiment/index.ts';
import type { ChartSpec } from '../../visual/index.ts';
import { byClass, faultName } from '../html/names.ts';
import type { PageParts } from '../html/parts.ts';
import { texts } from '../html/voices.ts';
import { boundsOf, span, statedSpan } from '../spans.ts';
import { CHARTS } from '../words/page/charts.ts';
import { intervalOf } from './intervals.ts';

type Seen = DrillRow['workloads'][number];
interface Budget {
  readonly row: DrillRow;
  readonly seen: Seen;
}

/** What the recovery from the worst loss of a site would take if one of its steps took no time. */
export function budgetChart({ drill }: PageParts): ChartSpec[] {
  const budget = drill === undefined ? undefined : worstSite(drill);
  if (budget === undefined) return [];
  const { row, seen } = budget;
  const now = seen.rtoSeconds.p95!;
  const phases = PHASES.filter((phase) => (seen.phaseSeconds[phase].max ?? 0) > 0);
  const target = drill!.objectives.find(
    ({ objective, domain }) => objective.endsWith('rto') && domain === row.domain,
  )?.target;
  return [
    {
      id: 'budget',
      title: texts(({ words, language }) => CHARTS.budget[language](`${faultName(row, words)} · ${seen.workload}`)),
      about: CHARTS.budgetAbout,
      body: {
        kind: 'bars',
        lying: true,
        stacked: false,
        categories: phases.map((phase) => texts(({ words }) => words.phases.names[phase])),
        series: [
          {
            label: CHARTS.perfect,
            colour: 'blue',
            values: phases.map((phase) => seen.ifPerfect[phase].p95),
            intervals: phases.map((phase) => intervalOf(boundsOf(seen.ifPerfect[phase], 'p95'))),
          },
        ],
        axis: { title: CHARTS.perfect, measure: 'span', min: 0, max: 1.15 * Math.max(now, target ?? 0) },
      },
      limits: [
        { at: now, label: texts(({ words, language }) => CHARTS.asIs[language](span(now, words))) },
        ...(target === undefined
          ? []
          : [
              { at: target, label: texts(({ words, language }) => CHARTS.target[language](statedSpan(target, words))) },
            ]),
      ],
    },
  ];
}

const SITES: ReadonlySet<string> = new Set(['zone', 'idc', 'region']);

/** The site whose loss takes the longest to recover from, of those that recover; else whatever does. */
export function worstSite({ rows }: DrillResult): Budget | undefined {
  const all = [...rows]
    .sort(byClass)
    .flatMap((row) => row.workloads.flatMap((seen) => ((seen.rtoSeconds.p95 ?? 0) > 0 ? [{ row, seen }] : [])));
  const sites = all.filter(({ row }) => SITES.has(row.class));
  return (sites.length > 0 ? sites : all).sort((a, b) => b.seen.rtoSeconds.p95! - a.seen.rtoSeconds.p95!)[0];
}
