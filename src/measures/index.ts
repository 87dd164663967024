export * from './causes.ts';
export * from './collected.ts';
export * from './domains.ts';
export * from './estimators/index.ts';
export * from './incidents.ts';
export * from './meter.ts';
export * from './stores.ts';
export * from './waits.ts';
