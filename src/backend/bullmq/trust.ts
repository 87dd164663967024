import { connect } from 'node:tls';
import { placeOf, type RedisAddress } from './address.ts';
import { BackendRefused } from './load.ts';

const PATIENCE = 10_000;
/** How the two ends of a connection say that they do not trust one another. */
const DISTRUST = /certificate|self-signed|SSL/i;

/**
 * Looks whether this machine and a Redis trust one another, before the driver connects: that hears the first error of a
 * connection only, while a handshake that was refused may end in two, and the second one would end the process. A Redis that is
 * away is no matter here: the driver waits for it.
 */
export function trusted(address: RedisAddress): Promise<void> {
  const { host, port, tls } = address;
  if (!tls) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, servername: host });
    const end = (): void => {
      socket.destroy();
      resolve();
    };
    socket.setTimeout(PATIENCE, end);
    socket.once('secureConnect', end);
    socket.on('error', ({ message }) => {
      if (DISTRUST.test(message)) reject(new BackendRefused(`${placeOf(address)} cannot be used: ${message}`));
      else end();
    });
  });
}
