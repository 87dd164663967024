import type { Notebook } from '../../language/index.ts';

export const RDS_EDITIONS = ['basic', 'high-availability', 'cluster', 'three-node'] as const;
export type RdsEdition = (typeof RDS_EDITIONS)[number];

/** Copies that can take the writes: the primary, and those that may follow it in that role. */
export const COPIES: Readonly<Record<RdsEdition, number>> = {
  basic: 1,
  'high-availability': 2,
  cluster: 2,
  'three-node': 3,
};

const PLACES: Readonly<Record<RdsEdition, string>> = {
  basic: 'one place',
  'high-availability': 'one place, or the place of the primary and that of the standby',
  cluster: 'one place, or the place of the primary and that of the standby; read-only nodes have an `in` of their own',
  'three-node': 'three different places, one for each node',
};

/** Whether an edition can stand in the places given. */
export function checkPlaces(edition: RdsEdition, places: readonly string[], notes: Notebook): void {
  const most = COPIES[edition];
  const expected = PLACES[edition];
  if (places.length > most) {
    const message = `the ${edition} edition has no copy for a place more than ${most}`;
    notes.error('too-many-places', message, { expected, path: [most] });
  } else if (edition === 'three-node' && new Set(places).size < most) {
    const message = `the ${edition} edition always stands in three places`;
    notes.error('too-few-places', message, { expected, path: [] });
  }
}
