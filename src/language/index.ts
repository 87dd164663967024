export * from './assumption.ts';
export * from './faults.ts';
export * from './places.ts';
export * from './probe.ts';
export * from './problem.ts';
