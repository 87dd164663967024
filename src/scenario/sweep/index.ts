export { type Level, type Parameter, rangeLevel } from './parameter.ts';
export { readParameters, renderSweepProblems } from './parameters.ts';
export { type QuantityRange, shareOf, valueAt } from './quantity.ts';
export { readSetText } from './set-text.ts';
export { readSweepFile, type SweepFile } from './sweep-file.ts';
export type { SweepProblem, WrittenParameter } from './written.ts';
