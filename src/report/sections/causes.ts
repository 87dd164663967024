import { sortedEntries } from '../../base/index.ts';
import { type Cause, dearestPhase, type Result, type WorkloadResult } from '../../experiment/index.ts';
import { minutesBeside } from '../beside.ts';
import { clean } from '../cells.ts';
import { count, percent } from '../figures.ts';
import { type Lines, labelled, type Page, paragraph, subtitle, title } from '../page.ts';
import { howOften } from '../seen.ts';
import { type Column, table } from '../table.ts';
import type { Words } from '../words/index.ts';
import { worstWorkloads } from '../worst.ts';

const SHOWN = 10;
/** Names listed of single points and of pairs. */
const NAMED = 6;
/** Wide enough for the labels beneath the table, in cells. */
const LABEL = 26;

/** Causes by the downtime they cost, single points of failure and killing pairs among them. */
export function causes(result: Result, page: Page): Lines {
  const down = sortedEntries(result.workloads).filter(([, workload]) => workload.causes.length > 0);
  if (down.length === 0) return [];
  const { shown, more } = worstWorkloads(down, page);
  const parts = shown.flatMap(([name, workload]) => [...subtitle(name, page), ...ofWorkload(workload, page)]);
  return [...title(page.words.causes.title, '', page), ...parts, ...more];
}

function ofWorkload(workload: WorkloadResult, page: Page): string[] {
  const { words, ink } = page;
  const say = words.causes;
  const { causes: all, otherCausesMinutesPerYear: others } = workload;
  const cuts = (sort: Cause['cut']): readonly Cause[] => all.filter(({ cut }) => cut === sort);
  const blips = cuts('blip');
  const rest = [
    ...(all.length > SHOWN ? [words.more(count(all.length - SHOWN))] : []),
    ...(others > 0 ? [say.others(minutesBeside(others, workload.intervals.otherCausesMinutesPerYear))] : []),
  ];
  return [
    ...table(all.slice(0, SHOWN), columns(page), page),
    ...(rest.length === 0 ? [] : paragraph(rest.join(' · ')).map(ink.dim)),
    ...labelled(say.singles, listed(cuts('single'), say.noSingles, words), page, 2, LABEL),
    ...(blips.length === 0 ? [] : labelled(say.blipSingles, listed(blips, '', words), page, 2, LABEL)),
    ...labelled(say.pairs, listed(cuts('pair'), words.noneSeen, words), page, 2, LABEL),
  ];
}

function columns({ words, ink }: Page): Column<Cause>[] {
  const say = words.causes;
  return [
    {
      title: say.minutesPerYear,
      align: 'right',
      cell: ({ minutesPerYear, intervals }) => minutesBeside(minutesPerYear, intervals.minutesPerYear),
    },
    { title: say.share, align: 'right', cell: ({ share }) => percent(share) },
    { title: say.incidentsPerYear, align: 'right', cell: ({ incidentsPerYear }) => howOften(incidentsPerYear, words) },
    {
      title: say.faults,
      align: 'left',
      cell: ({ cut }) => cutText(cut, words),
      paint: ink.bad,
    },
    { title: say.mostly, align: 'left', cell: (cause) => mostly(cause, words) },
    { title: say.trigger, align: 'left', cell: (cause) => causeText(cause, words), shrinks: true, wraps: true },
  ];
}

/** What a cause is among the smallest combinations, in a word; nothing where it is none. */
export function cutText(cut: Cause['cut'], { causes: say }: Words): string {
  if (cut === null) return '';
  return cut === 'pair' ? say.pair : say.single;
}

function mostly(cause: Cause, words: Words): string {
  const dearest = dearestPhase(cause);
  return dearest === undefined ? '' : words.phases.names[dearest.phase];
}

/** The trigger, and what else was broken then. */
function causeText({ trigger, combination }: Cause, words: Words): string {
  const name = combination.length === 0 ? words.causes.nothingBroken : words.names.fault(trigger);
  const others = combination.filter((one) => one !== trigger);
  return others.length === 0 ? name : `${name} (${words.causes.together(others.map(words.names.fault).join(', '))})`;
}

/** The combinations that cost the most, by name. */
function listed(cuts: readonly Cause[], none: string, words: Words): string {
  if (cuts.length === 0) return none;
  const all = [...new Set(cuts.map(({ combination }) => clean(combination.map(words.names.fault).join(' + '))))];
  const text = all.slice(0, NAMED).join(words.listSeparator);
  return all.length > NAMED ? `${text} · ${words.more(count(all.length - NAMED))}` : text;
}
