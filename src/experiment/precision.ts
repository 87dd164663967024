import { toSeconds, type Us } from '../base/index.ts';
import {
  amountInterval,
  type ByDomain,
  type Collected,
  type Interval,
  isPrecise,
  relativeHalfWidth,
  Sections,
  Tally,
} from '../measures/index.ts';
import type { Model } from '../scenario/index.ts';
import { CONFIDENCE, type PrecisionOf } from './options.ts';
import type { FaultClass, MeasureReached } from './result/index.ts';
import { MINUTES_PER_YEAR, noneSeen } from './summary/estimates.ts';

/** The quantile of recovery times and points that is to be known. */
const QUANTILE = 0.95;

type Kind = 'rto' | 'rpo';

/** The times of one workload or store after faults of one class. */
interface Row {
  readonly measure: Kind;
  readonly of: string;
  readonly class: FaultClass;
  readonly times: Sections;
}

/** How sure each measure is that somebody has asked for; blocks are added in the order of their index. */
export class Precision {
  private readonly model: Model;
  private readonly share: number;
  private readonly asked: readonly PrecisionOf[];
  private readonly rows: readonly Row[];

  /** `share` is the half-width of an interval that is narrow enough, as a part of the figure. */
  constructor(model: Model, share: number, asked: readonly PrecisionOf[]) {
    this.model = model;
    this.share = share;
    this.asked = asked;
    this.rows = (['rto', 'rpo'] as const).flatMap((kind) => this.rowsOf(kind));
  }

  private rowsOf(measure: Kind): Row[] {
    const wanted = this.asked.filter((one) => one.measure === measure);
    if (wanted.length === 0) return [];
    const classes = new Set(this.model.meter.domains.rows.map((row) => row.class));
    const some = [...classes].filter((one) => wanted.some((asked) => (asked.class ?? one) === one)).sort();
    const names = measure === 'rto' ? this.workloads : this.model.world.stores.names;
    return names.flatMap((of) => some.map((one) => ({ measure, of, class: one, times: new Sections() })));
  }

  private get workloads(): readonly string[] {
    return this.model.scenario.workloads.map(({ name }) => name);
  }

  add(block: Collected): void {
    for (const row of this.rows) row.times.add(this.timesOf(row, block));
  }

  private timesOf(row: Row, { workloads, stores }: Collected): Tally | undefined {
    const { domains } = this.model.meter;
    const found: ByDomain =
      row.measure === 'rto'
        ? workloads[this.workloads.indexOf(row.of)]!.recoveries
        : stores[this.model.world.stores.names.indexOf(row.of)]!.losses;
    const isMeant = ([domain]: readonly [number, unknown]): boolean => domains.rows[domain]!.class === row.class;
    const together = new Tally();
    for (const [, tally] of [...found.tallies].filter(isMeant)) together.merge(tally);
    for (const [, count] of [...found.censored].filter(isMeant)) addEndless(together, count);
    return together.count === 0 ? undefined : together;
  }

  /** Whether every measure is known well enough. */
  reached(collected: Collected, years: number): boolean {
    return this.measures(collected, years).every(({ enough }) => enough);
  }

  /**
   * Every measure that was asked for. Of a class that nobody asked for by name and that no fault has shown yet nothing is
   * told: it holds nothing up.
   */
  measures(collected: Collected, years: number): readonly MeasureReached[] {
    const rows = this.rows.filter(({ times, ...row }) => times.all.count > 0 || this.named(row));
    return [
      ...(this.asked.some(({ measure }) => measure === 'downtime') ? this.downtimes(collected, years) : []),
      ...rows.map((row) => this.quantileOf(row, years)),
      ...(['rto', 'rpo'] as const)
        .filter((kind) => this.asked.some(({ measure }) => measure === kind))
        .filter((kind) => !rows.some(({ measure }) => measure === kind))
        .map((measure) => nothingSeen(measure, years)),
    ];
  }

  private named({ measure, class: of }: Pick<Row, 'measure' | 'class'>): boolean {
    return this.asked.some((one) => one.measure === measure && one.class === of);
  }

  private downtimes({ workloads }: Collected, years: number): MeasureReached[] {
    return workloads.map(({ down, incidents }, i) => {
      const interval = amountInterval(down, CONFIDENCE);
      const scaled = (x: number | null): number | null => (x === null ? null : Math.max(0, x * MINUTES_PER_YEAR));
      const common = { measure: 'downtime' as const, of: this.workloads[i]!, class: null, seen: incidents };
      if (down.seen === 0) return { ...common, ...NOTHING, note: noneSeen(years) };
      return {
        ...common,
        value: scaled(interval.mean),
        low: scaled(interval.low),
        high: scaled(interval.high),
        reached: finite(relativeHalfWidth(interval)),
        enough: isPrecise(interval, down.seen, this.share),
      };
    });
  }

  private quantileOf({ measure, of, class: faultClass, times }: Row, years: number): MeasureReached {
    const common = { measure, of, class: faultClass, seen: times.all.count };
    if (times.all.count === 0) return { ...common, ...NOTHING, note: noneSeen(years) };
    const interval = times.quantile(QUANTILE, CONFIDENCE);
    const reached = widthOf(interval);
    return {
      ...common,
      value: seconds(interval.mean),
      low: seconds(interval.low),
      high: seconds(interval.high),
      reached: finite(reached),
      enough: reached <= this.share,
    };
  }
}

/** What had not ended, or was left behind, is longer than any time, as in every table. */
function addEndless(times: Tally, count: number): void {
  for (let i = 0; i < count; i++) times.add(Number.POSITIVE_INFINITY);
}

const NOTHING = { value: null, low: null, high: null, reached: null, enough: false };

const nothingSeen = (measure: Kind, years: number): MeasureReached => ({
  measure,
  of: null,
  class: null,
  seen: 0,
  ...NOTHING,
  note: noneSeen(years),
});

/** A time that is always the same, 0 among them, is known; one that is longer than any never is. */
function widthOf(interval: Interval): number {
  if (interval.mean === Number.POSITIVE_INFINITY) return interval.mean;
  return interval.low !== null && interval.low === interval.high ? 0 : relativeHalfWidth(interval);
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);
const seconds = (time: number | null): number | null =>
  time === null || !Number.isFinite(time) ? null : toSeconds(time as Us);

/** The measure that was the last to be known well enough, or is the furthest from it. */
export function leastSure(measures: readonly MeasureReached[]): MeasureReached | undefined {
  const width = ({ reached }: MeasureReached): number => reached ?? Number.POSITIVE_INFINITY;
  const [first] = [...measures].sort((a, b) => Number(a.enough) - Number(b.enough) || width(b) - width(a) || 0);
  return first;
}
