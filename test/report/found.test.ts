import { expect, it } from 'vitest';
import { wordsOf } from '../../src/report/index.ts';

const { found } = wordsOf('zh').standard;

it.each([
  ['ledger: asynchronous, post: hot, not serving', 'ledger: 异步, post: 热备, 未承载业务'],
  ['post: one centre at a time, central (city-lost)', 'post: 同一时刻只有一个中心, 集中切换 (city-lost)'],
  ['room: 24x7, backup: dedicated', 'room: 24x7, backup: 专职'],
  ['hot: cold', 'hot: 冷备'],
  ['hot, none: 50 %', 'hot, none: 50 %'],
  ['–', '–'],
])('what was found, %s, is told in Chinese with its names as they are', (text, told) => {
  expect(found(text)).toBe(told);
});

it('is told in English as it is', () => {
  expect(wordsOf('en').standard.found('ledger: asynchronous')).toBe('ledger: asynchronous');
});
