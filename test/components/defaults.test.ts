import { describe, expect, it } from 'vitest';
import { COMPONENT_KINDS } from '../../src/components/index.ts';
import { Notebook, pathText } from '../../src/language/index.ts';
import { LEAST } from './least.ts';

function readOne(kind: string, raw: Readonly<Record<string, unknown>>) {
  const notes = new Notebook();
  const read = COMPONENT_KINDS.find((one) => one.kind === kind)!.read('x', { kind, ...raw }, true, notes);
  return { spec: read?.spec, notes };
}

describe('every default can be read and says where it comes from', () => {
  it.each(LEAST)('%s %j', (kind, raw) => {
    const { spec, notes } = readOne(kind, raw);
    expect(notes.findings).toEqual([]);
    expect(spec).toMatchObject({ kind, name: 'x' });
    for (const { path, value, source } of notes.assumptions) {
      expect(value, path).not.toBe('');
      expect(source, path).toMatch(
        /^assumption: .{10}|\.(com|cn)\b|^Alibaba Cloud|^terraform-provider-alicloud|^public accounts/,
      );
    }
  });

  it.each([
    ['clb', { interval: 2e6, timeout: 5e6, healthy: 3, unhealthy: 3, spacing: 'from-end' }],
    ['alb', { interval: 2e6, timeout: 5e6, healthy: 3, unhealthy: 3, spacing: 'from-end' }],
    ['nlb', { interval: 10e6, timeout: 5e6, healthy: 2, unhealthy: 2, spacing: 'from-end' }],
  ])('health check of %s', (product, healthCheck) => {
    expect(readOne('slb', { product, in: 'r/a', backends: ['a'] }).spec).toMatchObject({ healthCheck });
  });

  it.each([
    ['micro', 200],
    ['small', 2000],
    ['medium', 5000],
    ['large', 10_000],
  ])('rows a second of class %s', (size, rowsPerSecond) => {
    expect(readOne('dts', { class: size, from: 'a', to: 'b' }).spec).toMatchObject({ rowsPerSecond });
  });

  it('faults of the catalogue', () => {
    const faultsOf = (kind: string, raw: Readonly<Record<string, unknown>>) =>
      readOne(kind, raw).spec!.faults.map(({ name, effect, arrival }) => [name, effect, arrival.mean / (24 * 3600e6)]);
    expect(faultsOf('ecs', { in: 'r/a', count: 1 })).toEqual([
      ['crash', 'exit', 45],
      ['host', 'silent', 365],
    ]);
    expect(faultsOf('rds', { in: 'r/a' })).toEqual([['node', 'silent', 365]]);
    expect(faultsOf('slb', { in: 'r/a', backends: ['a'] })).toEqual([['instance', 'silent', 5 * 365]]);
    expect(faultsOf('dts', { from: 'a', to: 'b' })).toEqual([['task', 'exit', 365]]);
    expect(faultsOf('dns', { answers: { a: 1 } })).toEqual([]);
  });
});

describe('what is written is no assumption', () => {
  it('a DNS name written in full', () => {
    const probe = { interval: '1m', timeout: '5s', healthy: 1, unhealthy: 3, spacing: 'from-end' };
    const { notes } = readOne('dns', {
      ttl: '60s',
      cohorts: 8,
      answers: { a: 1 },
      monitor: probe,
      failback: 'manual',
      'hold-on': { share: '1%', for: '1h' },
      faults: 'none',
    });
    expect(notes.assumptions).toEqual([]);
  });
});

describe('faults', () => {
  const ecs = (faults: unknown) => readOne('ecs', { in: 'r/a', count: 1, faults });
  const names = (faults: unknown) => ecs(faults).spec?.faults.map(({ name }) => name);

  it('one of the catalogue is completed, one is switched off, one is new', () => {
    const { spec } = ecs({ crash: { mtbf: '180d' }, host: 'none', smoke: { mtbf: '3y', repair: '1d' } });
    expect(spec!.faults).toMatchObject([
      { name: 'crash', effect: 'exit', arrival: { mean: 180 * 24 * 3600e6 }, repair: { kind: 'lognormal' } },
      { name: 'smoke', effect: 'silent', repair: { kind: 'fixed' } },
    ]);
  });

  it('none at all', () => expect(names('none')).toEqual([]));

  it('attacks and mistakes occur only where they are written', () => {
    const slb = (faults: unknown) => readOne('slb', { in: 'r/a', backends: ['a'], faults }).spec!.faults;
    expect(slb({ attack: {}, instance: 'none' })).toMatchObject([
      { name: 'attack', effect: 'silent', repair: { mean: 9000e6 } },
    ]);
    expect(slb({ misconfiguration: { repair: '1h' } }).map(({ name, effect }) => [name, effect])).toEqual([
      ['instance', 'silent'],
      ['misconfiguration', 'exit'],
    ]);
  });

  it('figures that an effect does not use are neutral', () => {
    const one = (effect: string) =>
      ecs({ crash: 'none', host: 'none', x: { mtbf: '1y', repair: '1h', effect } }).spec!.faults[0];
    expect(one('hang')).toMatchObject({ share: 1, probesFail: 1, factor: 1 });
    expect(one('gray')).toMatchObject({ share: 0.1, probesFail: 0.05, factor: 1 });
    expect(one('slow')).toMatchObject({ share: 1, probesFail: 1, factor: 4 });
  });

  it('one of one’s own needs both laws', () => {
    const { notes } = ecs({ smoke: { mtbf: '3y' } });
    expect(notes.findings.map(({ code, path }) => [code, pathText(path)])).toEqual([
      ['missing-key', 'faults.smoke.repair'],
    ]);
  });
});
