import type { GridRow } from '../../comparison/grid.ts';
import { type Words, wordsOf } from '../../words/index.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { both } from '../voices.ts';

type Sections = readonly (readonly [title: string, rows: readonly GridRow[]])[];

const EN = wordsOf('en');
const ZH = wordsOf('zh');

/** A row for each figure, a column for each scenario; every part under its title. */
export function gridTable(heads: readonly string[], told: (words: Words) => Sections): Html {
  const [en, zh] = [told(EN), told(ZH)];
  return html`${en.map(([title, rows], s) =>
    rows.length === 0
      ? NOTHING
      : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="grid-${s}"><table class="beside"><caption id="grid-${s}">${both({ en: title, zh: zh[s]![0] })}</caption>
<thead><tr><td></td>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row, r) => line(row, zh[s]![1][r]!))}</tbody></table></div>`,
  )}`;
}

const line = (row: GridRow, other: GridRow): Html =>
  html`<tr><th scope="row">${both({ en: row.label, zh: other.label })}</th>${row.fields.map(({ lines, paint }, f) => html`<td class="${paint ?? ''}">${lines.map((text, i) => html`<div${i === 0 ? null : html` class="dim"`}>${both({ en: text, zh: other.fields[f]!.lines[i] ?? text })}</div>`)}</td>`)}</tr>\n`;
