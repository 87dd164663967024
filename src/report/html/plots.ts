import { type ChartSpec, HEAT_LINE, type HeatMap, LIMIT_ROW, rowsOf } from '../../visual/index.ts';
import { type Html, html, NOTHING } from './html.ts';
import { both } from './voices.ts';

/** Room that a chart takes, pixels: more where it has more bars. */
export function heightOf(spec: ChartSpec): number {
  const { body } = spec;
  if (body.kind === 'lines') return 300;
  if (body.kind === 'heat') return 80 + (13 + HEAT_LINE * mostLines(body)) * body.rows.length;
  const rows = body.categories.length * (body.stacked || body.overlaid === true ? 1 : body.series.length);
  return 96 + LIMIT_ROW * rowsOf(spec) + 26 * Math.max(2, rows);
}

/** In any field. */
const mostLines = ({ rows }: HeatMap): number =>
  Math.max(...rows.flatMap(({ fields }) => fields.map((field) => field?.lines.length ?? 1)));

/** Places for charts, which the page's program draws; what they show stands in the tables too. */
export const plots = (charts: readonly ChartSpec[], ...ids: readonly string[]): Html =>
  grouped(charts.filter(({ id }) => ids.includes(id)).map(plot));

const grouped = (figures: readonly Html[]): Html =>
  figures.length === 0 ? NOTHING : html`<div class="plots">${figures}</div>`;

const plot = (spec: ChartSpec): Html =>
  html`<figure class="plot"><figcaption id="chart-${spec.id}-c">${both(spec.title)} <span class="dim">${both(spec.about)}</span></figcaption><div class="chart" style="height:${heightOf(spec)}px"><canvas data-chart="${spec.id}" role="img" aria-labelledby="chart-${spec.id}-c"></canvas></div></figure>`;
