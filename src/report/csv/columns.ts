import type { Bounds, Estimate, Spread } from '../../experiment/index.ts';
import type { CsvColumn } from './text.ts';

/**
 * A figure and what bounds it, each in the unit that ends the name of the figure; empty where it is not known. As in the document, what
 * was counted or added up is 0 where nothing was seen, an estimate is not known then, and in either case the bounds say what may be.
 */
export const bounded = <Row>(
  name: string,
  of: (row: Row) => number | null,
  bounds: (row: Row) => Bounds | undefined,
): CsvColumn<Row>[] => [
  { name, of },
  { name: `${name} low`, of: (row) => bounds(row)?.low ?? null },
  { name: `${name} high`, of: (row) => bounds(row)?.high ?? null },
];

/** An estimate and the ends of its interval. */
export const estimate = <Row>(name: string, of: (row: Row) => Estimate): CsvColumn<Row>[] =>
  bounded(name, (row) => of(row).mean, of);

const QUANTILES = ['p50', 'p95', 'p99'] as const;

/** The spread of a time, in seconds, and the share of all such times that may exceed the worst seen. */
export const spread = <Row>(prefix: string, of: (row: Row) => Spread): CsvColumn<Row>[] => [
  ...bounded<Row>(
    `${prefix}mean seconds`,
    (row) => of(row).mean,
    (row) => ({ low: of(row).meanLow, high: of(row).meanHigh }),
  ),
  ...QUANTILES.flatMap((p) =>
    bounded<Row>(
      `${prefix}${p} seconds`,
      (row) => of(row)[p],
      (row) => ({ low: of(row)[`${p}Low`], high: of(row)[`${p}High`] }),
    ),
  ),
  { name: `${prefix}worst seen seconds`, of: (row) => of(row).max },
  { name: `${prefix}beyond worst share`, of: (row) => of(row).beyondMax },
];
