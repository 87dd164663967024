import { sortedEntries } from '../../base/index.ts';
import type { Cause, Result, WorkloadResult } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { count, percent } from '../figures.ts';
import { minutesText } from '../minutes.ts';
import { type Lines, labelled, type Page, paragraph, title } from '../page.ts';
import { howOften } from '../seen.ts';
import { type Column, table } from '../table.ts';
import type { Words } from '../words/index.ts';

const SHOWN = 10;
/** Names listed of single points and of pairs. */
const NAMED = 8;

/** Causes by the downtime they cost, single points of failure and killing pairs among them. */
export function causes(result: Result, page: Page): Lines {
  const down = sortedEntries(result.workloads).filter(([, workload]) => workload.causes.length > 0);
  return down.flatMap(([name, workload], index) => [
    title(index === 0 ? page.words.causes.title : '', clean(name), page),
    ...ofWorkload(workload, page),
  ]);
}

function ofWorkload({ causes: all, otherCausesMinutesPerYear: others }: WorkloadResult, page: Page): string[] {
  const { words, ink } = page;
  const say = words.causes;
  const rest = [
    ...(all.length > SHOWN ? [words.more(count(all.length - SHOWN))] : []),
    ...(others > 0 ? [say.others(minutesText(others))] : []),
  ];
  return [
    ...table(all.slice(0, SHOWN), columns(page), page),
    ...(rest.length === 0 ? [] : paragraph(rest.join(' · ')).map(ink.dim)),
    ...labelled(
      say.singles,
      listed(
        all.filter(isSingle).map(({ combination }) => combination[0]!),
        say.noSingles,
        words,
      ),
      page,
      2,
    ),
    ...labelled(
      say.pairs,
      listed(
        all.filter(isPair).map(({ combination }) => combination.join(' + ')),
        words.noneSeen,
        words,
      ),
      page,
      2,
    ),
  ];
}

const MANY = / ×\d+$/;
/** One fault alone took the workload below its level. */
const isSingle = ({ combination }: Cause): boolean => combination.length === 1 && !MANY.test(combination[0]!);
/** Two faults together did: two things, or two of one kind. */
const isPair = ({ combination }: Cause): boolean =>
  combination.length === 2
    ? !combination.some((one) => MANY.test(one))
    : combination.length === 1 && combination[0]!.endsWith(' ×2');

function columns({ words, ink }: Page): Column<Cause>[] {
  const say = words.causes;
  return [
    { title: say.minutesPerYear, align: 'right', cell: ({ minutesPerYear }) => minutesText(minutesPerYear) },
    { title: say.share, align: 'right', cell: ({ share }) => percent(share) },
    { title: say.incidentsPerYear, align: 'right', cell: ({ incidentsPerYear }) => howOften(incidentsPerYear, words) },
    {
      title: '',
      align: 'left',
      cell: (cause) => (isSingle(cause) ? say.single : isPair(cause) ? say.pair : ''),
      paint: ink.bad,
    },
    { title: say.trigger, align: 'left', cell: (cause) => causeText(cause, words), shrinks: true, wraps: true },
  ];
}

/** The trigger, and what else was broken then. */
function causeText({ trigger, combination }: Cause, words: Words): string {
  const name = combination.length === 0 ? words.causes.nothingBroken : trigger;
  const others = combination.filter((one) => one !== trigger);
  return others.length === 0 ? name : `${name} (${words.causes.together(others.join(', '))})`;
}

function listed(names: readonly string[], none: string, words: Words): string {
  if (names.length === 0) return none;
  const all = [...new Set(names.map(clean))];
  const text = all.slice(0, NAMED).join(words.listSeparator);
  return all.length > NAMED ? `${text} · ${words.more(count(all.length - NAMED))}` : text;
}
