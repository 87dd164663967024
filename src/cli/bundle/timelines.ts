import { type DrillResult, type DrillRow, runbookReport } from '../../index.ts';
import type { Drills, Evidence, Part } from './evidence.ts';

/** The typical and the worst drill of every fault, step by step: a file for each class. */
export const timelines: Part = async (evidence, drills) =>
  [...byClass(await rowsOf(evidence, drills))].map(([faultClass, rows]) => ({
    name: `timelines/${faultClass}.txt`,
    content: rows.map((row) => runbookReport(row, { language: evidence.lang })).join('\n'),
  }));

async function rowsOf(evidence: Evidence, drills: Drills): Promise<DrillResult['rows']> {
  if (evidence.command === 'drill') return evidence.result.rows;
  // What was found is told step by step in its report.
  return evidence.command === 'falsify' ? [] : (await drills()).rows;
}

/** The rows come worst first; what people or automation brought back stands first, for it tells more than what never came back. */
function byClass(rows: readonly DrillRow[]): Map<string, DrillRow[]> {
  const told = rows.filter(({ timelines: lines }) => lines !== undefined);
  const classes = new Map<string, DrillRow[]>();
  for (const row of [...told.filter(hasRecovered), ...told.filter((row) => !hasRecovered(row))])
    classes.set(row.class, [...(classes.get(row.class) ?? []), row]);
  return classes;
}

const hasRecovered = ({ workloads }: DrillRow): boolean =>
  workloads.some(({ rtoSeconds }) => (rtoSeconds.mean ?? 0) > 0);
