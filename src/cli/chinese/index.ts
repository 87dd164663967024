import { PhraseBook } from '../../language/index.ts';
import { HELP } from './help.ts';
import { REFUSALS } from './refusals.ts';
import { USAGE } from './usage.ts';

let book: PhraseBook | undefined;

/**
 * What a command says beside its result, in Chinese, line by line; a line that is in Chinese already, or part of a file that is
 * told again, stays as it is.
 */
export const inChinese = (text: string): string => text.split('\n').map(line).join('\n');

/** Undefined for what no phrase says. */
export function sentenceInChinese(sentence: string): string | undefined {
  book ??= new PhraseBook([...USAGE, ...REFUSALS, ...HELP]);
  return book.say(sentence);
}

function line(text: string): string {
  const [, before = '', sentence = ''] = /^(hasim: | *)(.*?)$/s.exec(text) ?? [];
  return sentence === '' ? text : before + (sentenceInChinese(sentence) ?? sentence);
}
