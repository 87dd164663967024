import type { InChinese } from '../problem.ts';
import { COMPONENTS } from './components.ts';
import { PhraseBook } from './phrases.ts';
import { PLANS } from './plans.ts';
import { TEXTS } from './texts.ts';
import { VALUES } from './values.ts';

export { type Phrase, PhraseBook } from './phrases.ts';

/** What is expected of a text that the parser cannot read. */
const YAML = 'YAML 1.2';

let book: PhraseBook | undefined;

/** A sentence of a problem in Chinese; undefined where the phrase book has none for it. */
export function phraseInChinese(text: string): string | undefined {
  // Special ones come before those that fit more.
  book ??= new PhraseBook([...TEXTS, ...COMPONENTS, ...PLANS, ...VALUES]);
  return book.say(text);
}

/** What a problem says in Chinese, where both what is wrong and what was expected can be said. */
export function saidInChinese(problem: {
  readonly message: string;
  readonly expected?: string | undefined;
}): InChinese | undefined {
  const said = phraseInChinese(problem.message);
  // The parser of YAML has more to say than is known here.
  const message = said ?? (problem.expected === YAML ? `YAML 写法有误：${problem.message}` : undefined);
  const expected = problem.expected === undefined ? undefined : phraseInChinese(problem.expected);
  if (message === undefined || (problem.expected !== undefined && expected === undefined)) return undefined;
  return { message, ...(expected !== undefined && { expected }) };
}
