import type { Texts } from '../../visual/index.ts';
import { type Language, type Words, wordsOf } from '../words/index.ts';
import { Html, readable } from './html.ts';

/** A language in which the page speaks. */
export interface Voice {
  readonly language: Language;
  readonly words: Words;
}

const EN: Voice = { language: 'en', words: wordsOf('en') };
const ZH: Voice = { language: 'zh', words: wordsOf('zh') };

export const voiceOf = (language: Language): Voice => (language === 'en' ? EN : ZH);

/** As browsers are told of a language. */
export const LANG: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

export type Said = Texts | ((voice: Voice) => string);

/** A text in both languages as data. */
export const texts = (said: Said): Texts => (typeof said === 'function' ? { en: said(EN), zh: said(ZH) } : said);

/** A text in both languages, of which a style shows one; once where they are alike. */
export function both(said: Said): Html {
  const { en, zh } = texts(said);
  if (en === zh) return readable(en);
  const span = (language: Language, text: string): string =>
    `<span class="l-${language}" lang="${LANG[language]}">${readable(text).markup}</span>`;
  return new Html(span('en', en) + span('zh', zh));
}
