import { type Parameter, shareOf } from '../../scenario/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Estimate } from '../result.ts';
import { batchedEstimate } from './batched.ts';
import type { Settings } from './design.ts';
import { type Column, dot, leastSquaresWeights } from './linear.ts';
import { rankCorrelation } from './ranks.ts';
import type { UnitRecord } from './record.ts';
import type { LevelEffect, ParameterEffect, Sensitivity } from './result.ts';
import type { MeasureName } from './row.ts';

/** A point that has been run. */
export interface RunPoint {
  readonly settings: Settings;
  readonly record: UnitRecord;
}

export interface SensitivityInput {
  readonly parameters: readonly Parameter[];
  readonly points: readonly RunPoint[];
  readonly measures: readonly MeasureName[];
  readonly runs: number;
}

/**
 * Which parameters move which measure: main effects fitted by least squares over the points. Under common random numbers the
 * fit is made in every replication by itself, and Student's interval is taken over the replications (Kleijnen, Design and
 * Analysis of Simulation Experiments, 2nd ed. 2015, on replicated regression): a bad year shifts all points alike and drops out. Over a full
 * grid the effects are the differences of the means of the levels.
 */
export function sensitivities(input: SensitivityInput): Sensitivity[] {
  return input.measures.flatMap((measure) => sensitivityOf(measure, input) ?? []);
}

function sensitivityOf(measure: MeasureName, { parameters, points, runs }: SensitivityInput): Sensitivity | undefined {
  const figures = points.map(({ record }) => record.figures[measure]?.mean ?? rowMean(record, measure, runs));
  const seen = points.flatMap((_, i) => (figures[i] === null ? [] : [i]));
  const design = designOf(
    parameters,
    seen.map((i) => points[i]!.settings),
  );
  const weights = leastSquaresWeights(design.flatMap(({ columns }) => columns));
  if (weights === undefined) return undefined;
  const y = seen.map((i) => figures[i]!);
  const rows = seen.map((i) => points[i]!.record.rows[measure]);
  const exact = seen.every((i) => isExact(points[i]!.record.figures[measure]));
  const effects = new Effects(weights, { y, rows, runs, exact });
  const ranked = design
    .flatMap((factor) => (factor.parameter === undefined ? [] : (effects.of(factor, factor.parameter) ?? [])))
    .sort((a, b) => Math.abs(b.effect.mean ?? 0) - Math.abs(a.effect.mean ?? 0));
  return { measure, parameters: ranked, explained: explained(design, weights, y) };
}

/** Known without a run, as a price is. */
const isExact = (figure: Estimate | undefined): boolean =>
  figure !== undefined && figure.mean === figure.low && figure.mean === figure.high;

/** A measure of which nothing was seen counts as what its replications say: 0. */
function rowMean({ rows }: UnitRecord, measure: MeasureName, runs: number): number | null {
  const values = rows[measure];
  return values === undefined ? null : batchedEstimate(values, runs).mean;
}

/** The columns of a parameter in the fit: its share of the range, or one for each level but the first. */
interface Factor {
  readonly parameter: Parameter | undefined;
  readonly columns: readonly Column[];
  /** Where its columns begin. */
  readonly first: number;
}

function designOf(parameters: readonly Parameter[], settings: readonly Settings[]): Factor[] {
  const factors: Factor[] = [{ parameter: undefined, columns: [settings.map(() => 1)], first: 0 }];
  for (const [p, parameter] of parameters.entries()) {
    const { first, columns } = factors.at(-1)!;
    factors.push({ parameter, columns: columnsOf(parameter, p, settings), first: first + columns.length });
  }
  return factors;
}

function columnsOf({ levels, range }: Parameter, p: number, settings: readonly Settings[]): Column[] {
  if (range !== undefined) return [settings.map((point) => shareOf(range, Number.parseFloat(point[p]!.text)))];
  return levels.slice(1).map(({ text }) => settings.map((point) => (point[p]!.text === text ? 1 : 0)));
}

