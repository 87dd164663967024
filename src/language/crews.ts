import * as z from 'zod';
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

/** A crew as a fault has it; undefined: somebody is always free. The size stands where the crew is declared, or here. */
export interface CrewSpec {
  readonly crew: string | undefined;
  readonly crewSize: number | undefined;
}

/** The name of a crew, and its size where that is told there. */
export const crewOf = (given: RepairedBy | undefined): CrewSpec =>
  typeof given === 'object' ? { crew: given.crew, crewSize: given.size } : { crew: given, crewSize: undefined };
