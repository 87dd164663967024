import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  availabilityText,
  brief,
  count,
  fixedDecimals,
  percent,
  percentBeside,
  stated,
} from '../../src/report/figures.ts';
import { howOften, neverSeen } from '../../src/report/seen.ts';
import { span, spanInterval, spansApart, statedSpan } from '../../src/report/spans.ts';
import { wordsOf } from '../../src/report/words/index.ts';

const EN = wordsOf('en');
const ZH = wordsOf('zh');

describe('figures', () => {
  it('groups digits by three', () => {
    expect([count(999), count(1_000), count(1_234_567)]).toEqual(['999', '1,000', '1,234,567']);
    expect(fixedDecimals(-1234.56, 1)).toBe('-1,234.6');
  });

  it('never rounds a share to the other side of its target', () => {
    expect(percentBeside(0.296, 0.3)).toBe('29.6 %');
    expect(percentBeside(0.29999, 0.3)).toBe('29.999 %');
    expect(percentBeside(0.304, 0.302)).toBe('30.4 %');
    expect([percentBeside(1 / 3, 0.33), percentBeside(1 / 3, 0.34)]).toEqual(['33 %', '33 %']);
    expect(percentBeside(0, 0)).toBe('0 %');
  });

  it('shows two digits and no fewer than the whole part', () => {
    expect([4.21, 31.4, 1_234.4, 0.0123, 9.96, 0].map((value) => brief(value))).toEqual([
      '4.2',
      '31',
      '1,234',
      '0.012',
      '10',
      '0',
    ]);
  });

  it('tells shares of a whole', () => {
    expect([0.48, 0.047, 0.00046, 0.00005, 1, 0.9996].map(percent)).toEqual([
      '48 %',
      '4.7 %',
      '0.046 %',
      '< 0.01 %',
      '100 %',
      '> 99.9 %',
    ]);
  });

  it('writes a target as it was written', () => {
    expect(stated(100 * 0.9995)).toBe('99.95');
  });

  it('shows three digits of what is missing', () => {
    expect([0.5, 0.9995, 0.999_995_1].map((value) => availabilityText(value))).toEqual([
      '50.00',
      '99.9500',
      '99.999510',
    ]);
  });

  it('never rounds an availability below 1 to 100', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), fc.integer({ min: 0, max: 6 }), (lost, decimals) => {
        expect(Number(availabilityText(1 - lost, decimals))).toBeLessThan(100);
      }),
    );
  });

  it('never shows 0 for what is above it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1, noNaN: true }), (share) => {
        expect(percent(share)).not.toMatch(/^0(\.0*)? %$/);
        expect(Number(brief(share))).toBeGreaterThan(0);
      }),
    );
  });
});

describe('spans', () => {
  it('chooses the unit one would say', () => {
    const seconds = [0, 0.05, 4.2, 89, 1_860, 8_640, 266_400, 8e7];
    expect(seconds.map((value) => span(value, EN))).toEqual([
      '0 s',
      '50 ms',
      '4.2 s',
      '89 s',
      '31 min',
      '2.4 h',
      '3.1 d',
      '2.5 years',
    ]);
    expect(span(1_860, ZH)).toBe('31 分钟');
  });

  it('tells two spans apart by as few digits as it takes', () => {
    expect(spansApart(3_600, 3_602.9, EN)).toEqual(['60 min', '60.05 min']);
    expect(spansApart(30, 30.000001, EN)).toEqual(['30 s', '30.000001 s']);
  });

  it('gives an interval in one unit, with two digits of its width', () => {
    expect(spanInterval(15_360, 14_400, 16_320, EN)).toBe('4.27 h (4.00 to 4.53)');
    expect(spanInterval(15_360, null, null, EN)).toBe('4.27 h');
  });

  it('repeats a target without decimals that nobody wrote', () => {
    expect([statedSpan(14_400, EN), statedSpan(1_800, EN), statedSpan(5_400, EN)]).toEqual(['4 h', '30 min', '1.5 h']);
  });
});

describe('what is seldom or never seen', () => {
  it('turns small rates into one in so many years', () => {
    expect(howOften(2.14, EN)).toBe('2.14 a year');
    expect(howOften(1 / 48, EN)).toBe('1 in 48 years');
    expect(howOften(1 / 48, ZH)).toBe('48 年 1 次');
  });

  it('bounds what was not seen: 10,000 years without it leave 10,000 ÷ 2.996', () => {
    expect(neverSeen(10_000, EN)).toBe('none in 10,000 years: fewer than 1 in 3,300 years (95 %)');
  });
});
