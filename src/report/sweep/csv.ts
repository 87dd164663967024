import { byCodeUnit } from '../../base/index.ts';
import type { Estimate, SweepResult } from '../../experiment/index.ts';
import { csvLines } from '../csv/text.ts';
import { inCurrency } from '../csv/units.ts';

/**
 * The points of a sweep as CSV (RFC 4180): settings, the currency of costs, each measure with its interval, each difference to the base with its
 * own. The unit of a figure ends its head; that of costs is what stands under `currency`.
 */
export function sweepCsv({ points, parameters, currency, units }: SweepResult): string {
  const measures = namesIn(points.map((point) => point.measures));
  const differences = namesIn(points.map((point) => point.differences));
  const inMoney = measures.some((name) => units[name]?.startsWith('currency'));
  const columns = (name: string, prefix = ''): string[] =>
    ['', ' low', ' high'].map((end) => `${prefix}${name} ${units[name] ?? ''}${end}`);
  const heads = [
    'point',
    'same-as',
    'front',
    ...(inMoney ? ['currency'] : []),
    ...parameters.map(({ name }) => name),
    ...measures.flatMap((name) => columns(name)),
    ...differences.flatMap((name) => columns(name, 'difference ')),
  ];
  const rows = points.map((point) => [
    String(point.point),
    String(point.sameAs ?? ''),
    point.front ? '1' : '0',
    ...(inMoney ? [inCurrency(currency)] : []),
    ...parameters.map(({ name }) => point.settings[name] ?? ''),
    ...measures.flatMap((name) => figures(point.measures[name])),
    ...differences.flatMap((name) => figures(point.differences[name])),
  ]);
  return csvLines([heads, ...rows]);
}

const figures = (estimate: Estimate | undefined): string[] =>
  [estimate?.mean, estimate?.low, estimate?.high].map((value) => (value == null ? '' : String(value)));

const namesIn = (all: readonly object[]): string[] => [...new Set(all.flatMap(Object.keys))].sort(byCodeUnit);
