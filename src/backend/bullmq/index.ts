export { placeOf, type RedisAddress, redisAddress } from './address.ts';
export { BullPool } from './bull-pool.ts';
export { BullWorker } from './bull-worker.ts';
export { BackendRefused } from './load.ts';
