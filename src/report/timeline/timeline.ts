import type { Timeline, TimelineEvent, TimelineLine } from '../../experiment/index.ts';
import { cells, clean, PAGE_CELLS, padEnd, wrap } from '../cells.ts';
import { count } from '../figures.ts';
import type { Ink } from '../ink.ts';
import { type Lines, type Page, paragraph } from '../page.ts';
import { span } from '../spans.ts';
import type { Words } from '../words/index.ts';
import { clock } from './clock.ts';
import { eventText } from './events.ts';
import { gathered, type ToldLine } from './gathered.ts';

/** Below this many seconds tenths of a second matter. */
const SHORT = 120;

const INK: Readonly<Partial<Record<TimelineEvent['kind'], keyof Ink>>> = {
  truth: 'doubtful',
  truths: 'doubtful',
  service: 'strong',
};

/** One incident: what it was, then line by line when, who, what; or under which workload that was told already. */
export function timelineLines(timeline: Timeline, page: Page, before?: string): string[] {
  const { words, ink } = page;
  const say = words.timeline;
  const top = [say.title(say.which[timeline.which], clean(timeline.workload)), struck(timeline, page)]
    .filter((part) => part !== '')
    .join(' · ');
  return [
    ...wrap(top, PAGE_CELLS).map(ink.strong),
    ...paragraph(about(timeline, page)).map(ink.dim),
    ...(before === undefined
      ? withoutMiddle(eventRows(timeline.lines, timeline.seconds, page), page)
      : paragraph(say.toldBefore(clean(before))).map(ink.dim)),
  ];
}

/** Events told of an incident: how it came about, and how it ended. One that lasts for years sees much that is not its own. */
const TOLD = { first: 60, last: 12 };

function withoutMiddle(rows: readonly Lines[], { words, ink }: Page): string[] {
  const left = rows.length - TOLD.first - TOLD.last;
  if (left <= 1) return rows.flat();
  return [
    ...rows.slice(0, TOLD.first).flat(),
    ...paragraph(words.timeline.moreLines(count(left))).map(ink.dim),
    ...rows.slice(-TOLD.last).flat(),
  ];
}

const struck = ({ class: size, domain }: Timeline, { words }: Page): string =>
  size === null ? '' : `${words.classes[size]} ${clean(domain ?? '')}`.trim();

function about(timeline: Timeline, { words }: Page): string {
  const say = words.timeline;
  const { trigger, censored } = timeline;
  const parts = [
    ...(trigger === null ? [] : [say.trigger(clean(words.names.fault(trigger)))]),
    say.lasted(span(timeline.seconds, words), span(timeline.downSeconds, words)),
    ...(censored ? [say.open] : []),
    say.where(count(timeline.replication), span(timeline.began, words)),
  ];
  return parts.join(' · ');
}

/** Line by line when, who, what; with tenths of a second where what is told lasted only `seconds`. */
export const timelineEvents = (lines: readonly TimelineLine[], seconds: number, page: Page): string[] =>
  eventRows(lines, seconds, page).flat();

function eventRows(lines: readonly TimelineLine[], seconds: number, page: Page): Lines[] {
  const { words, ink } = page;
  const told = gathered(lines);
  const times = told.map(({ at }) => clock(at, seconds < SHORT));
  const actors = told.map(({ event }) => words.timeline.actors[event.kind === 'truths' ? 'truth' : event.kind]);
  const timeWidth = Math.max(0, ...times.map(cells));
  const actorWidth = Math.max(0, ...actors.map(cells));
  const room = PAGE_CELLS - timeWidth - actorWidth - 6;
  return told.map((line, i) => {
    const paint = ink[INK[line.event.kind] ?? 'dim'];
    const left = `  ${padEnd(times[i]!, timeWidth)}  ${paint(padEnd(actors[i]!, actorWidth))}  `;
    return wrap(clean(lineText(line, words)), room).map(
      (text, row) => (row === 0 ? left : ' '.repeat(cells(left))) + text,
    );
  });
}

function lineText({ event, leftOut }: ToldLine, words: Words): string {
  const text = eventText(event, words);
  return leftOut === 0 ? text : `${text} ${words.timeline.steps(count(leftOut))}`;
}
