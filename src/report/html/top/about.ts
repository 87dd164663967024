import type { Result } from '../../../experiment/index.ts';
import { clean, shorten } from '../../cells.ts';
import { undrilledText } from '../../drill/undrilled.ts';
import { count, stated } from '../../figures.ts';
import { ending } from '../../sections/header.ts';
import { yearsText } from '../../seen.ts';
import { statedSpan } from '../../spans.ts';
import { TOP } from '../../words/page/top.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageParts } from '../parts.ts';
import { both, type Said, type Voice } from '../voices.ts';

export const nameOfPage = ({ run, drill, explanation }: PageParts): string =>
  (run ?? drill ?? explanation)?.scenario.name ?? 'hasim';

/** How much was simulated, and of what. */
export function factsLine({ run, drill, explanation }: PageParts): Html {
  const facts: ((voice: Voice) => string)[] = [];
  const seen = run ?? (drill === undefined ? explanation : undefined);
  if (seen !== undefined) facts.push((voice) => simulated(seen, voice));
  if (drill !== undefined) {
    facts.push(({ words }) => words.drill.times(count(drill.rows.length), count(drill.times)));
    facts.push(({ words, language }) => TOP.lostFor[language](statedSpan(drill.lostForSeconds, words)));
  }
  const of = seen ?? drill;
  const seed = of?.seed;
  if (seed !== undefined) facts.push(({ words }) => words.header.seed(shorten(clean(seed), 40)));
  const file = of?.scenario.file;
  return html`${both((voice) => facts.map((fact) => fact(voice)).join(' · '))}${file === undefined ? null : html` · <code>${file}</code>`}`;
}

export const simulated = ({ runs, yearsPerRun }: Pick<Result, 'runs' | 'yearsPerRun'>, { words }: Voice): string =>
  words.header.simulated(count(runs), stated(yearsPerRun), yearsText(runs * yearsPerRun));

/** What a reader must know about how it ended. */
export function noticeHtml({ run, drill }: PageParts): Html {
  const notices: Said[] = [
    ...(run === undefined || ending(run, 'en') === '' ? [] : [({ language }: Voice) => ending(run, language)]),
    ...(drill?.undrilled === undefined ? [] : [({ words }: Voice) => undrilledText(drill, words)]),
  ];
  return notices.length === 0 ? NOTHING : html`${notices.map((one) => html`<p class="warn">${both(one)}</p>`)}`;
}
