import { sortedEntries } from '../../../base/index.ts';
import type {
  Bounds,
  DrillPoint,
  DrillResult,
  DrillRow,
  DrillWorkload,
  FaultClass,
  Result,
  Spread,
} from '../../../experiment/index.ts';
import { proportionInterval } from '../../../measures/index.ts';
import { shareBeside } from '../../beside.ts';
import { span } from '../../spans.ts';
import { TOP } from '../../words/page/top.ts';
import { quantileHtml } from '../figures.ts';
import { type Html, html } from '../html.ts';
import { byClass } from '../names.ts';
import type { PageParts } from '../parts.ts';
import { htmlTable } from '../table.ts';
import { both, type Said } from '../voices.ts';

/** The worst of one kind of disaster: a time or a point, and whose. `share` of the drills were not back at all, of `open` nobody knows. */
export interface Worst {
  readonly p95: number | null;
  /** What p95 is known to lie between, 95 % sure; null on a side of which nothing is known. */
  readonly low: number | null;
  readonly high: number | null;
  readonly domain: string;
  readonly of: string;
  readonly share: number;
  /** What bounds that share. */
  readonly shareBounds: Bounds;
  readonly open: number;
  readonly openBounds: Bounds;
  /** Where nobody knows how bad it is: the worst of all that is known of such disasters, so that it is as bad at the least; 0: nothing is. */
  readonly atLeast?: number;
}

const NONE_LOST = { share: 0, shareBounds: { low: 0, high: 0 } };
const NONE_OPEN = { open: 0, openBounds: { low: 0, high: 0 } };

export interface WorstRow {
  readonly class: FaultClass;
  readonly rto: Worst | undefined;
  readonly rpo: Worst | undefined;
}

/** A p95 is of the drills that were back; where more than a twentieth was not, or may not have been, no time is as bad as that share. */
const FEW = 0.05;
const badness = ({ p95, share, open }: Worst): number =>
  p95 === null || share > FEW || open > FEW ? Number.MAX_VALUE * ((1 + share) / 2) : p95 * (1 + share);
const worse = (a: Worst | undefined, b: Worst): Worst => (a === undefined || badness(b) > badness(a) ? b : a);

/** The worst domain of each kind of disaster, the largest kind first. */
export function worstRows({ run, drill }: PageParts): WorstRow[] {
  const rows = drill !== undefined ? ofDrills(drill) : run === undefined ? [] : ofRuns(run);
  return rows.sort(byClass);
}

/** The worst domain of each kind of disaster: of the drills where there are some, else of what chance has shown. */
export function worstPerClass(parts: PageParts): Html {
  const { drill } = parts;
  return htmlTable<WorstRow>({
    id: 'worst',
    caption: ({ language }) =>
      `${TOP.perClass[language]} (${(drill === undefined ? TOP.bySeen : TOP.byDrill)[language]})`,
    rows: worstRows(parts),
    shown: 20,
    fields: [
      { title: TOP.class, cell: (row) => both(({ words }) => words.classes[row.class]) },
      { title: TOP.rto, cell: ({ rto }) => time(rto), figure: ({ rto }) => figureOf(rto) },
      { title: TOP.worst, cell: ({ rto }) => whose(rto) },
      { title: TOP.rpo, cell: ({ rpo }) => time(rpo), figure: ({ rpo }) => figureOf(rpo) },
      { title: TOP.worst, cell: ({ rpo }) => whose(rpo) },
    ],
  });
}

const whose = (worst: Worst | undefined): Html | string =>
  worst === undefined
    ? ''
    : html`${both(({ words }) => words.names.domain(worst.domain))} <span class="dim">${worst.of}</span>`;

const figureOf = (worst: Worst | undefined): number | null => worst?.atLeast ?? worst?.p95 ?? null;

function time(worst: Worst | undefined): Html | string {
  if (worst === undefined) return '';
  const failed =
    worst.share > 0
      ? html` <span class="chip missed">${both(({ language }) => TOP.notBack[language](shareBeside(worst.share, worst.shareBounds)))}</span>`
      : '';
  const open = worst.open > 0 ? html` <span class="chip undecided">${both(openSaid(worst))}</span>` : '';
  if (worst.atLeast !== undefined) return html`${both(atLeastSaid(worst.atLeast))}${failed}${open}`;
  return html`${worst.p95 === null ? '' : quantileHtml(worst.p95, worst)}${failed}${open}`;
}

/** Of how many nobody knows: `100 % (48–100) still open`. */
export const openSaid =
  ({ open, openBounds }: Worst): Said =>
  ({ language }) =>
    TOP.open[language](shareBeside(open, openBounds));

/** What is known of that whose worst nobody knows: `≥ 12 s`. */
export const atLeastSaid =
  (seconds: number): Said =>
  ({ words }) =>
    seconds === 0 ? words.notKnown : `≥ ${span(seconds, words)}`;

