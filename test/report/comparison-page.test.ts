import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlComparison } from '../../src/index.ts';
import { anyComparison } from './arbitrary.ts';

test('a comparison is a page with a column for each scenario, and no name in it acts', () => {
  fc.assert(
    fc.property(anyComparison, (comparison) => {
      const page = htmlComparison(comparison, []);
      const heads = [...page.matchAll(/<thead><tr><td><\/td>(.*?)<\/tr><\/thead>/gs)].map(
        ([, row]) => row!.match(/<th /g)!.length,
      );
      expect(heads.length).toBeGreaterThan(0);
      for (const columns of heads) expect(columns).toBe(comparison.scenarios.length);
      expect(page).not.toMatch(/<(img|iframe|object|link)\b/);
      expect(page.match(/<script/g)).toHaveLength(1);
    }),
    { numRuns: 30 },
  );
});
