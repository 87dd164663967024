export { type Injection, STRIKES_FROM, STRIKES_WITHIN } from './injection.ts';
export { calm, injectionsOf, struckBy } from './injections.ts';
