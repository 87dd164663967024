import type { ParameterEffect, SweepResult } from '../../../experiment/index.ts';
import { clean } from '../../cells.ts';
import { percent } from '../../figures.ts';
import { measuresOf } from '../../sweep/aims.ts';
import { changeText, measureText, rankText } from '../../sweep/figures.ts';
import { SWEEP } from '../../words/page/sweep.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { htmlTable } from '../table.ts';
import { both } from '../voices.ts';

/** How much each parameter moves each measure, with intervals. */
export const movesTables = (result: SweepResult): Html =>
  html`${measuresOf(result).map((measure, i) => moves(result, measure, i))}`;

function moves(result: SweepResult, measure: string, i: number): Html {
  const told = result.sensitivity.find((one) => one.measure === measure);
  if (told === undefined) return NOTHING;
  const { parameters, explained } = told;
  const share =
    explained === null
      ? null
      : html`<p class="about">${both(({ words }) => words.sweep.explained(percent(explained)))}</p>`;
  const table = htmlTable<ParameterEffect>({
    id: `moves-${i}`,
    caption: ({ words }) => clean(measureText(measure, result, words)),
    rows: parameters,
    fields: [
      { title: ({ words }) => words.sweep.parameter, cell: ({ parameter }) => html`<code>${clean(parameter)}</code>` },
      { title: SWEEP.fromTo, cell: ({ from, to }) => both(({ words }) => clean(words.sweep.fromTo(from, to))) },
      {
        title: ({ words }) => words.sweep.effect,
        figure: ({ effect }) => effect.mean,
        cell: ({ effect }) => both(({ words }) => changeText(measure, effect, words)),
      },
      {
        title: ({ words }) => words.sweep.rank,
        figure: ({ rank }) => rank?.mean ?? null,
        cell: ({ rank }) => both(({ words }) => rankText(rank, words)),
      },
    ],
  });
  return html`${table}${share}`;
}
