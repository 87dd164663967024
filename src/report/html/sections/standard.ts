import type { DrillResult } from '../../../experiment/index.ts';
import { shareBeside } from '../../beside.ts';
import { shorten } from '../../cells.ts';
import { PLAIN } from '../../ink.ts';
import { sentence } from '../../sentence.ts';
import { injected } from '../../standard/injected.ts';
import { agreesText, blockerText, findingText, promiseText, seenText } from '../../standard/phrases.ts';
import { headline } from '../../standard/tiers.ts';
import { FRAME } from '../../words/page/frame.ts';
import { PARTS } from '../../words/page/parts.ts';
import { besideHtml, quantileHtml } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageParts, Section } from '../parts.ts';
import { htmlTable } from '../table.ts';
import { both } from '../voices.ts';

type Standard = DrillResult['standard'];
type Verdict = Standard['classes'][number]['verdict'];

const CHIPS: Readonly<Record<Verdict, string>> = {
  pass: 'met',
  fail: 'missed',
  'too-close': 'undecided',
  undecided: 'undecided',
};
const verdict = (said: Verdict): Html =>
  html`<span class="chip ${CHIPS[said]}">${both(({ words }) => words.standard.verdicts[said])}</span>`;

/** Letters that the card has for what blocks the next tier; the list below has all of it. */
const BLOCKER = 150;

/** `GB/T 20988-2007`: a standard by its number; what it is called stands with the evidence. */
const numberOf = (name: string): string => name.replace(/ \p{Script=Han}[\p{Script=Han} ]*/u, ' ').trim();

/** The tier that the drills support, large, with its scope and what stands in the way of the next. */
export function tierCard({ drill }: PageParts): Html {
  if (drill === undefined || drill.standard.scope === null) return NOTHING;
  const { standard } = drill;
  const { tier, scope, blockers } = standard;
  const [first] = blockers.filter((one) => one.scope === scope);
  const blocks =
    first === undefined
      ? NOTHING
      : html`<p class="under">${both(({ words }) => `${words.standard.blocks}: ${shorten(blockerText(first, words), BLOCKER)}`)}</p>`;
  return html`<div class="card tells"><h2 title="${standard.name}">${numberOf(standard.name)}</h2><div class="graded"><span class="big tier">${tier === null || tier === 0 ? '–' : tier}</span><strong>${both(({ words }) => headline(standard, { words, ink: PLAIN }))}</strong></div>${blocks}</div>`;
}

/** Tiers by scope, disasters against limits, the seven elements, what to do next; and what an auditor would ask. */
export const standardSection = ({ standard, audit }: DrillResult): Section => verdictSection(standard, audit);

/** The same where nobody has audited the plans. */
export function verdictSection(standard: Standard, audit?: DrillResult['audit']): Section {
  return {
    id: 'standard',
    title: FRAME.nav.standard,
    about: ({ words }) =>
      [
        words.standard.unchecked(standard.name),
        ...(standard.inForce.to === null ? [] : [words.standard.replaced(standard.inForce.to)]),
      ].join(' '),
    body: html`${tiers(standard)}${disasters(standard)}${elements(standard)}${todo(standard)}${documented(standard)}${audit === undefined ? NOTHING : findings(audit)}<p class="about">${both(({ words }) => words.names.source(standard.source))}</p>`,
  };
}

const tiers = ({ tiers: rows }: Standard): Html =>
  htmlTable({
    id: 'tiers',
    caption: PARTS.standard.tiers,
    rows,
    fields: [
      {
        title: ({ words }) => words.standard.scope,
        cell: ({ scope }) => both(({ words }) => words.standard.scopes[scope]),
      },
      {
        title: ({ words }) => words.standard.tier,
        cell: ({ tier }) => (tier === 0 ? '–' : tier),
        figure: ({ tier }) => tier,
      },
      { title: ({ words }) => words.standard.higher, cell: ({ undecided }) => undecided.join(', '), room: 'line' },
      {
        title: ({ words }) => words.standard.blocks,
        cell: ({ decidedBy: [first] }) => (first === undefined ? '' : both(({ words }) => blockerText(first, words))),
        room: 'text',
      },
    ],
  });

