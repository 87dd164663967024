import { type Parameter, shareOf } from '../../scenario/index.ts';
import type { Estimate } from '../result/index.ts';
import { batchedEstimate } from './batched.ts';
import type { Settings } from './design.ts';
import { Effects, type Factor, largest, ROUNDING } from './effects.ts';
import { type Column, dot, leastSquaresWeights } from './linear.ts';
import { kindOf } from './measures.ts';
import type { UnitRecord } from './record.ts';
import type { Sensitivity } from './result.ts';
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
  const exact = kindOf(measure) === 'cost' && seen.every((i) => isExact(points[i]!.record.figures[measure]));
  const rest = leftOver(design, weights, y);
  const noise = { variance: rest / (y.length - weights.length), freedom: y.length - weights.length };
  const effects = new Effects(weights, { y, rows, runs, exact, noise });
  const ranked = design
    .flatMap((factor) => (factor.parameter === undefined ? [] : (effects.of(factor, factor.parameter) ?? [])))
    .sort((a, b) => Math.abs(b.effect.mean ?? 0) - Math.abs(a.effect.mean ?? 0));
  return { measure, parameters: ranked, explained: explained(rest, y) };
}

/** Known without a run, as a price is. */
const isExact = (figure: Estimate | undefined): boolean =>
  figure !== undefined && figure.mean === figure.low && figure.mean === figure.high;

/** A measure of which nothing was seen counts as what its replications say: 0. */
function rowMean({ rows }: UnitRecord, measure: MeasureName, runs: number): number | null {
  const values = rows[measure];
  return values === undefined ? null : batchedEstimate(values, runs).mean;
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

/** What the fit leaves, Σ (y − fitted)². */
function leftOver(design: readonly Factor[], weights: readonly Column[], y: Column): number {
  const columns = design.flatMap((factor) => factor.columns);
  const coefficients = weights.map((row) => dot(row, y));
  const fitted = y.map((_, i) => columns.reduce((sum, column, c) => sum + coefficients[c]! * column[i]!, 0));
  return y.reduce((sum, value, i) => sum + (value - fitted[i]!) ** 2, 0);
}

/** The share of the variance between points that the fit explains. */
function explained(rest: number, y: Column): number | null {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const total = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (!(Math.sqrt(total) > ROUNDING * largest(y))) return null;
  return Math.max(0, 1 - rest / total);
}
