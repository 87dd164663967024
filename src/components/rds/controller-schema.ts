import * as z from 'zod';
import { meaning, type Notebook, placePath, type Reference } from '../../language/index.ts';
import { COPIES, type RdsEdition } from './editions.ts';

export const controllerInput = z.strictObject(
  meaning({ in: placePath }, { in: 'the place without which nothing is switched' }),
);

/** Where the controller stands; undefined: nowhere that can be lost. */
export function resolveController(
  given: z.output<typeof controllerInput> | undefined,
  edition: RdsEdition,
  notes: Notebook,
): string | undefined {
  if (given !== undefined && COPIES[edition] !== 2) {
    const message = `the ${edition} edition has no controller that promotes a standby`;
    notes.error('useless-key', message, { expected: '`edition: high-availability` or `cluster`', atKey: true });
  }
  return given?.in;
}

export const controllerReferences = (place: string | undefined): Reference[] =>
  place === undefined ? [] : [{ path: ['controller', 'in'], name: place, to: 'place' }];
