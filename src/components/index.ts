export * from './compile.ts';
export * from './dns/schema.ts';
export * from './dts/schema.ts';
export * from './ecs/schema.ts';
export * from './rds/schema.ts';
export * from './sla.ts';
export * from './slb/schema.ts';
export * from './words.ts';
