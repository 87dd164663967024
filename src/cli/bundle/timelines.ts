import { DAY } from '../../base/index.ts';
import { Drill, type DrillResult, type DrillRow, runbookReport } from '../../index.ts';
import type { Evidence, Part } from './evidence.ts';

/** Drills of each fault behind a timeline, where the command did not drill all of them itself. */
const TIMES = 20;

/** The typical and the worst drill of each class of fault, step by step: of the fault that took longest to recover from. */
export const timelines: Part = (evidence) =>
  [...worstByClass(rowsOf(evidence))].map(([faultClass, row]) => ({
    name: `timelines/${faultClass}.txt`,
    content: runbookReport(row, { language: evidence.lang }),
  }));

function rowsOf(evidence: Evidence): DrillResult['rows'] {
  if (evidence.command === 'drill') return evidence.result.rows;
  // What was found is told step by step in its report.
  if (evidence.command === 'falsify') return [];
  const { scenario, result } = evidence;
  const drill = new Drill(scenario, {
    seed: result.seed,
    times: TIMES,
    lostFor: (7 * DAY) as typeof DAY,
    timelines: true,
  });
  while (drill.step());
  return drill.result(result.scenario).rows;
}

/** The rows come worst first; where a class has one that people or automation brought back, that tells more than one that never came back. */
function worstByClass(rows: readonly DrillRow[]): Map<string, DrillRow> {
  const told = rows.filter(({ timelines: lines }) => lines !== undefined);
  const worst = new Map<string, DrillRow>();
  for (const row of [...told.filter(hasRecovered), ...told]) if (!worst.has(row.class)) worst.set(row.class, row);
  return worst;
}

const hasRecovered = ({ workloads }: DrillRow): boolean =>
  workloads.some(({ rtoSeconds }) => (rtoSeconds.mean ?? 0) > 0);