const disasters = ({ classes }: Standard): Html =>
  htmlTable({
    id: 'disasters',
    caption: PARTS.standard.disasters,
    rows: classes,
    fields: [
      {
        title: ({ words }) => words.recovery.class,
        cell: (row) => both(({ words }) => words.standard.disasters[row.class]),
      },
      {
        title: ({ words }) => words.recovery.domain,
        cell: (one) => both(({ words }) => injected(one, classes, words)),
      },
      {
        title: () => 'RTO p95',
        cell: ({ rtoSeconds }) => quantileHtml(rtoSeconds.p95, rtoSeconds),
        figure: ({ rtoSeconds }) => rtoSeconds.p95,
      },
      {
        title: () => 'RPO p95',
        cell: ({ rpoSeconds }) => (rpoSeconds === null ? '' : quantileHtml(rpoSeconds.p95, rpoSeconds)),
        figure: ({ rpoSeconds }) => rpoSeconds?.p95 ?? null,
      },
      {
        title: ({ words }) => words.drill.failed,
        cell: ({ failedShare }) => besideHtml(shareBeside(failedShare.share, failedShare)),
        figure: ({ failedShare }) => failedShare.share,
      },
      {
        title: ({ words }) => words.standard.tier,
        cell: ({ tier }) => (tier === 0 ? '–' : tier),
        figure: ({ tier }) => tier,
      },
      { title: ({ words }) => words.standard.verdict, cell: (row) => verdict(row.verdict) },
    ],
  });

const elements = ({ elements: all, scope }: Standard): Html =>
  htmlTable({
    id: 'elements',
    caption: PARTS.standard.elements,
    rows: all.filter((one) => one.scope === scope),
    fields: [
      { title: PARTS.standard.element, cell: ({ element }) => both(({ words }) => words.standard.elements[element]) },
      {
        title: ({ words }) => words.standard.tier,
        cell: ({ tier }) => (tier === 0 ? '–' : tier),
        figure: ({ tier }) => tier,
      },
      {
        title: PARTS.standard.missing,
        cell: ({ asks }) => {
          const missing = asks.find(({ met }) => !met);
          return missing === undefined
            ? ''
            : both(({ words }) => `${words.standard.asks[missing.ask]} [${words.standard.found(missing.found)}]`);
        },
        room: 'text',
      },
    ],
  });

function todo({ blockers, scope }: Standard): Html {
  const own = blockers.filter((one) => one.scope === scope);
  const [first] = own;
  if (first === undefined) return NOTHING;
  return html`<h3>${both(({ words }) => sentence(words.standard.todo(String(first.tier), words.standard.scopes[first.scope])))}</h3><ul>${own.slice(0, 20).map((one) => html`<li>${both(({ words }) => blockerText(one, words))}</li>`)}</ul>`;
}

const AGREES = { true: 'met', false: 'missed', null: 'undecided' } as const;

/** What documents promise beside what was measured. */
function documented({ documented: rows }: Standard): Html {
  if (rows.length === 0) return NOTHING;
  return htmlTable({
    id: 'documented',
    caption: PARTS.standard.documented,
    rows,
    fields: [
      {
        title: ({ words }) => words.standard.scope,
        cell: ({ scope }) => both(({ words }) => words.standard.scopes[scope]),
      },
      {
        title: PARTS.standard.promise,
        cell: ({ what }) => both(({ words }) => words.standard.what[what]),
        room: 'line',
      },
      {
        title: PARTS.standard.promised,
        cell: (row) => both(({ words }) => promiseText(row, row.promised, words)),
        room: 'line',
      },
      {
        title: ({ words }) => words.objectives.measured,
        cell: (row) => both(({ words }) => seenText(row, words)),
        room: 'line',
      },
      {
        title: ({ words }) => words.standard.verdict,
        cell: (row) =>
          html`<span class="chip ${AGREES[String(row.agrees) as keyof typeof AGREES]}">${both(({ words }) => agreesText(row, words))}</span>`,
      },
      { title: PARTS.standard.source, cell: ({ source }) => source, room: 'text' },
    ],
  });
}

function findings(audit: DrillResult['audit']): Html {
  const lines = audit
    .slice(0, 24)
    .map(
      (one) =>
        html`<li><span class="chip ${one.severity === 'bad' ? 'missed' : 'plain'}" aria-hidden="true">${one.severity === 'bad' ? '!' : 'i'}</span> ${both(({ words }) => findingText(one, words))}</li>`,
    );
  return html`<h3>${both(({ words }) => sentence(words.standard.auditTitle))}</h3>${lines.length === 0 ? html`<p>${both(({ words }) => words.standard.auditNothing)}</p>` : html`<ul class="findings">${lines}</ul>`}`;
}
