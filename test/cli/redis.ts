import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { scratch } from './hasim.ts';

/** Debian's redis-server, which `.ci/run` installs; undefined where there is none. */
export const REDIS = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find((path) => existsSync(path));

/** Why tests that need one do not run; a pipeline must have one. */
export function withoutRedis(): boolean {
  if (REDIS !== undefined) return false;
  if (process.env.CI === 'true') throw new Error('there is no redis-server: apt-get install redis-server');
  process.stderr.write('\n*** SKIPPED: no redis-server here, so sweeps over many machines are NOT tested ***\n\n');
  return true;
}

export interface Redis {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A Redis of its own on a free loopback port, with what else is asked of it. */
export async function startRedis(more: readonly string[] = [], tls = false): Promise<Redis> {
  const port = await freePort();
  const ports = tls ? ['--port', '0', '--tls-port', String(port)] : ['--port', String(port)];
  const args = [...ports, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', scratch(), ...more];
  const child = spawn(REDIS!, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      if (String(text).includes('Ready to accept connections')) resolve();
    });
    void ended.then(() => reject(new Error('redis-server did not start')));
    void pause(20_000).then(() => reject(new Error('redis-server did not get ready')));
  });
  return {
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A certificate of a name of one's own for `localhost`. */
export function certificate(): { readonly key: string; readonly cert: string } {
  const folder = scratch();
  const [key, cert] = [`${folder}/key.pem`, `${folder}/cert.pem`];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject], {
    stdio: 'ignore',
  });
  return { key, cert };
}
