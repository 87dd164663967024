import { fileURLToPath } from 'node:url';
import { figureOf } from './child.ts';
import type { Contender } from './measure.ts';

const PROGRAM = fileURLToPath(new URL('./model.js', import.meta.url));

/**
 * A model in a process of its own, as the command runs it: V8 fits shared code to all models that it has met in a process,
 * and a model beside three others is a quarter slower than alone.
 */
export const alone = (name: string, unit: string, words: readonly string[]): Contender => ({
  name,
  unit,
  run: () => figureOf(name, PROGRAM, words),
});
