export { type Ground, type Injection, losing } from './injection.ts';
export { groundOf, injectionsOn } from './injections.ts';
export { representatives } from './parts.ts';
export { struckBy } from './struck.ts';
