import { sortedEntries } from '../../../base/index.ts';
import { type ObjectiveResult, type ObjectiveVerdict, type Result, worstWorkload } from '../../../experiment/index.ts';
import { count } from '../../figures.ts';
import { measured as drilled, thrownAway } from '../../judged-table.ts';
import { bounded, nameOf, subjectOf, target } from '../../objective.ts';
import { downtime, mostlyWrong } from '../../sections/availability.ts';
import { measured } from '../../sections/objectives.ts';
import { wordsOf } from '../../words/index.ts';
import { TOP } from '../../words/page/top.ts';
import { availabilitySaid, intervalSaid, ninesSaid, verdictCountHtml, verdictHtml } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageParts } from '../parts.ts';
import { pointNotesHtml } from '../point-notes.ts';
import { tierCard } from '../sections/standard.ts';
import { both, type Said, type Voice } from '../voices.ts';
import { factsLine, nameOfPage, noticeHtml } from './about.ts';
import { fixFirst } from './fix.ts';
import { worstPerClass } from './worst.ts';

/** The first screen: what is promised, what was measured, the worst of each disaster, and what to fix first. */
export const lead = (parts: PageParts): Html =>
  html`<div class="lead first"><h1>${nameOfPage(parts)}</h1><p class="facts">${factsLine(parts)}</p>${noticeHtml(parts)}
${judged(parts)}${worstPerClass(parts)}</div>`;

/** Incidents told by themselves say nothing of objectives, nor of what costs the most. */
const judged = (parts: PageParts): Html =>
  parts.run === undefined && parts.drill === undefined
    ? NOTHING
    : html`<div class="cards" id="verdict">${tierCard(parts)}${goals(parts)}${availability(parts)}${fix(parts)}</div>
`;

function fix(parts: PageParts): Html {
  const said = fixFirst(parts);
  return html`<div class="card all fix${said === null ? ' calm' : ''}"><h2>${both(TOP.fix)}</h2><p>${both(said ?? TOP.nothing)}</p></div>`;
}

function availability({ run }: PageParts): Html {
  if (run === undefined) return NOTHING;
  const names = sortedEntries(run.workloads);
  const worst = worstWorkload(run.workloads) ?? names[0];
  if (worst === undefined) return NOTHING;
  const [name, workload] = worst;
  const years = run.runs * run.yearsPerRun;
  return html`<div class="card"><h2>${name} · ${both(({ words }) => words.availability.byTime)}</h2>
<div class="big">${both(availabilitySaid(workload.availability.time))}</div>
<div class="under">${both(intervalSaid(workload.availability.time))}</div>
<div><strong>${both(ninesSaid(workload.availability.time))}</strong></div>
<div>${both(({ words }) => downtime(workload.downtimeMinutesPerYear, years, words))}</div>
${names.length > 1 ? html`<div class="under">${both(({ language }) => TOP.workloads[language](count(names.length)))}</div>` : null}${wrong(run)}</div>`;
}

/** Users who are answered wrongly are not down, and yet not served. */
function wrong({ workloads }: Result): Html | null {
  if (mostlyWrong(workloads, wordsOf('en')) === undefined) return null;
  const said = ({ words, language }: Voice): string => {
    const told = mostlyWrong(workloads, words);
    return told === undefined ? '' : TOP.rightAnswers[language](...told);
  };
  return html`<div id="wrong"><span class="chip missed">${both(TOP.right)}</span> ${both(said)}</div>`;
}

export interface Goal {
  readonly row: Omit<ObjectiveResult, 'verdict'> & { readonly verdict: ObjectiveVerdict };
  /** What was measured, with what it surely lies between. */
  readonly said: Said;
}

/** Every objective with its verdict: where a run could not judge, the drill has. */
export function goalsOf({ run, drill }: PageParts): Goal[] {
  const judged =
    drill?.objectives.map((row): Goal => ({ row, said: ({ words }) => drilled(row, words, bounded) })) ?? [];
  const isJudged = ({ objective, verdict }: ObjectiveResult): boolean =>
    verdict === 'needs-drill' && judged.some(({ row }) => row.objective === objective);
  const open = run?.objectives.filter((row) => !isJudged(row)) ?? [];
  return [...judged, ...open.map((row): Goal => ({ row, said: ({ words }) => measured(row, words) }))];
}

const SHOWN = 6;

/** What is missed comes first, lest it be left to “more below”. */
const ORDER: readonly ObjectiveVerdict[] = ['missed', 'undecided', 'needs-drill', 'met'];

function goals(parts: PageParts): Html {
  const all = goalsOf(parts).sort((a, b) => ORDER.indexOf(a.row.verdict) - ORDER.indexOf(b.row.verdict));
  if (all.length === 0)
    return html`<div class="card asks"><h2>${both(TOP.objectives)}</h2><p class="under">${both(TOP.none)}</p></div>`;
  const verdicts = ORDER.flatMap((verdict) => {
    const count = all.filter(({ row }) => row.verdict === verdict).length;
    return count === 0 ? [] : [html`<li>${verdictCountHtml(verdict, count)}</li>`];
  });
  return html`<div class="card asks"><h2>${both(TOP.objectives)}</h2><ul class="verdicts">${verdicts}</ul>
<ul class="goals">${all.slice(0, SHOWN).map(goal)}</ul>${more(all.length - SHOWN)}${discarded(parts)}${leftBehind(parts)}</div>`;
}

/** What the recovery points of damaged data do not count, of all stores. */
function discarded({ drill }: PageParts): Html | null {
  const told = drill?.objectives.flatMap(({ discarded: writes, intervals, domain }) =>
    writes === undefined || domain === null ? [] : [[domain, thrownAway(writes, intervals)] as const],
  );
  if (told === undefined || told.length === 0) return null;
  return html`<p class="under">${both(({ language }) => TOP.discarded[language](told.map((one) => TOP.writes[language](...one)).join(', ')))}</p>`;
}

/** Stores whose data a recovery has left behind. */
const leftBehind = ({ drill }: PageParts): Html[] =>
  pointNotesHtml(
    drill?.objectives.map(({ domain, leftBehind: store }) => ({
      domain,
      ...(store !== undefined && { leftBehind: store }),
    })) ?? [],
  );

const more = (left: number): Html | null =>
  left > 0 ? html`<p class="under">${both(({ language }) => TOP.more[language](count(left)))}</p>` : null;

const goal = ({ row, said }: Goal): Html =>
  html`<li><span class="what">${both(({ words }) => `${nameOf(row, words)} ${subjectOf(row, words)}`)}</span><span class="how">${both(said)} <span class="dim">${both(({ words }) => target(row, words))}</span></span>${verdictHtml(row.verdict)}</li>`;
