export { shortPath, type WrittenPart } from './known-paths.ts';
export { readValueText } from './value-text.ts';
export * from './variants.ts';
export { NoWay } from './with-value.ts';
