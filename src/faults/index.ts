export * from './catalogue.ts';
export * from './compile.ts';
export * from './distance.ts';
export * from './schema.ts';
export * from './targets.ts';
