import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL } from './hasim.ts';
import { type Serving, serving } from './serving.ts';

let desk: Serving;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hasim-serve-'));
  const outside = mkdtempSync(join(tmpdir(), 'hasim-outside-'));
  writeFileSync(join(folder, 'shop.yaml'), SMALL);
  writeFileSync(join(outside, 'secret.yaml'), 'secret');
  symlinkSync(join(outside, 'secret.yaml'), join(folder, 'link.yaml'));
  desk = await serving(folder);
});
afterAll(() => desk.stop());

const post = (path: string, body: unknown, method = 'POST') =>
  fetch(new URL(path, desk.url), {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const variant = { name: 'shop.yaml', text: SMALL };

/** A request as a browser would send it for another site; fetch would put its own Host. */
const asked = (headers: Record<string, string>, method = 'GET'): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(desk.url);
    const call = request({ hostname, port, path: '/api/files', method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end();
  });

describe('the local page', () => {
  it('lists the files of the folder, links out of it not among them', async () => {
    const { files } = (await (await fetch(new URL('/api/files', desk.url))).json()) as { files: string[] };
    expect(files).toEqual(['shop.yaml']);
  });

  it.each([
    'link.yaml',
    '../secret.yaml',
    '/etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    'none.yaml',
    '',
  ])('reads nothing outside of it: %s', async (name) => {
    const response = await fetch(new URL(`/api/file?name=${encodeURIComponent(name)}`, desk.url));
    expect([403, 404]).toContain(response.status);
  });

  it('runs a text and gives the report that the command gives', async () => {
    const lines = (await (await post('/api/run', { variant, runs: 20, years: 1 })).text()).trim().split('\n');
    const last = JSON.parse(lines.at(-1)!) as {
      done: number;
      asked: number;
      told: { text: string; page: string };
    };
    expect(last.done).toBe(20);
    expect(last.asked).toBe(20);
    expect(last.told.text).toContain('AVAILABILITY');
    expect(last.told.page).toContain('</html>');
  });

  it('drills, explains and compares', async () => {
    const last = async (path: string, body: object) =>
      JSON.parse((await (await post(path, body)).text()).trim().split('\n').at(-1)!) as {
        told: { text: string };
      };
    expect((await last('/api/drill', { variant, times: 5 })).told.text).toContain('web');
    expect((await last('/api/explain', { variant, runs: 5, years: 1 })).told.text).toBeDefined();
    const variants = [variant, { name: 'other', text: SMALL.replace('count: 2', 'count: 3') }];
    expect((await last('/api/compare', { variants, runs: 10, years: 1 })).told.text).toContain('other');
  });

  it('tells problems and completes', async () => {
    const { problems } = (await (await post('/api/validate', { text: 'hasim: 1\nfoo: 1\n' })).json()) as {
      problems: { message: string }[];
    };
    expect(problems.map(({ message }) => message).join()).toContain('foo');
    const text = `${SMALL}ala`;
    const { options } = (await (await post('/api/complete', { text, offset: text.length })).json()) as {
      options: { label: string }[];
    };
    expect(options.map(({ label }) => label)).toContain('alarms');
  });

  it('saves, and does not overwrite what somebody else has saved', async () => {
    const { version } = (await (await fetch(new URL('/api/file?name=shop.yaml', desk.url))).json()) as {
      version: string;
    };
    const first = await post('/api/file', { name: 'shop.yaml', text: `${SMALL}# 1\n`, was: version }, 'PUT');
    expect(first.status).toBe(200);
    expect(readFileSync(join(folder, 'shop.yaml'), 'utf8')).toBe(`${SMALL}# 1\n`);
    const second = await post('/api/file', { name: 'shop.yaml', text: 'lost', was: version }, 'PUT');
    expect(second.status).toBe(409);
    expect(await second.json()).toEqual({
      error: 'shop.yaml has changed on disk since it was read',
      zh: 'shop.yaml 读取之后已在磁盘上改动',
    });
    const outside = await post('/api/file', { name: '../new.yaml', text: 'x', was: null }, 'PUT');
    expect(outside.status).toBe(403);
  });

  it('refuses other names of this machine, other sites and what a form could send', async () => {
    const { host } = new URL(desk.url);
    expect(await asked({ host })).toBe(200);
    expect(await asked({ host: 'evil.example' })).toBe(403);
    expect(await asked({ host, origin: 'https://evil.example', 'content-type': 'application/json' }, 'POST')).toBe(403);
    expect(await asked({ host, 'content-type': 'text/plain' }, 'POST')).toBe(415);
  });

  it('answers what makes no sense with a reason', async () => {
    expect((await post('/api/run', { variant, runs: -1 })).status).toBe(400);
    expect((await post('/api/run', { variant: { name: 'x', text: 'nonsense' } })).status).toBe(422);
    expect((await fetch(new URL('/nothing', desk.url))).status).toBe(404);
  });
});
