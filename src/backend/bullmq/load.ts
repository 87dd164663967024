import { placeOf, type RedisAddress } from './address.ts';

/** Why work cannot be shared through Redis, in words for a user. */
export class BackendRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BackendRefused';
  }
}

/** Loads BullMQ, which is installed only where it is wanted. */
export async function loadBullmq(): Promise<typeof import('bullmq')> {
  try {
    // BullMQ looks for its driver only when it connects.
    const driver: string = 'ioredis';
    await import(driver);
    return await import('bullmq');
  } catch {
    throw new BackendRefused('the backend bullmq is not installed: npm install bullmq ioredis');
  }
}

interface Ready {
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', told: (error: Error) => void): unknown;
}

const PATIENCE = 10_000;

/** Waits for a connection, but not for ever. A Redis that refuses to let in is not asked again. */
export async function reached(connection: Ready, address: RedisAddress): Promise<void> {
  let reason = 'no answer';
  let timer: NodeJS.Timeout | undefined;
  const refusal = (): BackendRefused => new BackendRefused(`${placeOf(address)} cannot be used: ${reason}`);
  const failed = new Promise<never>((_, reject) => {
    const refuse = (): void => reject(refusal());
    timer = setTimeout(refuse, PATIENCE);
    connection.on('error', (error) => {
      reason = error.message;
      if (/WRONGPASS|NOAUTH|NOPERM|certificate|self-signed|SSL/i.test(reason)) refuse();
    });
  });
  try {
    await Promise.race([connection.waitUntilReady(), failed]);
  } catch (error) {
    // The driver may give up by itself before its error is told.
    if (error instanceof BackendRefused) throw error;
    reason = error instanceof Error ? error.message : reason;
    throw refusal();
  } finally {
    clearTimeout(timer);
  }
}
