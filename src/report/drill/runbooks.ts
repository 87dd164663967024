import type { DrillResult, DrillRow, DrillTimeline } from '../../experiment/index.ts';
import { clean, PAGE_CELLS, wrap } from '../cells.ts';
import { count } from '../figures.ts';
import { PLAIN } from '../ink.ts';
import { type Lines, type Page, paragraph } from '../page.ts';
import type { ReportOptions } from '../run-report.ts';
import { span } from '../spans.ts';
import { timelineEvents } from '../timeline/timeline.ts';
import { type Words, wordsOf } from '../words/index.ts';
import { what } from './names.ts';

/** Faults whose drills are told where all were drilled; the others are told with --fault or --json. */
const TOLD = 3;

/** Of how many faults drills are told step by step, where not of all. */
export const untoldText = ({ rows, untold = 0 }: Pick<DrillResult, 'rows' | 'untold'>, words: Words): string =>
  words.drill.untold(count(rows.length - untold), count(rows.length));

/** The typical and the worst drill of the worst faults, step by step. */
export function runbooks(result: DrillResult, page: Page): Lines[] {
  const { rows, fault, untold } = result;
  const told = rows.filter(({ timelines }) => timelines !== undefined);
  if (told.length === 0) return [];
  // Where nothing came back there is little to tell.
  const recovered = told.filter(({ workloads }) => workloads.some(({ rtoSeconds }) => (rtoSeconds.mean ?? 0) > 0));
  const shown = fault === null ? recovered.slice(0, TOLD) : told;
  const more = told.length - shown.length;
  return [
    ...shown.flatMap((row) => row.timelines!.map((timeline) => runbook(row, timeline, page))),
    ...(more > 0 ? [paragraph(page.words.drill.moreRunbooks(count(more)), 0).map(page.ink.dim)] : []),
    ...(untold === undefined ? [] : [paragraph(untoldText(result, page.words), 0).map(page.ink.dim)]),
  ];
}

/** The typical and the worst drill of one fault, for a file: lines of at most 80 cells, ended by a line break. */
export function runbookReport(row: DrillRow, { language = 'en' }: Pick<ReportOptions, 'language'> = {}): string {
  const page: Page = { words: wordsOf(language), ink: PLAIN };
  const told = (row.timelines ?? []).map((timeline) => runbook(row, timeline, page).join('\n'));
  return `${told.join('\n\n')}\n`;
}

function runbook(row: DrillRow, timeline: DrillTimeline, page: Page): Lines {
  const { words, ink } = page;
  const heading = `${words.drill.runbook} · ${clean(what(row, words))} · ${whose(timeline, words)}`;
  const longest = Math.max(...timeline.workloads.map(({ backAt }) => backAt ?? timeline.until));
  return [
    ...wrap(heading, PAGE_CELLS).map(ink.strong),
    ...timeline.workloads.flatMap((one) => paragraph(fared(one, words))).map(ink.dim),
    ...timelineEvents(timeline.lines, longest, page),
    ...(timeline.leftOut > 0 ? paragraph(words.more(count(timeline.leftOut))).map(ink.dim) : []),
  ];
}

const whose = ({ of, drill }: DrillTimeline, { timeline: say, drill: { number } }: Words): string => {
  const parts = (['typical', 'worst'] as const).flatMap((which) => {
    const names = of.filter((one) => one.which === which).map(({ workload }) => clean(workload));
    return names.length === 0 ? [] : [`${say.which[which]} ${names.join(', ')}`];
  });
  return `${parts.join(' · ')} · ${number(String(drill))}`;
};

/** `browse: lost 0 s after the strike, back after 34 min: detect 3.0 min · decide 29 min …`. */
function fared({ workload, lostAt, rtoSeconds, phases }: DrillTimeline['workloads'][number], words: Words): string {
  const say = words.drill;
  const name = clean(workload);
  if (lostAt === null) return `${name}: ${say.unhurt}`;
  const parts = Object.entries(phases)
    .filter(([, seconds]) => seconds > 0)
    .map(([phase, seconds]) => `${words.phases.names[phase as keyof typeof phases]} ${span(seconds, words)}`);
  const back = rtoSeconds === null ? say.notBack : say.backAfter(span(rtoSeconds, words));
  return `${name}: ${[back, ...parts].join(' · ')}`;
}
