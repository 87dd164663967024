import * as z from 'zod';
import { choice, law, meaning, type Notebook, name, placePath } from '../../language/index.ts';
import { fixed, type Law } from '../../random/index.ts';
import { IDEAL, START_DEFAULTS } from './defaults.ts';
import { type EcsScaling, resolveScaling, scalingInput } from './scaling-schema.ts';

export const STANDBY_STATES = ['hot', 'warm', 'cold'] as const;
/**
 * What instances of a standby do until a plan starts them: `hot` ones serve whoever comes, `warm` ones run without their
 * application, `cold` ones are stopped, or not there where they are made from an image.
 */
export type StandbyState = (typeof STANDBY_STATES)[number];

export interface Starting {
  /** From a booted machine, or a warm one, to an application that serves. */
  readonly warmUp: Law;
  /** From the order of a machine that is not there to its power. */
  readonly create: Law;
  /** undefined: the pool serves from the beginning. */
  readonly standby: StandbyState | undefined;
  /** The control plane that starts and creates its machines; undefined: one that always works. */
  readonly control: string | undefined;
  /** Machines that are stopped are kept for it, so that they can always be had. */
  readonly reserved: boolean;
  /**
   * The component that keeps the custom images of which new machines are made, or the place where one was made that is always
   * at hand; undefined: an image that is everywhere.
   */
  readonly image: string | undefined;
  /** undefined: the number of instances is fixed. */
  readonly scaling: EcsScaling | undefined;
}

const starting = {
  'warm-up': law.optional(),
  create: law.optional(),
  standby: choice(STANDBY_STATES).optional(),
  reserved: z.boolean().optional(),
  control: name.optional(),
  image: placePath.optional(),
  scaling: scalingInput.optional(),
};
/** The keys of a pool that say how its machines start, where they ever do. */
export const startingShape = meaning(starting, {
  'warm-up': 'from a machine that runs to an application that serves',
  create: 'from the order of a machine that is not there until it has power',
  standby: 'what it does until a plan starts it: serves (hot), runs without its application (warm), is stopped (cold)',
  reserved: 'stopped machines are kept for it, so that they can always be had',
  control: 'the control plane that starts and creates its machines',
  image: 'the images that new machines are made of, or the place where one was made; it does not leave its region',
  scaling: 'how the number of servers follows the load',
});
const startingInput = z.strictObject(startingShape);
type Input = z.output<typeof startingInput> & { readonly in: readonly string[]; readonly count: number };

/** How its machines start, where they ever do. */
export function startingOf(given: Input, notes: Notebook): Starting {
  const fill = notes.filling(START_DEFAULTS);
  const idle = given.standby === 'warm' || given.standby === 'cold';
  const creates = given.scaling !== undefined || (given.standby === 'cold' && given.image !== undefined);
  const starts = creates || idle;
  if (given.scaling !== undefined && idle) {
    notes.at('scaling').error('scaled-standby', 'a pool that waits to be started has no load to scale by', {
      expected: 'scaling, or standby: warm or cold',
    });
  }
  if (starts && given.standby !== 'warm' && given.control === undefined) notes.at('control').assume('none', IDEAL);
  return {
    warmUp: starts ? fill('warm-up', given['warm-up'], law) : (given['warm-up'] ?? fixed(0)),
    create: creates ? fill('create', given.create, law) : (given.create ?? fixed(0)),
    standby: given.standby,
    control: given.control,
    reserved: given.standby === 'cold' ? fill('reserved', given.reserved, z.boolean()) : (given.reserved ?? false),
    image: given.image,
    scaling: given.scaling && resolveScaling(given.scaling, given.count, notes.at('scaling')),
  };
}
