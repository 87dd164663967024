import { studentQuantile } from '../../random/index.ts';
import type { Parameter } from '../../scenario/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Estimate } from '../result/index.ts';
import { batchedEstimate } from './batched.ts';
import { type Column, dot } from './linear.ts';
import { rankCorrelation } from './ranks.ts';
import type { LevelEffect, ParameterEffect } from './result.ts';

/** The columns of a parameter in the fit: its share of the range, or one for each level but the first. */
export interface Factor {
  readonly parameter: Parameter | undefined;
  readonly columns: readonly Column[];
  /** Where its columns begin. */
  readonly first: number;
}

interface Seen {
  /** The measure at each point. */
  readonly y: Column;
  /** By replication, where it is a mean over them. */
  readonly rows: readonly (readonly number[] | undefined)[];
  readonly runs: number;
  /** Known without a run. */
  readonly exact: boolean;
  /** What the fit leaves of a point's figure, and from how many points more than it has coefficients. */
  readonly noise: { readonly variance: number; readonly freedom: number };
}

/** What a fit says of each parameter. */
export class Effects {
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
    const { y, rows, runs, exact, noise } = this.seen;
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
    if (exact) return { mean, low: mean, high: mean };
    const note = 'a quantile over all replications';
    const error = Math.sqrt(noise.variance * dot(contrast, contrast));
    if (noise.freedom < 1 || mean === 0 || !(error > ROUNDING * largest(y)))
      return { mean, low: null, high: null, note: `${note}: no interval` };
    const reach = studentQuantile((1 + confidence) / 2, noise.freedom) * error;
    return {
      mean,
      low: mean - reach,
      high: mean + reach,
      note: `${note}: the interval is that of the fit over the points`,
    };
  }
}

/** Below this share of the largest figure a difference is rounding. */
export const ROUNDING = 1e-11;

/** Σ weight × figure; 0 where only rounding is left of it. */
function contrastOf(contrast: Column, y: Column): number {
  const value = dot(contrast, y);
  return Math.abs(value) > ROUNDING * largest(y) ? value : 0;
}

export const largest = (y: Column): number => y.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