interface Seen {
  /** The measure at each point. */
  readonly y: Column;
  /** By replication, where it is a mean over them. */
  readonly rows: readonly (readonly number[] | undefined)[];
  readonly runs: number;
  /** Known without a run. */
  readonly exact: boolean;
}

class Effects {
  private readonly weights: readonly Column[];
  private readonly seen: Seen;

  constructor(weights: readonly Column[], seen: Seen) {
    this.weights = weights;
    this.seen = seen;
  }

  of({ columns, first }: Factor, { name, levels, range }: Parameter): ParameterEffect | undefined {
    if (columns.length === 0) return undefined;
    if (range !== undefined) {
      const ends = [range.low, range.high].map((end) => `${end}${range.unit}`);
      const rank = rankCorrelation(columns[0]!, this.seen.y);
      return {
        parameter: name,
        effect: this.effect(this.weights[first]!),
        from: ends[0]!,
        to: ends[1]!,
        levels: [],
        rank,
      };
    }
    const contrasts = levels.map((_, l) => (l === 0 ? this.weights[0]!.map(() => 0) : this.weights[first + l - 1]!));
    return { parameter: name, ...this.widest(contrasts, levels), rank: null };
  }

  /** Between the levels that lie the farthest apart; picking them is paid for by the confidence (Bonferroni). */
  private widest(
    contrasts: readonly Column[],
    levels: Parameter['levels'],
  ): Pick<ParameterEffect, 'effect' | 'from' | 'to' | 'levels'> {
    const means = contrasts.map((contrast) => contrastOf(contrast, this.seen.y));
    const [low, high] = [means.indexOf(Math.min(...means)), means.indexOf(Math.max(...means))];
    const [from, to] = low === high ? [0, levels.length - 1] : [Math.min(low, high), Math.max(low, high)];
    const pairs = (levels.length * (levels.length - 1)) / 2;
    const contrast = contrasts[to]!.map((weight, i) => weight - contrasts[from]![i]!);
    return {
      effect: this.effect(contrast, 1 - (1 - CONFIDENCE) / pairs),
      from: levels[from]!.text,
      to: levels[to]!.text,
      levels: levels.map(({ text }, l): LevelEffect => ({ level: text, effect: this.effect(contrasts[l]!) })),
    };
  }

  private effect(contrast: Column, confidence = CONFIDENCE): Estimate {
    const { y, rows, runs, exact } = this.seen;
    if (rows.every((row) => row !== undefined)) {
      const batches =
        rows[0]?.map((_, b) =>
          contrastOf(
            contrast,
            rows.map((row) => row![b]!),
          ),
        ) ?? [];
      return batchedEstimate(batches, runs, confidence);
    }
    const mean = contrastOf(contrast, y);
    return exact
      ? { mean, low: mean, high: mean }
      : { mean, low: null, high: null, note: 'a quantile over all replications: no interval' };
  }
}

/** Below this share of the largest figure a difference is rounding. */
const ROUNDING = 1e-11;

/** Σ weight × figure; 0 where only rounding is left of it. */
function contrastOf(contrast: Column, y: Column): number {
  const value = dot(contrast, y);
  return Math.abs(value) > ROUNDING * largest(y) ? value : 0;
}

const largest = (y: Column): number => y.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** The share of the variance between points that the fit explains. */
function explained(design: readonly Factor[], weights: readonly Column[], y: Column): number | null {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const total = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (!(Math.sqrt(total) > ROUNDING * largest(y))) return null;
  const columns = design.flatMap((factor) => factor.columns);
  const coefficients = weights.map((row) => dot(row, y));
  const fitted = y.map((_, i) => columns.reduce((sum, column, c) => sum + coefficients[c]! * column[i]!, 0));
  const rest = y.reduce((sum, value, i) => sum + (value - fitted[i]!) ** 2, 0);
  return Math.max(0, 1 - rest / total);
}
