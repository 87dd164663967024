import type { SweepPoint, SweepResult } from '../../../experiment/index.ts';
import { clean } from '../../cells.ts';
import { measuresOf } from '../../sweep/aims.ts';
import { boundsText, changeLines, figureText, measureText } from '../../sweep/figures.ts';
import { SWEEP } from '../../words/page/sweep.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { type Field, htmlTable } from '../table.ts';
import { both, texts } from '../voices.ts';

/** Every point with its settings, its figures with their intervals, and its differences to the base. */
export function pointsTable(result: SweepResult): Html {
  const { base, parameters, pareto } = result;
  const shown = measuresOf(result);
  const fields: Field<SweepPoint>[] = [
    {
      title: () => '#',
      figure: ({ point }) => point,
      cell: ({ point }) => String(point),
    },
    {
      title: SWEEP.isFront,
      figure: ({ front }) => Number(front),
      cell: ({ front }) => (front ? html`<span class="chip met">★</span>` : ''),
    },
    ...parameters.map(
      ({ name }): Field<SweepPoint> => ({
        title: () => clean(name),
        cell: ({ settings }) => html`<code>${clean(settings[name] ?? '')}</code>`,
      }),
    ),
    ...shown.flatMap((measure) => [figureField(measure, result), differenceField(measure, result)]),
  ];
  const caption = texts(({ words }) =>
    base.point === null ? words.sweep.againstScenario : words.sweep.againstPoint(String(base.point)),
  );
  const about =
    pareto.measures.length === 0
      ? null
      : html`<p class="about">${both(({ words }) => words.sweep.front(pareto.measures.map((one) => measureText(one, result, words)).join(words.listSeparator)).replace(/^\* /, '★ '))}</p>`;
  return html`${about}${htmlTable({ id: 'points-t', caption, rows: result.points, fields, shown: 40 })}`;
}

const figureField = (measure: string, result: SweepResult): Field<SweepPoint> => ({
  title: ({ words }) => clean(measureText(measure, result, words)),
  figure: ({ measures }) => measures[measure]?.mean ?? null,
  cell: ({ measures }) => {
    const estimate = measures[measure];
    if (estimate === undefined) return '';
    const bounds = texts(({ words }) => boundsText(measure, estimate, words));
    return html`${both(({ words }) => figureText(measure, estimate, words))}${bounds.en === '' ? NOTHING : html`<div class="dim">${both(bounds)}</div>`}`;
  },
});

const differenceField = (measure: string, result: SweepResult): Field<SweepPoint> => ({
  title: ({ words }) => `${words.sweep.against}: ${clean(measureText(measure, result, words))}`,
  figure: ({ differences }) => differences[measure]?.mean ?? null,
  cell: ({ point, differences }) => {
    const difference = differences[measure];
    if (point === result.base.point || difference === undefined) return '';
    const [figure, bounds] = [0, 1].map((i) => texts(({ words }) => changeLines(measure, difference, words)[i] ?? ''));
    return html`${both(figure!)}${bounds!.en === '' ? NOTHING : html`<div class="dim">${both(bounds!)}</div>`}`;
  },
});
