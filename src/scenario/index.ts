export * from './compile.ts';
export { scenarioForms, scenarioJsonSchema } from './input.ts';
export { LIMITS } from './limits.ts';
export { latencyBetween } from './link-defaults.ts';
export { type Reading, readScenario } from './read.ts';
export { type Paint, renderProblems } from './render.ts';
export * from './scenario.ts';
export { SPECIMEN } from './specimen.ts';
