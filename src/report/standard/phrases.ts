import type { AuditFinding, Blocker, DocumentedResult, RuleResult } from '../../standards/index.ts';
import { shareBeside, spanBeside } from '../beside.ts';
import { percent } from '../figures.ts';
import { span, statedSpan } from '../spans.ts';
import type { Words } from '../words/index.ts';

/** A blocker as a line of a to-do list. */
export function blockerText(blocker: Blocker, words: Words): string {
  const say = words.standard;
  if (blocker.kind === 'element')
    return `${say.elements[blocker.element]}: ${say.asks[blocker.ask]} [${say.found(blocker.found)}]`;
  const { what, domain, measured, low, high, limit, needs, verdict } = blocker;
  if (what === 'not-drilled') return say.short['not-drilled'](say.disasters[blocker.class]);
  const seen = (value: number): string =>
    what === 'failures' ? shareBeside(value, { low, high }) : spanBeside(value, { low, high }, words);
  const stated = (value: number): string => (what === 'failures' ? percent(value) : statedSpan(value, words));
  // Where nothing may be lost, the largest loss is judged, not a quantile.
  const judged = what === 'data' && limit === 0 ? 'most-data' : what;
  const text = say.short[judged](
    `${words.names.domain(domain)} (${say.disasters[blocker.class]})`,
    measured === null ? say.notBack : seen(measured),
    limit === null ? say.notBack : stated(limit),
  );
  const more = needs === null ? '' : ` · ${say.needs(String(needs))}`;
  return verdict === 'fail' ? text : `${text} · ${say.verdicts[verdict]}${more}`;
}

/** A finding of the audit as a line. */
export function findingText(finding: AuditFinding, words: Words): string {
  const say = words.standard;
  const { code, plan, step, verb, domain, of, figure, class: disaster } = finding;
  const named = [...new Set(of)].join(words.listSeparator);
  if (code === 'no-plan')
    return say.audit[code](`${domain} (${disaster === null ? '' : say.disasters[disaster]})`, named, '');
  const subject = step === null ? (plan ?? '') : say.step(plan ?? '', `${step} (${verb})`);
  const told = figure === null ? words.notKnown : code === 'decided-by-people' ? span(figure, words) : percent(figure);
  return say.audit[code](subject, named, told);
}

const METRES = 1000;

/** A figure of a rule or a promise: a tier, a distance, a time. */
export function figureText(what: RuleResult['what'], value: number | null, words: Words): string {
  const isTime = what === 'rto' || what === 'rpo';
  if (value === null) return isTime ? words.standard.notBack : words.notKnown;
  if (what === 'tier') return String(value);
  return isTime ? span(value, words) : `${Math.round(value / METRES)} km`;
}

/** Whether what was measured bears a promise out. */
export const agreesText = ({ agrees }: DocumentedResult, { standard }: Words): string =>
  standard.agrees[String(agrees) as 'true' | 'false' | 'null'];

/** A promise, or what was measured of it. */
export function promiseText(
  { what }: Pick<DocumentedResult, 'what'>,
  value: DocumentedResult['measured'],
  words: Words,
): string {
  if (typeof value === 'string') return words.standard.recoverers[value];
  return what === 'recovered-by' ? words.notKnown : figureText(what, value, words);
}

/** What was measured of a promise, with its bounds. */
export const seenText = (one: DocumentedResult, words: Words): string =>
  typeof one.measured === 'number' && (one.what === 'rto' || one.what === 'rpo')
    ? spanBeside(one.measured, one, words)
    : promiseText(one, one.measured, words);

/** What a document promises beside what was measured. */
export function documentedText(one: DocumentedResult, words: Words): string {
  const { what, promised, scope, source } = one;
  const say = words.standard;
  const figures = say.documented(say.what[what], promiseText(one, promised, words), seenText(one, words));
  return `${agreesText(one, words)}: ${say.scopes[scope]}: ${figures} (${source})`;
}
