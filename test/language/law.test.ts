import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, YEAR } from '../../src/base/index.ts';
import { explain } from '../../src/language/explain.ts';
import { law, timeBetween } from '../../src/language/index.ts';
import * as laws from '../../src/random/index.ts';

describe('a law as written is the law that the makers build', () => {
  it.each([
    ['30s', laws.fixed(30 * SECOND)],
    ['none', laws.never()],
    [{ fixed: '10s' }, laws.fixed(10 * SECOND)],
    [{ exponential: '10h' }, laws.exponential(10 * HOUR)],
    [{ exponential: { mean: '10h' } }, laws.exponential(10 * HOUR)],
    [{ weibull: { shape: 0.75, mean: '1y' } }, laws.weibullWithMean(0.75, YEAR)],
    [{ weibull: { shape: 2, scale: '1h' } }, laws.weibull(2, HOUR)],
    [{ gamma: { shape: 2, mean: '1h' } }, laws.gammaWithMean(2, HOUR)],
    [{ gamma: { shape: 2, scale: '1h' } }, laws.gamma(2, HOUR)],
    [{ lognormal: { median: '30m', p95: '2h' } }, laws.lognormalWithQuantiles(30 * MINUTE, 2 * HOUR)],
    [{ lognormal: { median: '30m', sigma: 0.8 } }, laws.lognormalWithMedian(30 * MINUTE, 0.8)],
    [{ lognormal: { mean: '30m', sigma: 0.8 } }, laws.lognormalWithMean(30 * MINUTE, 0.8)],
    [{ uniform: ['8s', '10s'] }, laws.uniform(8 * SECOND, 10 * SECOND)],
    [{ empirical: ['10m', '12m', '133m'] }, laws.empirical([10 * MINUTE, 12 * MINUTE, 133 * MINUTE])],
  ])('%j', (raw, expected) => {
    const read = law.parse(raw);
    expect(read.describe()).toBe(expected.describe());
    expect(read.mean).toBe(expected.mean);
    if (read.kind !== 'never') expect(read.inverse(0.3)).toBe(expected.inverse(0.3));
  });

  it('between failures, a bare duration is the mean of an exponential law', () => {
    expect(timeBetween.parse('180d').describe()).toBe(laws.exponential(180 * 24 * HOUR).describe());
    expect(timeBetween.parse('none').kind).toBe('never');
    expect(timeBetween.parse({ fixed: '1h' }).kind).toBe('fixed');
    expect(timeBetween.safeParse('0s').success).toBe(false);
  });
});

describe('what is no law is refused where it is wrong', () => {
  it.each([
    [{ lognormal: { median: '2h', p95: '1h' } }, 'lognormal'],
    [{ lognormal: { median: '2h' } }, 'lognormal'],
    [{ lognormal: { median: '2h', p95: '3h', sigma: 1 } }, 'lognormal'],
    [{ weibull: { shape: 1, mean: '1h', scale: '1h' } }, 'weibull'],
    [{ gamma: { shape: 1 } }, 'gamma'],
    [{ uniform: ['10s', '8s'] }, 'uniform'],
    [{ weibull: { shape: 0, mean: '1h' } }, 'weibull.shape'],
    [{ exponential: '0s' }, 'exponential'],
    [{ empirical: [] }, 'empirical'],
    [{ empirical: ['1h', 'x'] }, 'empirical.1'],
    [{ expo: '1h' }, 'expo'],
    [{ fixed: '1h', uniform: ['1s', '2s'] }, ''],
    [{}, ''],
    [3, ''],
    ['soon', ''],
  ])('%j', (raw, path) => {
    const result = explain(law, raw);
    expect(result.ok ? [] : result.findings.map((finding) => finding.path.join('.'))).toEqual([path]);
  });
});
