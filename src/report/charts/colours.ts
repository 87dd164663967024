import type { ColourName } from '../../visual/index.ts';

const COLOURS: readonly ColourName[] = ['blue', 'orange', 'green', 'purple', 'red', 'sky', 'black', 'yellow'];

/** The colour of the i-th of several things beside each other. */
export const colourOf = (i: number): ColourName => COLOURS[i % COLOURS.length]!;
