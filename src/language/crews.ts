import * as z from 'zod';
import type { FaultSpec } from './faults.ts';
import type { Reference } from './kind.ts';
import { meaning } from './meaning.ts';
import { name } from './names.ts';
import { wholeNumber } from './numbers.ts';

export const crewSize = wholeNumber(1, 10_000);

/** Who repairs: a crew by name, or one that is declared where it is named. */
export const repairedBy = z.union([
  name,
  z.strictObject(meaning({ crew: name, size: crewSize }, { crew: 'its name', size: 'repairs it does at a time' })),
]);
export type RepairedBy = z.output<typeof repairedBy>;

/** The name of a crew, and its size where that is told there. */
export const crewOf = (given: RepairedBy | undefined): Pick<FaultSpec, 'crew' | 'crewSize'> =>
  typeof given === 'object' ? { crew: given.crew, crewSize: given.size } : { crew: given, crewSize: undefined };

/** Who repairs what is wrong with a thing, where its faults do not say. */
export const repairedAllBy = (faults: readonly FaultSpec[], given: RepairedBy | undefined): readonly FaultSpec[] =>
  given === undefined
    ? faults
    : faults.map((fault) => (fault.crew === undefined ? { ...fault, ...crewOf(given) } : fault));

/** The crews that faults name; the path leads from the thing that has the faults. */
export const crewsOf = (faults: readonly FaultSpec[]): Reference[] =>
  faults.flatMap((fault) =>
    fault.crew === undefined || fault.crewSize !== undefined
      ? []
      : [{ path: ['faults', fault.name, 'repaired-by'], name: fault.crew, to: 'crew' as const }],
  );

/** The crew that a thing as a whole names. */
export const wholeCrew = (given: RepairedBy | undefined): Reference[] =>
  typeof given === 'string' ? [{ path: ['repaired-by'], name: given, to: 'crew' }] : [];
