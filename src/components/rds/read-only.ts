import * as z from 'zod';
import {
  law,
  meaning,
  type Notebook,
  oneOrMore,
  placePath,
  type Reference,
  wholeNumber,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import { READ_ONLY_DEFAULTS } from './defaults.ts';
import type { RdsEdition } from './editions.ts';

/** Nodes that answer reads, follow the primary asynchronously and are never promoted. */
export interface ReadOnlySpec {
  /** 0 to {@link MOST_READERS}. */
  readonly count: number;
  /** Nodes are spread over them evenly, in this order. */
  readonly places: readonly string[];
  /** How far they are behind without a backlog. */
  readonly lag: Law;
  /** How long one takes to follow another primary after a switch. */
  readonly reattach: Law;
}

const MOST_READERS = 7;

const shape = {
  count: wholeNumber(1, 1_000).optional(),
  in: oneOrMore(placePath).optional(),
  lag: law.optional(),
  're-attach': law.optional(),
};
export const readOnlyInput = z.strictObject(
  meaning(shape, {
    count: 'how many there are, 7 at most',
    in: 'places over which they are spread evenly; by default those of the primary and the standby',
    lag: 'age of the oldest write that one lacks while all is well',
    're-attach': 'how long one takes to follow another primary after a switch',
  }),
);
type Input = z.output<typeof readOnlyInput>;

/** Only the cluster edition has them; without a place of their own they stand where the primary and the standby do. */
export function resolveReadOnly(
  given: Input | undefined,
  edition: RdsEdition,
  places: readonly string[],
  notes: Notebook,
): ReadOnlySpec | undefined {
  if (edition !== 'cluster') {
    if (given !== undefined) {
      const message = `the ${edition} edition has no read-only nodes`;
      notes.error('useless-key', message, { expected: '`edition: cluster`', atKey: true });
    }
    return undefined;
  }
  const fill = notes.filling(READ_ONLY_DEFAULTS);
  const count = fill('count', given?.count, wholeNumber(1, 1_000));
  if (count > MOST_READERS) {
    notes.error('too-many-readers', `the cluster edition has no place for ${count} read-only nodes`, {
      path: ['count'],
      expected: `at most ${MOST_READERS}`,
    });
  }
  return {
    count: Math.min(count, MOST_READERS),
    places: given?.in ?? places,
    lag: fill('lag', given?.lag, law),
    reattach: fill('re-attach', given?.['re-attach'], law),
  };
}

/** The places under `read-only.in`. */
export const readOnlyReferences = (spec: ReadOnlySpec | undefined): Reference[] =>
  (spec?.places ?? []).map((place, index) => ({ path: ['read-only', 'in', index], name: place, to: 'place' }));
