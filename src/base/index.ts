export * from './errors.ts';
export * from './order.ts';
export * from './time.ts';
