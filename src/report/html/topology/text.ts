import { type Html, html } from '../html.ts';
import { type Said, texts } from '../voices.ts';

/** A text in both languages within a drawing. */
export const svgText = (said: Said, attributes: Html): Html => {
  const { en, zh } = texts(said);
  if (en === zh) return html`<text ${attributes}>${en}</text>`;
  return html`<text ${attributes}><tspan class="l-en">${en}</tspan><tspan class="l-zh">${zh}</tspan></text>`;
};
