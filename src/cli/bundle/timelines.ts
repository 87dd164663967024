import { type DrillResult, type DrillRow, type Language, runbookReport, untoldText, wordsOf } from '../../index.ts';
import type { Drills, Evidence, Part } from './evidence.ts';

/** The typical and the worst drill of every fault, step by step: a file for each class. */
export const timelines: Part = async (evidence, drills) => {
  const { lang: language } = evidence;
  return [...byClass(await rowsOf(evidence, drills))].map(([faultClass, rows]) => ({
    name: `timelines/${faultClass}.txt`,
    content: [...rows.filter(isTold).map((row) => runbookReport(row, { language })), ...untoldOf(rows, language)].join(
      '\n',
    ),
  }));
};

/** How many of a class are told, where not all are. */
function untoldOf(rows: readonly DrillRow[], language: Language): string[] {
  const untold = rows.filter((row) => !isTold(row)).length;
  return untold === 0 ? [] : [`${untoldText({ rows, untold }, wordsOf(language))}\n`];
}

const isTold = ({ timelines: told }: DrillRow): boolean => told !== undefined;

async function rowsOf(evidence: Evidence, drills: Drills): Promise<DrillResult['rows']> {
  if (evidence.command === 'drill') return evidence.result.rows;
  // What was found is told step by step in its report.
  if (evidence.command === 'falsify') return [];
  // Who has interrupted a check does not wait for drills that it would not have made.
  if (evidence.command === 'check' && evidence.partial && evidence.drilled === undefined) return [];
  return (await drills()).rows;
}

/** The rows come worst first; what people or automation brought back stands first, for it tells more than what never came back. */
function byClass(rows: readonly DrillRow[]): Map<string, DrillRow[]> {
  const classes = new Map<string, DrillRow[]>();
  for (const row of [...rows.filter(hasRecovered), ...rows.filter((row) => !hasRecovered(row))])
    classes.set(row.class, [...(classes.get(row.class) ?? []), row]);
  return classes;
}

const hasRecovered = ({ workloads }: DrillRow): boolean =>
  workloads.some(({ rtoSeconds }) => (rtoSeconds.mean ?? 0) > 0);
