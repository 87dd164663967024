/** How far a change of a table's structure (DDL) and of its rows (DML) passes while a task runs. */
export type Increment = 'all' | 'dml-and-some-ddl' | 'dml' | 'dml-with-primary-key';

/** What DTS does between two engines. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  /** Continuous synchronisation; undefined: only a migration that goes on with increments. */
  readonly synchronises: 'one-way' | 'two-way' | undefined;
  /** Migration, where it is offered. */
  readonly migrates: { readonly structure: 'by-task' | 'by-hand'; readonly increment: Increment } | undefined;
}

type Migration = Pair['migrates'];
const moves = (increment: Increment, structure: 'by-task' | 'by-hand' = 'by-task'): Migration => ({
  structure,
  increment,
});
const pair = (from: string, to: string, migrates: Migration, synchronises?: 'one-way' | 'two-way'): Pair => ({
  from,
  to,
  synchronises,
  migrates,
});

/** Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 6.2. Every migration copies the full data too. */
export const PAIRS: readonly Pair[] = [
  pair('mysql', 'mysql', moves('dml-and-some-ddl'), 'two-way'),
  // A table of the base and one of increments: merged, they show any moment.
  pair('mysql', 'maxcompute', undefined, 'one-way'),
  pair('mysql', 'datahub', undefined, 'one-way'),
  pair('mysql', 'analyticdb', undefined, 'one-way'),
  pair('mysql', 'drds', moves('dml')),
  pair('mysql', 'petadata', moves('dml')),
  pair('mysql', 'oceanbase', moves('dml')),
  // To bring data back; the vendor opens it on request.
  pair('mysql', 'oracle', moves('dml')),
  pair('oracle', 'mysql', moves('dml-and-some-ddl')),
  pair('oracle', 'drds', moves('dml', 'by-hand')),
  pair('oracle', 'ppas', moves('dml')),
  pair('oracle', 'analyticdb', moves('dml')),
  pair('oracle', 'oceanbase', moves('all')),
  pair('sqlserver', 'sqlserver', moves('dml')),
  pair('postgresql', 'postgresql', moves('dml-with-primary-key')),
  pair('mongodb', 'mongodb', moves('all'), 'one-way'),
  pair('redis', 'redis', moves('all')),
  pair('db2', 'mysql', moves('dml-and-some-ddl')),
];

/** What is offered between two engines, if anything is. */
export const pairOf = (from: string, to: string): Pair | undefined =>
  PAIRS.find((one) => one.from === from && one.to === to);

/** The pairs that share an end with what was asked for, the same source first; all where none does. */
export function nearPairs(from: string, to: string): string {
  const near = [...PAIRS.filter((one) => one.from === from), ...PAIRS.filter((one) => one.to === to)];
  return (near.length === 0 ? PAIRS : near).map((one) => `${one.from} → ${one.to}`).join(', ');
}

/** The pairs that can be joined both ways, as they are written. */
export const TWO_WAY_PAIRS = PAIRS.filter(({ synchronises }) => synchronises === 'two-way')
  .map((one) => `${one.from} → ${one.to}`)
  .join(', ');
