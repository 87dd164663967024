import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasim, MAIN, SMALL, scratch } from './hasim.ts';
import { certificate, type Redis, startRedis, withoutRedis } from './redis.ts';

const home = scratch();
const shop = join(home, 'shop.yaml');
writeFileSync(shop, SMALL);
const ARGS = [
  'sweep',
  shop,
  '--set',
  'web.faults.crash.repair=5m,6m,7m,8m',
  '--set',
  'web.count=1,2',
  '--years',
  '5',
  '--json',
];
const FEW = [...ARGS, '--runs', '100'];
const MANY = [...ARGS, '--runs', '1500'];
let names = 0;
const journal = (): string[] => ['--journal', join(home, `${++names}.jsonl`)];
const SECRET = 'gr0ss@geheim';

/** What a worker says where nobody is: it waits for ten seconds, while the others are looked at. */
const nobody = hasim(['worker', '--redis', 'redis://:geheim@127.0.0.1:1']);

const workers = new Set<ChildProcess>();
function startWorker(redis: string, ...more: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, 'worker', '--workers', '1', '--patience', '1s', ...more], {
    env: { ...process.env, HASIM_REDIS: redis },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  workers.add(child);
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, ended, said: () => stderr };
}

describe.skipIf(withoutRedis())('a sweep on many machines', () => {
  let redis: Redis;
  let url: string;
  let few: string;
  beforeAll(async () => {
    redis = await startRedis(['--requirepass', SECRET]);
    url = `redis://:${encodeURIComponent(SECRET)}@127.0.0.1:${redis.port}`;
    few = (await hasim([...FEW, ...journal()])).stdout;
  });
  afterAll(async () => {
    for (const child of workers) child.kill('SIGKILL');
    await redis.stop();
  });
  const shared = (...more: readonly string[]) => [...more, '--backend', 'bullmq', '--redis', url];

  it('gives the bytes of one machine, and tells nobody the password', async () => {
    const one = startWorker(url, '--idle', '3s');
    const other = startWorker(url, '--idle', '3s');
    const file = join(home, 'shared.jsonl');
    const { code, stdout, stderr } = await hasim(shared(...FEW, '--journal', file));
    expect([code, stdout]).toEqual([0, few]);
    expect(await Promise.all([one.ended, other.ended])).toEqual([0, 0]);
    expect(one.said()).toMatch(/works for redis:\/\/127\.0\.0\.1:\d+, 1 at once/);
    for (const text of [stdout, stderr, readFileSync(file, 'utf8'), one.said(), other.said()]) {
      expect(text).not.toContain('geheim');
    }
  });

  it('loses nothing with a worker that dies, and takes no harm from one that comes late', async () => {
    const wanted = (await hasim([...MANY, ...journal()])).stdout;
    const kept = join(home, 'dying.jsonl');
    const blocks = (): number => (existsSync(kept) ? readFileSync(kept, 'utf8').split('"kind":"block"').length - 1 : 0);
    const more = async (): Promise<void> => {
      for (const before = blocks(); blocks() <= before; ) await pause(10);
    };
    let over = false;
    const sweep = hasim(shared(...MANY, '--journal', kept)).finally(() => {
      over = true;
    });
    const first = startWorker(url);
    await more();
    first.child.kill('SIGKILL');
    await first.ended;
    // Stopped longer than it may be silent, it finds its block run by another when it goes on.
    const late = startWorker(url);
    await more();
    late.child.kill('SIGSTOP');
    expect(over).toBe(false);
    startWorker(url);
    await more();
    await pause(1_500);
    late.child.kill('SIGCONT');
    const { code, stdout } = await sweep;
    expect([code, stdout]).toEqual([0, wanted]);
    for (const child of workers) child.kill('SIGKILL');
  });

  it('is resumed where the machine that asked has died', async () => {
    const kept = journal();
    const asking = spawn(process.execPath, [MAIN, ...shared(...FEW, '--seed', '2', ...kept)], { stdio: 'ignore' });
    await pause(1_500);
    asking.kill('SIGKILL');
    const worker = startWorker(url, '--idle', '3s');
    const { code, stdout } = await hasim(shared(...FEW, '--seed', '2', ...kept, '--resume'));
    expect([code, stdout]).toEqual([0, (await hasim([...FEW, '--seed', '2', ...journal()])).stdout]);
    expect(await worker.ended).toBe(0);
  });

  it('is refused where nobody is, where the password is wrong, and where the address is none; no password is told', async () => {
    const refused = await Promise.all([
      nobody,
      ...[`redis://:geheim@127.0.0.1:${redis.port}`, 'http://:geheim@x'].map((address) =>
        hasim(['worker', '--redis', address]),
      ),
    ]);
    expect(refused.map(({ code }) => code)).toEqual([2, 2, 2]);
    expect(refused[0]!.stderr).toMatch(/redis:\/\/127\.0\.0\.1:1 cannot be used: connect ECONNREFUSED/);
    expect(refused[1]!.stderr).toMatch(/WRONGPASS|NOAUTH|invalid/);
    expect(refused[2]!.stderr).toMatch(/the address of a Redis is written/);
    for (const { stderr } of refused) expect(stderr).not.toContain('geheim');
  });

  it('goes over TLS', async () => {
    const { key, cert } = certificate();
    const files = [
      '--tls-cert-file',
      cert,
      '--tls-key-file',
      key,
      '--tls-ca-cert-file',
      cert,
      '--tls-auth-clients',
      'no',
    ];
    const secure = await startRedis([...files, '--requirepass', SECRET], true);
    const address = `rediss://:${encodeURIComponent(SECRET)}@localhost:${secure.port}`;
    const env = { HASIM_REDIS: address, NODE_EXTRA_CA_CERTS: cert };
    const worker = hasim(['worker', '--workers', '1', '--idle', '3s'], { env });
    const { code, stdout } = await hasim([...FEW, '--backend', 'bullmq', ...journal()], { env });
    expect([code, stdout]).toEqual([0, few]);
    expect((await worker).code).toBe(0);
    // Either side may be the first to say that it does not trust the other.
    for (let i = 0; i < 4; i++) {
      const strange = await hasim(['worker', '--workers', '1'], { env: { HASIM_REDIS: address } });
      expect([strange.code, strange.stderr]).toEqual([2, expect.stringMatching(/cannot be used: .*(self-signed|SSL)/)]);
    }
    await secure.stop();
  });
});
