import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { explain } from '../../src/language/explain.ts';
import { choice, duration, named, nearest, share, there } from '../../src/language/index.ts';

const form = z.strictObject({
  ttl: duration,
  effect: choice(['exit', 'silent', 'hang']).optional(),
  parts: named(share).optional(),
  check: z.union([z.literal('off'), z.strictObject({ interval: duration })]).optional(),
});

const findings = (raw: unknown) => {
  const result = explain(form, raw);
  return result.ok ? [] : result.findings;
};

describe('what is wrong with a value', () => {
  it('says nothing of a good one', () => expect(findings({ ttl: '3s', check: 'off' })).toEqual([]));

  it('names an unknown key, where it stands, the keys there are and the nearest', () => {
    expect(findings({ ttl: '3s', efect: 'exit' })).toEqual([
      {
        severity: 'error',
        code: 'unknown-key',
        message: '`efect` is not a key here',
        expected: 'one of ttl, effect, parts, check',
        nearest: 'effect',
        path: ['efect'],
        atKey: true,
      },
    ]);
  });

  it('names what is missing with an example of it', () => {
    expect(findings({})).toMatchObject([
      { code: 'missing-key', path: ['ttl'], expected: expect.stringContaining('such as 500ms') },
    ]);
  });

  it('names the nearest word of a list', () => {
    expect(findings({ ttl: '3s', effect: 'silnt' })).toMatchObject([
      { code: 'unknown-word', path: ['effect'], nearest: 'silent', expected: 'one of exit, silent, hang' },
    ]);
  });

  it('names what is missing with an example of each form that it may have', () => {
    const either = z.strictObject({
      in: z.union([z.literal('off'), duration, z.array(duration)]),
      when: there('a map'),
    });
    const result = explain(either, {});
    expect(result).toMatchObject({
      findings: [
        { code: 'missing-key', expected: '`off`, or a duration such as 500ms, 30s, 15m, 4h, 2d or 10y, or a list' },
        { code: 'missing-key', message: '`when` is missing', expected: 'a map' },
      ],
    });
  });

  it('says of a list of so many what belongs in it', () => {
    const two = z.strictObject({ span: z.tuple([duration, duration], { error: 'two durations' }) });
    for (const span of [undefined, 'x', ['1s'], ['1s', '2s', '3s']])
      expect(explain(two, { span })).toMatchObject({ findings: [{ path: ['span'], expected: 'two durations' }] });
  });

  it.each([
    ['60sec', '60s'],
    ['60 Seconds', '60s'],
    ['90 minutes', '90m'],
    ['1hr 30mins', '1h 30m'],
    ['250 msec', '250ms'],
    ['2 days', '2d'],
    ['30秒', '30s'],
    ['5分钟', '5m'],
    ['3D', '3d'],
    ['60 parsecs', undefined],
    ['soon', undefined],
  ])('takes %s for %s', (written, meant) => {
    expect(findings({ ttl: written })[0]?.nearest).toBe(meant);
  });

  it('of two forms, speaks about the one that was begun', () => {
    expect(findings({ ttl: '3s', check: { interval: 3 } })).toMatchObject([
      { path: ['check', 'interval'], code: 'bad-value' },
    ]);
    expect(findings({ ttl: '3s', check: { intervall: '3s' } }).map(({ code, path }) => [code, path.join('.')])).toEqual(
      [['unknown-key', 'check.intervall']],
    );
  });

  it('says once that a key is misspelt, not also that what it means is missing', () => {
    expect(findings({ tl: '3s' })).toMatchObject([{ code: 'unknown-key', path: ['tl'], nearest: 'ttl' }]);
  });

  it('says of a key that means nothing here that the other one is missing', () => {
    expect(findings({ colour: '3s' }).map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['missing-key', 'ttl'],
      ['unknown-key', 'colour'],
    ]);
  });

  it('of two forms of which none was begun, names both', () => {
    expect(findings({ ttl: '3s', check: 'of' })).toMatchObject([
      { path: ['check'], expected: '`off`, or a map', nearest: 'off' },
    ]);
  });

  it('reports everything at once', () => {
    expect(findings({ ttl: 3, effect: 3, parts: { a: 3, '': '50%' }, x: 1 })).toHaveLength(5);
  });

  it('finds names that are traps in plain objects', () => {
    const trap = JSON.parse('{"ttl": "3s", "parts": {"__proto__": "50%", "constructor": "200%"}}');
    expect(findings(trap)).toMatchObject([{ path: ['parts', 'constructor'] }]);
    expect(form.parse(JSON.parse('{"ttl": "3s", "parts": {"b": 1, "__proto__": "50%", "a": 0}}')).parts).toEqual([
      ['__proto__', 0.5],
      ['a', 0],
      ['b', 1],
    ]);
    expect(findings(JSON.parse('{"ttl": "3s", "__proto__": 1}'))).toMatchObject([
      { code: 'unknown-key', path: ['__proto__'] },
    ]);
  });
});

describe('the nearest word', () => {
  it.each([
    ['palces', ['places', 'plans'], 'places'],
    ['cn-beijng/a', ['cn-beijing/a', 'cn-beijing/b'], 'cn-beijing/a'],
    ['rsd', ['dns', 'slb', 'ecs', 'rds'], 'rds'],
    ['elephant', ['dns', 'slb'], undefined],
    ['x', ['y'], undefined],
    ['', ['a'], undefined],
    ['ha', ['basic', 'high-availability', 'hms', 'cluster'], 'high-availability'],
  ])('of %s among %j', (written, words, expected) => expect(nearest(written, words)).toBe(expected));
});
