import type { AuditFinding, Blocker, ProfileResult, StandardResult } from '../../standards/index.ts';
import { clean } from '../cells.ts';
import { count, percent } from '../figures.ts';
import { type Lines, type Page, paragraph, title } from '../page.ts';
import { span, statedSpan } from '../spans.ts';
import { table } from '../table.ts';
import { disasters, elements, PAINT } from './evidence.ts';
import { blockerText, documentedText, figureText, findingText } from './phrases.ts';
import { tiers } from './tiers.ts';

const SHOWN = 12;

/** The verdict: tier by scope, disasters, elements, what to do next, what it takes for granted. Blocks of lines. */
export const standardBlocks = (result: StandardResult, page: Page): readonly Lines[] => [
  [...tiers(result, page), ...contradictions(result, page)],
  disasters(result, page),
  elements(result, page),
  todo(result, page),
  profile(result.profile, page),
  documented(result, page),
  granted(result, page),
];

function contradictions({ contradictions: all }: StandardResult, { words, ink }: Page): Lines {
  return all.flatMap(({ declared, found }) =>
    paragraph(clean(words.standard.contradicts(declared, words.standard.found(found)))).map(ink.bad),
  );
}

const bullets = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => paragraph(clean(text), 4).map((line, i) => (i === 0 ? `  - ${line.trimStart()}` : line)));

/** What stands between the scope that was asked for and the next tier. */
function todo({ blockers, scope }: StandardResult, page: Page): Lines {
  const { words, ink } = page;
  const own = blockers.filter((one: Blocker) => one.scope === scope);
  const [first] = own;
  if (first === undefined) return [];
  const rest = own.length - SHOWN;
  return [
    ...title(words.standard.todo(String(first.tier), words.standard.scopes[first.scope]), '', page),
    ...bullets(own.slice(0, SHOWN).map((one) => blockerText(one, words))),
    ...(rest > 0 ? paragraph(words.more(count(rest))).map(ink.dim) : []),
  ];
}

function profile(result: ProfileResult | null, page: Page): Lines {
  if (result === null) return [];
  const { words, ink } = page;
  const say = words.standard;
  return [
    ...title(say.profileTitle(clean(result.name)), say.verdicts[result.verdict], page),
    ...table(
      result.rules,
      [
        {
          title: say.verdict,
          align: 'left',
          cell: ({ verdict }) => say.verdicts[verdict],
          paint: (text, { verdict }) => ink[PAINT[verdict]](text),
        },
        { title: words.objectives.objective, align: 'left', cell: ({ what }) => say.what[what] },
        {
          title: say.scope,
          align: 'left',
          cell: ({ scope, domain }) => domain ?? say.scopes[scope],
          shrinks: true,
          wraps: true,
        },
        { title: words.objectives.target, align: 'right', cell: (row) => figureText(row.what, row.target, words) },
        { title: words.objectives.measured, align: 'right', cell: (row) => figureText(row.what, row.measured, words) },
      ],
      page,
    ),
    ...paragraph(clean(`${words.names.source(result.source)} [${say.confidences[result.confidence]}]`)).map(ink.dim),
  ];
}

function documented({ documented: all }: StandardResult, page: Page): Lines {
  if (all.length === 0) return [];
  const { words } = page;
  return [...title(words.standard.documentedTitle, '', page), ...bullets(all.map((one) => documentedText(one, words)))];
}

/** Who declares a disaster first, then how the standard was read. */
function granted({ declaring, settings, assumptions }: StandardResult, page: Page): Lines {
  const { words } = page;
  const say = words.standard;
  const long = (seconds: number | null): string => (seconds === null ? words.notKnown : span(seconds, words));
  const declared = declaring.map(({ plan, by, p50, p95 }) =>
    (by === 'people' ? say.declaredByPeople : say.declaredByAutomation)(plan, long(p50), long(p95)),
  );
  const idle = assumptions.some(
    ({ path, source }) => path === 'standard.several-hours' && source.includes('no verdict'),
  );
  return [
    ...title(say.assumptionsTitle, '', page),
    ...bullets([
      ...(declared.length === 0 ? [say.declaredByNobody] : declared),
      say.minutes(statedSpan(settings.severalMinutes, words)),
      say.hours(statedSpan(settings.severalHours, words), idle ? '' : 'x'),
      say.mayFail(percent(settings.mayFail)),
      say.classesFrom,
    ]),
  ];
}

const FINDINGS = 16;

/** What an auditor would ask about the plans. */
export function auditSection(findings: readonly AuditFinding[], page: Page): Lines {
  const { words, ink } = page;
  const say = words.standard;
  const rest = findings.length - FINDINGS;
  const shown = findings.slice(0, FINDINGS);
  return [
    ...title(say.auditTitle, '', page),
    ...(shown.length === 0 ? paragraph(say.auditNothing) : []),
    ...shown.flatMap((one) => bullets([findingText(one, words)]).map(one.severity === 'bad' ? ink.bad : ink.dim)),
    ...(rest > 0 ? paragraph(say.moreNotes(count(rest))).map(ink.dim) : []),
  ];
}
