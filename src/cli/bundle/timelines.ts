import { DAY } from '../../base/index.ts';
import { Drill, type DrillResult, type DrillRow, runbookReport, wordsOf } from '../../index.ts';
import { EXIT, Refusal } from '../exits.ts';
import { Progress } from '../progress.ts';
import { workTogether } from '../together.ts';
import type { Evidence, Part } from './evidence.ts';

/** Drills of each fault behind a timeline, where the command did not drill all of them itself. */
const TIMES = 20;

/** The typical and the worst drill of every fault, step by step: a file for each class. */
export const timelines: Part = async (evidence) =>
  [...byClass(await rowsOf(evidence))].map(([faultClass, rows]) => ({
    name: `timelines/${faultClass}.txt`,
    content: rows.map((row) => runbookReport(row, { language: evidence.lang })).join('\n'),
  }));

async function rowsOf(evidence: Evidence): Promise<DrillResult['rows']> {
  if (evidence.command === 'drill') return evidence.result.rows;
  // What was found is told step by step in its report.
  if (evidence.command === 'falsify') return [];
  const { scenario, source, result, workers, lang } = evidence;
  const lostFor = (7 * DAY) as typeof DAY;
  const drill = new Drill(scenario, { seed: result.seed, times: TIMES, lostFor, timelines: true });
  const interrupted = await workTogether(drill, {
    opened: [{ scenario, source }],
    workers,
    portions: [...drill.portions()].length,
    progress: new Progress(wordsOf(lang), false),
  });
  if (interrupted) throw new Refusal('interrupted', EXIT.interrupted);
  return drill.result(result.scenario).rows;
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
