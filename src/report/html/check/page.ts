import type { Change, CheckResult, JudgedObjective } from '../../../experiment/index.ts';
import { changeLines, differsText } from '../../check/change.ts';
import { cutText } from '../../check/cut.ts';
import { checkCommand } from '../../check-report.ts';
import { count } from '../../figures.ts';
import { bounds, measured } from '../../judged-table.ts';
import { nameOf, subjectOf, target } from '../../objective.ts';
import { wordsOf } from '../../words/index.ts';
import { FRAME } from '../../words/page/frame.ts';
import { TOP } from '../../words/page/top.ts';
import { verdictHtml } from '../figures.ts';
import { footHtml } from '../foot.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { dataOf } from '../page-data.ts';
import type { Section } from '../parts.ts';
import { pointNotesHtml } from '../point-notes.ts';
import { verdictSection } from '../sections/standard.ts';
import { type PageOptions, skeleton } from '../skeleton.ts';
import { htmlTable } from '../table.ts';
import { simulated } from '../top/about.ts';
import { both } from '../voices.ts';

/** A check as one page that needs nothing else: each objective, what has changed since a baseline, and the standard. */
export function htmlCheck(result: CheckResult, change: Change | undefined, options: PageOptions = {}): string {
  const { scenario, hasim, seed, standard } = result;
  return skeleton(
    {
      title: scenario.name,
      version: hasim,
      lead: lead(result),
      sections: [
        objectives(result.objectives),
        ...(change === undefined ? [] : [since(change)]),
        ...(standard === null ? [] : [verdictSection(standard)]),
      ],
      foot: footHtml(
        [
          [FRAME.footer.version, `hasim ${hasim}`],
          [FRAME.footer.seed, seed],
          [FRAME.footer.scenario, scenario.sha256],
        ],
        [checkCommand(result)],
      ),
      data: dataOf([], []),
    },
    options,
  );
}

function lead(result: CheckResult): Html {
  const { scenario, verdict, seed, times, measured: seen } = result;
  const cut = result.interrupted !== undefined;
  const counted = Object.keys(seen.workloads).length > 0;
  return html`<div class="lead"><h1>${scenario.name}</h1>
<p class="facts">${both((voice) =>
    [
      ...(counted ? [simulated(result, voice)] : []),
      ...(seen.drills.length > 0 ? [voice.words.check.drills(count(times))] : []),
      voice.words.header.seed(seed),
    ].join(' · '),
  )}</p>
<p>${verdictHtml(verdict)} ${both(({ words }) => (cut && verdict !== 'missed' ? '' : words.check.verdicts[verdict]))}</p>${cut ? html`<p class="warn">${both(({ words }) => cutText(result, words))}</p>` : null}</div>`;
}

const objectives = (rows: readonly JudgedObjective[]): Section => ({
  id: 'objectives',
  title: TOP.objectives,
  body: html`${htmlTable<JudgedObjective>({
    id: 'judged',
    caption: ({ words }) => words.drill.worst,
    rows,
    shown: 40,
    fields: [
      { title: ({ words }) => words.objectives.objective, cell: (row) => both(({ words }) => nameOf(row, words)) },
      { title: ({ words }) => words.objectives.of, cell: (row) => both(({ words }) => subjectOf(row, words)) },
      { title: ({ words }) => words.objectives.target, cell: (row) => both(({ words }) => target(row, words)) },
      { title: ({ words }) => words.objectives.measured, cell: (row) => both(({ words }) => measured(row, words)) },
      { title: ({ words }) => words.drill.bounds, cell: (row) => both(({ words }) => bounds(row, words)) },
      { title: ({ words }) => words.objectives.verdict, cell: ({ verdict }) => verdictHtml(verdict) },
    ],
  })}${pointNotesHtml(rows)}`,
});

/** In the words of the report: what a change did. */
const since = (change: Change): Section => ({
  id: 'change',
  title: FRAME.nav.change,
  about: () => `${change.baseline.name} · ${change.baseline.sha256.slice(0, 12)}`,
  body: html`${differing(change)}${listed(change)}`,
});

const differing = (change: Change): Html =>
  change.differs.length === 0 ? NOTHING : html`<p class="warn">${both(({ words }) => differsText(change, words))}</p>`;

function listed(change: Change): Html {
  const [en, zh] = [changeLines(change, wordsOf('en')), changeLines(change, wordsOf('zh'))];
  if (en.length === 0) return html`<p>${both(({ words }) => words.change.nothing)}</p>`;
  return html`<ul>${en.map((text, i) => html`<li>${both({ en: text, zh: zh[i]! })}</li>`)}</ul>`;
}
