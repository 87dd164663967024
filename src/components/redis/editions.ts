export const REDIS_EDITIONS = ['standard', 'cluster', 'read-write-split'] as const;
export type RedisEdition = (typeof REDIS_EDITIONS)[number];
