export * from './arena.ts';
export * from './clocks.ts';
export * from './forcing.ts';
export * from './queue.ts';
export * from './registry.ts';
export * from './resampling.ts';
export * from './sampler.ts';
export * from './simulation.ts';
