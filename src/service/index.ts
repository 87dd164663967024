export * from './declared.ts';
export * from './objectives.ts';
export * from './schema.ts';
export * from './service.ts';
