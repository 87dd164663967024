import { sortedEntries } from '../../base/index.ts';
import type { Cause, Result, WorkloadResult } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { dearestPhase } from '../dearest-phase.ts';
import { count, percent } from '../figures.ts';
import { minutesText } from '../minutes.ts';
import { type Lines, labelled, type Page, paragraph, subtitle, title } from '../page.ts';
import { howOften } from '../seen.ts';
import { type Column, table } from '../table.ts';
import type { Words } from '../words/index.ts';

const SHOWN = 10;
/** Names listed of single points and of pairs. */
const NAMED = 6;
/** Wide enough for the labels beneath the table, in cells. */
const LABEL = 26;

/** Causes by the downtime they cost, single points of failure and killing pairs among them. */
export function causes(result: Result, page: Page): Lines {
  const down = sortedEntries(result.workloads).filter(([, workload]) => workload.causes.length > 0);
  if (down.length === 0) return [];
  const parts = down.flatMap(([name, workload]) => [...subtitle(name, page), ...ofWorkload(workload, page)]);
  return [title(page.words.causes.title, '', page), ...parts];
}

function ofWorkload(workload: WorkloadResult, page: Page): string[] {
  const { words, ink } = page;
  const say = words.causes;
  const { causes: all, otherCausesMinutesPerYear: others } = workload;
  const cuts = minimalCuts(all);
  const blips = cuts.singles.filter((cause) => meanSeconds(cause) < workload.blipUnderSeconds);
  const long = cuts.singles.filter((cause) => !blips.includes(cause));
  const rest = [
    ...(all.length > SHOWN ? [words.more(count(all.length - SHOWN))] : []),
    ...(others > 0 ? [say.others(minutesText(others))] : []),
  ];
  return [
    ...table(all.slice(0, SHOWN), columns(cuts, page), page),
    ...(rest.length === 0 ? [] : paragraph(rest.join(' · ')).map(ink.dim)),
    ...labelled(say.singles, listed(long, say.noSingles, words), page, 2, LABEL),
    ...(blips.length === 0 ? [] : labelled(say.blipSingles, listed(blips, '', words), page, 2, LABEL)),
    ...labelled(say.pairs, listed(cuts.pairs, words.noneSeen, words), page, 2, LABEL),
  ];
}

/** How long an incident of a cause is down, on average. */
const meanSeconds = ({ minutesPerYear, incidentsPerYear }: Cause): number => (60 * minutesPerYear) / incidentsPerYear;

/** The smallest combinations that took a workload below its level. */
interface Cuts {
  readonly singles: readonly Cause[];
  /** Two faults of which neither does it alone. */
  readonly pairs: readonly Cause[];
}

/** What a plan stops on purpose is no failure. */
function minimalCuts(every: readonly Cause[]): Cuts {
  const all = every.filter((cause) => cause.class !== 'plan');
  const singles = all.filter((cause) => broken(cause).length === 1);
  const alone = new Set(singles.flatMap(broken));
  const pairs = all.filter((cause) => broken(cause).length === 2 && !broken(cause).some((one) => alone.has(one)));
  return { singles, pairs };
}

const TWICE = / ×2$/;
const MANY = / ×\d+$/;

/** What was broken, one by one: `app-a host ×2` is two of a kind. More than two of a kind count as three. */
const broken = ({ combination }: Cause): string[] =>
  combination.flatMap((one) => {
    const kind = one.replace(MANY, '');
    return MANY.test(one) ? Array(TWICE.test(one) ? 2 : 3).fill(kind) : [kind];
  });

function columns({ singles, pairs }: Cuts, { words, ink }: Page): Column<Cause>[] {
  const say = words.causes;
  return [
    { title: say.minutesPerYear, align: 'right', cell: ({ minutesPerYear }) => minutesText(minutesPerYear) },
    { title: say.share, align: 'right', cell: ({ share }) => percent(share) },
    { title: say.incidentsPerYear, align: 'right', cell: ({ incidentsPerYear }) => howOften(incidentsPerYear, words) },
    {
      title: '',
      align: 'left',
      cell: (cause) => (singles.includes(cause) ? say.single : pairs.includes(cause) ? say.pair : ''),
      paint: ink.bad,
    },
    { title: say.mostly, align: 'left', cell: (cause) => mostly(cause, words) },
    { title: say.trigger, align: 'left', cell: (cause) => causeText(cause, words), shrinks: true, wraps: true },
  ];
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