interface Found {
  readonly class: FaultClass;
  readonly rto?: Worst;
  readonly rpo?: Worst;
}

const collect = (found: readonly Found[]): WorstRow[] =>
  [...new Set(found.map((one) => one.class))].map((size) => {
    const own = found.filter((one) => one.class === size);
    return {
      class: size,
      rto: worstOf(own.flatMap(({ rto }) => rto ?? [])),
      rpo: worstOf(own.flatMap(({ rpo }) => rpo ?? [])),
    };
  });

/** The worst of one class; where nobody knows how bad that is, beside the worst that is known. */
function worstOf(all: readonly Worst[]): Worst | undefined {
  const worst = all.reduce<Worst | undefined>(worse, undefined);
  if (worst === undefined || (worst.p95 === null ? worst.share > 0 : worst.open <= FEW)) return worst;
  return { ...worst, atLeast: Math.max(...all.map(({ p95, low }) => p95 ?? low ?? 0)) };
}

const timeOf = ({ p95, p95Low, p95High }: Spread): Pick<Worst, 'p95' | 'low' | 'high'> => ({
  p95,
  low: p95Low,
  high: p95High,
});

/** So many of so many, as if each were independent of the others. */
const shareOf = (some: number, all: number): Pick<Worst, 'share' | 'shareBounds'> => ({
  share: some / all,
  shareBounds: proportionInterval(some, all, CONFIDENCE),
});

/** The same of what had not ended. */
function openOf(some: number, all: number): Pick<Worst, 'open' | 'openBounds'> {
  const { share: open, shareBounds: openBounds } = shareOf(some, all);
  return { open, openBounds };
}

const CONFIDENCE = 0.95;

const ofRuns = ({ workloads, stores }: Result): WorstRow[] =>
  collect([
    ...sortedEntries(workloads).flatMap(([of, { rtoSeconds }]) =>
      rtoSeconds.map((seen) => ({
        class: seen.class,
        rto: { ...timeOf(seen), domain: seen.domain, of, ...NONE_LOST, ...openOf(seen.censored, seen.count) },
      })),
    ),
    ...sortedEntries(stores).flatMap(([of, { rpoSeconds }]) =>
      rpoSeconds.map((seen) => ({
        class: seen.class,
        rpo: { ...timeOf(seen), domain: seen.domain, of, ...shareOf(seen.leftBehind ?? 0, seen.count), ...NONE_OPEN },
      })),
    ),
  ]);

/** Wrong data are answered as readily as right ones: that nobody was turned away says nothing of a recovery. */
const wasMasked = ({ rtoSeconds: { max } }: DrillWorkload): boolean => max === 0;

const perDrill = ({ low, high }: Bounds, times: number): Bounds => ({
  low: low === null ? null : low / times,
  high: high === null ? null : high / times,
});

const ofDrills = ({ rows }: DrillResult): WorstRow[] =>
  collect(
    rows.flatMap((row) => [
      ...row.workloads
        .filter((one) => row.class !== 'damage' || !wasMasked(one))
        .map(({ workload, rtoSeconds, failed }) => ({
          class: row.class,
          rto: {
            ...{ ...timeOf(rtoSeconds), domain: row.domain, of: workload },
            ...{ share: failed.share, shareBounds: failed, ...NONE_OPEN },
          },
        })),
      ...pointsOf(row).map((rpo) => ({ class: row.class, rpo })),
    ]),
  );

/**
 * What became of each store, as objectives are judged by: of what users are served from in every drill, of others where something took over,
 * and of damaged data where they were put right.
 */
function pointsOf({ class: size, domain, times, stores, points }: DrillRow): Worst[] {
  const told = size === 'damage' ? [] : points.filter(saysSomething);
  const point = (store: string, spread: Spread, share: number, bounds: Bounds): Worst => ({
    ...timeOf(spread),
    domain,
    of: store,
    share: share / times,
    shareBounds: perDrill(bounds, times),
    ...NONE_OPEN,
  });
  return [
    ...told.map(({ store, rpoSeconds, lost, open, intervals }) => ({
      ...point(store, rpoSeconds, lost, intervals.lost),
      ...{ open: open / times, openBounds: perDrill(intervals.open, times) },
    })),
    ...stores
      .filter(({ store }) => size === 'damage' || !points.some((one) => one.store === store))
      .map(({ store, rpoSeconds, leftWrong, intervals }) => point(store, rpoSeconds, leftWrong, intervals.leftWrong)),
  ];
}

/** In some drills its users went on elsewhere, with all that it had: then there is no point of its own. */
const saysSomething = ({ rpoSeconds, lost, open }: DrillPoint): boolean => rpoSeconds.count + lost + open > 0;
