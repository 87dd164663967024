export * from './keys.ts';
export * from './laws/index.ts';
export * from './streams.ts';
