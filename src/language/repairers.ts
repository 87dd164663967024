import { crewOf, type RepairedBy } from './crews.ts';
import type { FaultSpec } from './faults.ts';
import type { Reference } from './reference.ts';

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
