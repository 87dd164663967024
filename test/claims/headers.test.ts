import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarioFiles, scenarioOf } from '../../bench/measured.ts';

const ARCHITECTURES = [
  'single-node',
  'self-built-ha',
  'cloud-ha',
  'same-city-general',
  'same-city-recommended',
  'remote-dr',
  'hybrid-dr',
  'hybrid-backup',
  'db-hot-backup',
  'db-cold-backup',
  'idc-db-to-cloud',
  'replication-ha',
  'a-s',
  'a-a',
  'two-site-three-centre',
  'two-site-three-centre-bank',
  'hybrid-active-active',
  'multi-region-active',
  'multi-zone-slb',
  'multi-zone-slb-rds',
  'zonal-rds-dts',
  'multi-zone-remote',
  'multi-slb-dns',
  'traditional-app-replication',
  'traditional-cdp',
  'traditional-storage-replication',
];
const files = scenarioFiles();

describe('the scenarios', () => {
  it('have every architecture of the documents, and products each by itself', () => {
    const names = files.map((file) => file.replace('.yaml', ''));
    for (const name of ARCHITECTURES) expect(names).toContain(name);
    expect(names.filter((name) => name.startsWith('product-')).length).toBeGreaterThanOrEqual(15);
  });

  it.each(
    files.filter((file) => !file.startsWith('reference-')),
  )('%s says in Chinese and English what it is, and after which document and section', (file) => {
    const comments = /^(?:#.*\n)+/.exec(readFileSync(`scenarios/${file}`, 'utf8'))![0];
    expect(comments.split('\n')[0]).toMatch(/\p{Script=Han}.*[a-z]{2}/u);
    expect(comments).toMatch(/^# After [\s\S]*(?:sections? \d|collected \d{4}-\d{2}-\d{2})/m);
  });

  // Section 2: SLB, ECS, RDS and OSS.
  it.each([
    'same-city-general',
    'same-city-recommended',
    'a-s',
    'a-a-simplest',
    'remote-dr',
    'product-oss',
  ])('%s has the four parts of the simplest IT system, and users who need its objects', (name) => {
    const { components, workloads } = scenarioOf(`${name}.yaml`);
    const kinds = new Set<string>(components.map(({ kind }) => kind));
    for (const kind of ['slb', 'ecs', 'rds', 'oss']) expect(kinds).toContain(kind);
    expect(workloads.some(({ reads, writes }) => [...reads, ...writes].includes('objects'))).toBe(true);
  });

  it.each(files)('%s lists what it assumes, each with its source', (file) => {
    const { assumptions } = scenarioOf(file);
    expect(assumptions.length).toBeGreaterThan(0);
    for (const { path, value, source } of assumptions) {
      expect(path).not.toBe('');
      expect(String(value)).not.toBe('');
      expect(source.length).toBeGreaterThan(8);
    }
  });
});
