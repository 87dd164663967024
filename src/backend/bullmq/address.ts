/** Where a Redis is, and how to come in. */
export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls: boolean;
}

const PORT = 6379;

/** Reads `redis://[user:password@]host[:port][/db]`, or `rediss://` for TLS; undefined for anything else. */
export function redisAddress(text: string): RedisAddress | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== 'redis:' && url.protocol !== 'rediss:') || url.hostname === '')
    return undefined;
  const db = /^\/?(\d*)$/.exec(url.pathname)?.[1];
  if (db === undefined) return undefined;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? PORT : Number(url.port),
    db: Number(db),
    ...(url.username === '' ? {} : { username: decoded(url.username) }),
    ...(url.password === '' ? {} : { password: decoded(url.password) }),
    tls: url.protocol === 'rediss:',
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** As messages name it: without user and password. */
export const placeOf = ({ host, port, tls }: RedisAddress): string => `redis${tls ? 's' : ''}://${host}:${port}`;

/** What BullMQ needs to connect; it waits for a Redis that is away for a while. */
export const connectionTo = ({ tls, ...address }: RedisAddress) => ({
  ...address,
  ...(tls ? { tls: { servername: address.host } } : {}),
  maxRetriesPerRequest: null,
});
