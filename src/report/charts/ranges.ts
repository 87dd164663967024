import { sortedEntries } from '../../base/index.ts';
import type { DrillRow, FaultClass, Spread } from '../../experiment/index.ts';
import type { Bars, ChartSpec } from '../../visual/index.ts';
import { faultName } from '../html/names.ts';
import type { PageParts } from '../html/parts.ts';
import { type Said, texts } from '../html/voices.ts';
import { CHARTS } from '../words/page/charts.ts';
import { limitsOf, type Time } from './limits.ts';

interface Row {
  readonly name: Said;
  readonly spread: Spread;
}

/** Rows of a chart at most: the worst. */
const MOST = 14;
/** A logarithmic axis knows no 0: what took none stands here. */
export const LEAST = 0.1;

const worstFirst = (a: Row, b: Row): number =>
  (b.spread.p95 ?? 0) - (a.spread.p95 ?? 0) || (b.spread.max ?? 0) - (a.spread.max ?? 0);

/** Recovery times: of drills where there are some, else of what chance has shown. */
export function rtoChart(parts: PageParts): ChartSpec[] {
  const rows =
    parts.drill?.rows.flatMap(ofDrill) ??
    sortedEntries(parts.run?.workloads ?? {}).flatMap(([of, { rtoSeconds }]) => rtoSeconds.map((row) => seen(row, of)));
  return ranges('rto', CHARTS.rto, CHARTS.rtoAbout, rows, parts);
}

/** Recovery points likewise. */
export function rpoChart(parts: PageParts): ChartSpec[] {
  const rows =
    parts.drill?.rows.flatMap((row) =>
      row.stores.map(({ store, rpoSeconds }): Row => ({ name: nameOf(row, store), spread: rpoSeconds })),
    ) ??
    sortedEntries(parts.run?.stores ?? {}).flatMap(([of, { rpoSeconds }]) => rpoSeconds.map((row) => seen(row, of)));
  return ranges('rpo', CHARTS.rpo, CHARTS.rpoAbout, rows, parts);
}

const nameOf =
  (row: DrillRow, of: string): Said =>
  ({ words }) =>
    `${faultName(row, words)} · ${of}`;

/** The workload that suffers the most from each. */
function ofDrill(row: DrillRow): Row[] {
  const worst = [...row.workloads].sort((a, b) => (b.rtoSeconds.p95 ?? 0) - (a.rtoSeconds.p95 ?? 0))[0];
  return worst === undefined ? [] : [{ name: nameOf(row, worst.workload), spread: worst.rtoSeconds }];
}

const seen = (row: Spread & { readonly class: FaultClass; readonly domain: string }, of: string): Row => ({
  name: ({ words }) => `${words.classes[row.class]} ${row.domain} · ${of}`,
  spread: row,
});

function ranges(id: Time, title: Said, about: Said, all: readonly Row[], parts: PageParts): ChartSpec[] {
  const rows = all
    .filter(({ spread }) => spread.max !== null && spread.max > 0)
    .sort(worstFirst)
    .slice(0, MOST);
  if (rows.length === 0) return [];
  const from = (value: number | null): number => Math.max(LEAST, value ?? LEAST);
  const part = (low: (spread: Spread) => number | null, high: (spread: Spread) => number | null) =>
    rows.map(({ spread }) => (high(spread) === null ? null : ([from(low(spread)), from(high(spread))] as const)));
  const body: Bars = {
    kind: 'bars',
    lying: true,
    stacked: false,
    overlaid: true,
    categories: rows.map(({ name }) => texts(name)),
    series: [
      {
        label: texts(({ language }) => CHARTS.upTo[language]('p50')),
        colour: 'blue',
        values: part(
          () => LEAST,
          ({ p50 }) => p50,
        ),
      },
      {
        label: texts(({ language }) => CHARTS.upTo[language]('p95')),
        colour: 'sky',
        values: part(
          ({ p50 }) => p50,
          ({ p95 }) => p95,
        ),
      },
      {
        label: texts(CHARTS.longest),
        colour: 'grey',
        values: part(
          ({ p95, p50 }) => p95 ?? p50,
          ({ max }) => max,
        ),
      },
    ],
    axis: { title: texts(CHARTS.time), measure: 'span', log: true, min: LEAST },
  };
  const longest = Math.max(...rows.map(({ spread }) => spread.max!));
  return [{ id, title: texts(title), about: texts(about), body, limits: limitsOf(parts, id, longest) }];
}
