import { type Words, wordsOf } from '../words/index.ts';
import { type Html, html, NOTHING } from './html.ts';
import { both } from './voices.ts';

const EN = wordsOf('en');
const ZH = wordsOf('zh');

/** Labels with their texts in both languages; they stand in the same order in each. */
export function factsHtml(told: (words: Words) => readonly (readonly [label: string, text: string])[]): Html {
  const [en, zh] = [told(EN), told(ZH)];
  if (en.length === 0) return NOTHING;
  const rows = en.map(([label, text], i) => {
    const [other, said] = zh[i]!;
    return html`<dt>${both({ en: label, zh: other })}</dt><dd>${both({ en: text, zh: said })}</dd>`;
  });
  return html`<dl class="told">${rows}</dl>`;
}

/** Paragraphs in both languages. */
export function paragraphsHtml(told: (words: Words) => readonly string[]): Html {
  const zh = told(ZH);
  return html`${told(EN).map((text, i) => html`<p class="about">${both({ en: text, zh: zh[i]! })}</p>`)}`;
}
