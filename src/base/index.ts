export * from './errors.ts';
export * from './order.ts';
export * from './singles.ts';
export * from './tables.ts';
export * from './time.ts';
