import { sortedEntries } from '../base/index.ts';
import type { Explanation, Timeline } from '../experiment/index.ts';
import { clean } from './cells.ts';
import { count } from './figures.ts';
import { PLAIN } from './ink.ts';
import { type Lines, type Page, paragraph } from './page.ts';
import type { ReportOptions } from './run-report.ts';
import { replay } from './sections/foot.ts';
import { measured } from './sections/header.ts';
import { timelineLines } from './timeline/timeline.ts';
import { wordsOf } from './words/index.ts';

export interface ExplanationOptions extends ReportOptions {
  /** Tell every incident there is, not only those of the causes that cost the most. */
  readonly all?: boolean;
}

/** Incidents told of a workload unless all are asked for: the typical and the worst of the two causes that cost the most. */
const TOLD = 4;

/** Incidents told second by second, for a terminal: lines of at most 80 cells, ended by a line break. */
export function explanationReport(explanation: Explanation, options: ExplanationOptions = {}): string {
  const { language = 'en', ink = PLAIN, all = false } = options;
  const page: Page = { words: wordsOf(language), ink };
  const told: Told = new Map();
  const blocks = [
    measured(explanation, page),
    ...sortedEntries(explanation.seen).flatMap(([name, seen]) => ofWorkload(name, seen, explanation, all, told, page)),
    replay('explain', explanation, page),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Under which workload an incident has been told. */
type Told = Map<string, string>;

/** One moment of one run, with what followed it, is one incident for all that it takes down. */
const incidentOf = ({ replication, began, lines }: Timeline): string =>
  JSON.stringify([replication, Math.round(began), lines.length]);

function tell(timeline: Timeline, told: Told, page: Page): Lines {
  const key = incidentOf(timeline);
  const before = told.get(key);
  if (before === undefined) told.set(key, timeline.workload);
  return timelineLines(timeline, page, before);
}

function ofWorkload(
  name: string,
  seen: number,
  { timelines }: Explanation,
  all: boolean,
  before: Told,
  page: Page,
): Lines[] {
  const { timeline: say } = page.words;
  const own = timelines.filter(({ workload }) => workload === name);
  if (own.length === 0) return [paragraph(say.none(clean(name)), 0)];
  const told = all ? own : own.slice(0, TOLD);
  const rest = own.length - told.length;
  return [
    paragraph(say.seen(clean(name), count(seen)), 0),
    ...told.map((timeline) => tell(timeline, before, page)),
    ...(rest === 0 ? [] : [paragraph(say.moreTimelines(count(rest)), 0).map(page.ink.dim)]),
  ];
}
