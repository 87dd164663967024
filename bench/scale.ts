import { fileURLToPath } from 'node:url';
import { figureOf } from './child.ts';
import type { Contender } from './measure.ts';

const PROGRAM = fileURLToPath(new URL('./scaled.js', import.meta.url));

/** What many threads, large pools and long runs take, in a process of its own: `scaled.ts` says which words there are. */
export const scaled = (name: string, unit: string, words: readonly string[]): Contender => ({
  name,
  unit,
  run: () => figureOf(name, PROGRAM, words),
});
