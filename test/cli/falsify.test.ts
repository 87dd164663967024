import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FalsifyResult } from '../../src/index.ts';
import { hasim, scratch } from './hasim.ts';

const home = scratch();
const shop = join(home, 'shop.yaml');
writeFileSync(
  shop,
  `hasim: 1
places: {r: {a: {}, b: {}, c: {}}}
components:
  lb: {kind: slb, product: alb, in: [r/a, r/b, r/c], backends: [app-a, app-b]}
  app-a: {kind: ecs, in: r/a, count: 2, capacity-each: 100/s}
  app-b: {kind: ecs, in: r/b, count: 2, capacity-each: 100/s}
workloads: {page: {entry: lb, demand: 50/s}}
objectives: {site-lost: {scope: zone, rto: 1h}}
`,
);
const ZONES = ['falsify', shop, '--only', 'zone', '--times', '5', '--quiet'];

describe('hasim falsify', () => {
  it('ends with 1 and prints lines that explain and run replay', async () => {
    const { code, stdout, stderr } = await hasim(ZONES);
    expect([code, stderr]).toEqual([1, '']);
    const lines = stdout.split('\n');
    const from = lines.indexOf('catalogue: scheduled');
    const yaml = lines.slice(from, lines.indexOf('', from)).join('\n');
    expect(yaml).toMatch(/lose: r\/a.*\n.*lose: r\/b|lose: r\/b.*\n.*lose: r\/a/);
    const found = join(home, 'found.yaml');
    writeFileSync(found, yaml);
    const command = stdout.slice(stdout.indexOf('hasim explain')).replaceAll('\\\n', '').trim().split(' ').slice(1);
    const explained = await hasim(command.map((word) => (word === 'found.yaml' ? found : word)));
    expect(explained.code).toBe(0);
    expect(explained.stdout).toMatch(/page: nothing served/);
    const run = await hasim([
      'run',
      ...command.slice(1).map((word) => (word === 'found.yaml' ? found : word)),
      '--json',
    ]);
    const { workloads, scenario } = JSON.parse(run.stdout);
    expect(workloads.page.incidentSeconds.p50).toBeGreaterThan(3600);
    expect(scenario.faults).toBe(found);
  });

  it('ends with 0 where nothing is found, and says what was tried', async () => {
    const { code, stdout } = await hasim([...ZONES, '--max-faults', '1']);
    expect(code).toBe(0);
    expect(stdout).toContain('1 fault: 3 of 3 sets');
    expect(stdout).toContain('not a proof');
  });

  it('prints one document for --json', async () => {
    const { code, stdout } = await hasim([...ZONES, '--json']);
    const { smallest, stopped }: FalsifyResult = JSON.parse(stdout);
    expect([code, stopped, smallest!.faults.length]).toEqual([1, 'found', 2]);
  });

  it('refuses a scenario without objectives, and a list that leaves nothing', async () => {
    const [bare, nothing] = await Promise.all([
      hasim(['falsify', '-'], {
        input:
          'hasim: 1\nplaces: {r: {}}\ncomponents: {app: {kind: ecs, in: r, count: 1, capacity-each: 1/s}}\nworkloads: {page: {entry: app, demand: 1/s}}',
      }),
      hasim(['falsify', shop, '--only', 'moon']),
    ]);
    expect([bare!.code, bare!.stderr]).toEqual([2, expect.stringContaining('no objective')]);
    expect([nothing!.code, nothing!.stderr]).toEqual([2, expect.stringContaining('zone:r/a')]);
  });
});

describe('--faults', () => {
  it('tells a file that is no list of faults', async () => {
    const bad = join(home, 'bad.yaml');
    writeFileSync(bad, 'places: {}');
    const { code, stderr } = await hasim(['run', shop, '--faults', bad]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('expected `faults:`')]);
  });
});
