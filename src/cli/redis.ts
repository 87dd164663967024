import { BackendRefused, type RedisAddress, redisAddress } from '../backend/index.ts';
import { Refusal } from './exits.ts';

export interface RedisFlags {
  readonly redis?: string;
}

/**
 * Where the Redis is: `--redis`, or HASIM_REDIS, which no list of processes shows. What was written is never told again: it
 * may hold a password.
 */
export function redisOf({ redis = process.env.HASIM_REDIS }: RedisFlags): RedisAddress {
  if (redis === undefined) throw new Refusal('say where the Redis is: --redis redis://host:6379, or HASIM_REDIS');
  const address = redisAddress(redis);
  if (address === undefined)
    throw new Refusal('the address of a Redis is written redis://user:password@host:6379, or rediss:// for TLS');
  return address;
}

/** What a Redis that cannot be used is told as. */
export async function refusing<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof BackendRefused) throw new Refusal(error.message);
    throw error;
  }
}
