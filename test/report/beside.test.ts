import { describe, expect, it } from 'vitest';
import { amountBeside, minutesBeside, minutesSpan, oftenBeside, shareBeside } from '../../src/report/beside.ts';
import { wordsOf } from '../../src/report/words/index.ts';

const EN = wordsOf('en');
const ZH = wordsOf('zh');
const none = { low: null, high: null };

describe('what a figure lies between', () => {
  it('stands behind minutes, shares, spans and amounts, with two digits', () => {
    expect(minutesBeside(7.771, { low: 7.23, high: 8.41 })).toBe('7.8 (7.2–8.4)');
    expect(shareBeside(0.4812, { low: 0.462, high: 0.499 })).toBe('48 % (46–50)');
    expect(minutesSpan(90, { low: 60, high: 120 }, EN)).toBe('1.5 h (1.0–2.0)');
    expect(amountBeside(8_375, { low: 6_175.4, high: 11_797 })).toBe('8,375 (6,175–11,797)');
  });

  it('has three where two do not tell its ends apart, and is left out where these do not either', () => {
    expect(minutesBeside(4.955, { low: 4.951, high: 4.974 })).toBe('4.96 (4.95–4.97)');
    expect(minutesBeside(4.952, { low: 4.951, high: 4.953 })).toBe('4.95');
  });

  it('is one side where the other is not known', () => {
    expect(minutesBeside(2, { low: 1, high: null })).toBe('2.0 (≥ 1.0)');
    expect(shareBeside(0.5, { low: null, high: 0.7 })).toBe('50 % (≤ 70)');
    expect(amountBeside(2, none)).toBe('2.0');
    expect(amountBeside(2, { low: 0, high: null })).toBe('2.0');
  });

  it('begins at 0 where its lower end is too small to be told', () => {
    expect(minutesBeside(0.02, { low: 1e-9, high: 0.4 })).toBe('0.020 (0–0.40)');
    expect(amountBeside(18, { low: 1e-30, high: 352 })).toBe('18 (0–352)');
  });

  it('of what is only told as less says how far it may reach', () => {
    expect(minutesBeside(0.0004, { low: 0.0001, high: 0.0028 })).toBe('< 0.001 (≤ 0.0028)');
    expect(minutesBeside(0.0004, { low: 0.0001, high: 0.0008 })).toBe('< 0.001');
    expect(shareBeside(0.00001, { low: 0, high: 0.002 })).toBe('< 0.01 % (≤ 0.20)');
  });

  it('of what is told as one in so many years is in years, the other way round', () => {
    expect(oftenBeside(2.1, { low: 1.91, high: 2.38 }, EN)).toBe('2.10 a year (1.9–2.4)');
    expect(oftenBeside(1 / 48, { low: 1 / 86, high: 1 / 31 }, EN)).toBe('1 in 48 years (31–86)');
    expect(oftenBeside(1 / 48, { low: 0, high: 1 / 31 }, ZH)).toBe('48 年 1 次 (≥ 31)');
  });
});
