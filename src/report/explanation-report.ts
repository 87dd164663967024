import { sortedEntries } from '../base/index.ts';
import type { Explanation } from '../experiment/index.ts';
import { clean } from './cells.ts';
import { PLAIN } from './ink.ts';
import { labelled, type Page, paragraph } from './page.ts';
import { replayCommand } from './replay.ts';
import type { ReportOptions } from './run-report.ts';
import { measured } from './sections/header.ts';
import { timelineLines } from './timeline/timeline.ts';
import { wordsOf } from './words/index.ts';

/** Incidents told second by second, for a terminal: lines of at most 80 cells, ended by a line break. */
export function explanationReport(
  explanation: Explanation,
  { language = 'en', ink = PLAIN }: ReportOptions = {},
): string {
  const page: Page = { words: wordsOf(language), ink };
  const { timelines, seen } = explanation;
  const calm = sortedEntries(seen).filter(([, incidents]) => incidents === 0);
  const seenOf = new Map(Object.entries(seen));
  const blocks = [
    measured(explanation, page),
    ...timelines.map((timeline) => timelineLines(timeline, seenOf.get(timeline.workload) ?? 0, page)),
    ...calm.map(([name]) => paragraph(page.words.timeline.none(clean(name)))),
    labelled(page.words.foot.replay, replayCommand('explain', explanation), page, 0),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
