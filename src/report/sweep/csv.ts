import { byCodeUnit } from '../../base/index.ts';
import type { Estimate, SweepResult } from '../../experiment/index.ts';
import { csvLines } from '../csv/text.ts';

/** The points of a sweep as CSV (RFC 4180): settings, the currency of costs, each measure with its interval, each difference to the base with its own. */
export function sweepCsv({ points, parameters, currency }: SweepResult): string {
  const measures = namesIn(points.map((point) => point.measures));
  const differences = namesIn(points.map((point) => point.differences));
  const heads = [
    'point',
    'same-as',
    'front',
    ...(currency === null ? [] : ['currency']),
    ...parameters.map(({ name }) => name),
    ...measures.flatMap(columns),
    ...differences.map((name) => `difference ${name}`).flatMap(columns),
  ];
  const rows = points.map((point) => [
    String(point.point),
    String(point.sameAs ?? ''),
    point.front ? '1' : '0',
    ...(currency === null ? [] : [currency]),
    ...parameters.map(({ name }) => point.settings[name] ?? ''),
    ...measures.flatMap((name) => figures(point.measures[name])),
    ...differences.flatMap((name) => figures(point.differences[name])),
  ]);
  return csvLines([heads, ...rows]);
}

const columns = (name: string): string[] => [name, `${name} low`, `${name} high`];

const figures = (estimate: Estimate | undefined): string[] =>
  [estimate?.mean, estimate?.low, estimate?.high].map((value) => (value == null ? '' : String(value)));

const namesIn = (all: readonly object[]): string[] => [...new Set(all.flatMap(Object.keys))].sort(byCodeUnit);
