import { describe, expect, it } from 'vitest';
import { sentenceInChinese } from '../../src/cli/chinese/index.ts';
import { unknownFault } from '../../src/cli/unknown-fault.ts';

const FEW = ['region:shanghai', 'zone:shanghai/a', 'copy:db'];
const MANY = [...FEW, ...Array.from({ length: 127 }, (_, i) => `instance:app/${i + 1}`)];

describe('a fault that cannot be drilled', () => {
  it('is answered with the nearest that can, its classes and a few of them', () => {
    expect(unknownFault('regoin', FEW)).toBe(
      'nothing that can be drilled is called regoin (did you mean region?); there is what is of class region, zone, copy; for instance region:shanghai, zone:shanghai/a, copy:db',
    );
    expect(unknownFault('shanghai/d', FEW)).toContain('(did you mean shanghai/a?)');
    expect(unknownFault('zone:shangai/a', FEW)).toContain('(did you mean zone:shanghai/a?)');
    expect(unknownFault('qqqqqqqqqqqq', FEW)).not.toContain('did you mean');
  });

  it('is answered in Chinese too, with the same names', () => {
    expect(sentenceInChinese(unknownFault('regoin', MANY))).toBe(
      '没有名为 regoin 的可演练对象（是否为 region？）；可演练的类别有 region, zone, copy, instance；例如 region:shanghai, zone:shanghai/a, copy:db, instance:app/1, instance:app/2, instance:app/3，另有 124 个',
    );
    expect(sentenceInChinese(unknownFault('qqqqqqqqqqqq', FEW))).toMatch(/^没有名为 qqqqqqqqqqqq 的可演练对象；/);
  });

  it('lists no more than a few of many', () => {
    const told = unknownFault('regoin', MANY);
    expect(told).toMatch(/instance:app\/3 and 124 more$/);
    expect(told).not.toContain('instance:app/4,');
  });
});
