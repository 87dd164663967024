import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cells, clean, head, padEnd, padStart, shorten, widestPiece, wrap } from '../../src/report/cells.ts';

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }));
const width = fc.integer({ min: 3, max: 60 });

describe('cells', () => {
  it('counts Chinese characters as two and colour codes as none', () => {
    expect(cells('同城 A')).toBe(6);
    expect(cells('\u001b[31mred\u001b[39m')).toBe(3);
  });

  it('counts as the terminal does, one by one and together', () => {
    const range = (first: number, last: number) =>
      Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
    const signs = [...'·×–—…─│±≥≤→✓’“”', ...range(0x20, 0x7e), ...range(0x3001, 0x3020), ...range(0xff01, 0xff60)];
    for (const sign of [...signs, ...range(0x4e00, 0x9fff)])
      expect([sign, cells(sign)]).toEqual([sign, stringWidth(sign)]);
    const any = fc.string({
      unit: fc.constantFrom(...signs, ...'同城双活', '\u0301', '\u200d', '\ufe0f', '😀'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(any, (together) => {
        expect(cells(together)).toBe(stringWidth(together));
      }),
      { numRuns: 1_000 },
    );
  });

  it('pads to a width and leaves what is wider alone', () => {
    expect(padEnd('同', 4)).toBe('同  ');
    expect(padStart('42', 4)).toBe('  42');
    expect(padEnd('abc', 2)).toBe('abc');
  });

  it('never splits a wide character', () => {
    expect(head('同城双活', 5)).toBe('同城');
  });

  it('cuts names in their middle', () => {
    expect(shorten('cn-beijing/a', 8)).toBe('cn-b…g/a');
    expect(shorten('cn-beijing/a', 12)).toBe('cn-beijing/a');
  });

  it('breaks at spaces and between Chinese characters, with closing marks kept at the end of a line', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('可用性，时间', 6)).toEqual(['可用', '性，时', '间']);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('(3,159,054–3,518,651)', 19)).toEqual(['(3,159,054–', '3,518,651)']);
  });

  it('does not part a figure from its unit while both fit on a line', () => {
    expect(wrap('from 2.4 h to 3.1 h', 16)).toEqual(['from 2.4 h to', '3.1 h']);
    expect(wrap('(16 min (14 to 20 min))', 19)).toEqual(['(16 min (14 to', '20 min))']);
    expect(wrap('每年 7.8 分钟', 9)).toEqual(['每年', '7.8 分钟']);
    expect(wrap('12.5 s', 4)).toEqual(['12.5', 's']);
    expect(wrap('2 slow ones', 6)).toEqual(['2 slow', 'ones']);
  });

  it('does not part the sign of a bound from its figure while both fit on a line', () => {
    expect(wrap('56 min (≥ 38)', 10)).toEqual(['56 min', '(≥ 38)']);
    expect(wrap('at most 5 s, ≤ 4 min', 15)).toEqual(['at most 5 s,', '≤ 4 min']);
    expect(wrap('最差 (≤ 5.8)', 8)).toEqual(['最差', '(≤ 5.8)']);
    expect(widestPiece('56 min (≥ 38)')).toBe(6);
    expect(wrap('≥ 38,123', 7)).toEqual(['≥', '38,123']);
  });

  it('lets no control character reach a terminal', () => {
    expect(clean('a\u001b[2Jb\u202ec\nd')).toBe('a [2Jb c d');
  });

  it('never exceeds a width, and wrapping loses nothing but spaces', () => {
    const bare = (all: string) => all.replace(/\s/g, '');
    fc.assert(
      fc.property(text, width, (any, limit) => {
        const shown = clean(any);
        expect(cells(shorten(shown, limit))).toBeLessThanOrEqual(limit);
        const lines = wrap(shown, limit);
        for (const line of lines) expect(cells(line)).toBeLessThanOrEqual(limit);
        expect(bare(lines.join(''))).toBe(bare(shown));
      }),
      { numRuns: 1_000 },
    );
  });
});
