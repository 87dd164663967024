import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparisonCharts, htmlComparison, unitTexts } from '../../src/index.ts';
import { chartConfig } from '../../src/visual/index.ts';
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

const LOOK = { tongue: 'en', ground: 'light', units: unitTexts() } as const;

test('each bar of a comparison has the interval of its figure, and the axis shows that whole', () => {
  fc.assert(
    fc.property(anyComparison, (comparison) => {
      const spec = comparisonCharts(comparison).find(({ id }) => id === 'downtime')!;
      if (spec.body.kind !== 'bars') throw new Error('no bars');
      const { categories, series } = spec.body;
      for (const [i, { intervals }] of series.entries()) {
        const { workloads } = comparison.scenarios[i]!;
        const told = categories.map(({ en }) => {
          const found = workloads[en]?.downtimeMinutesPerYear;
          return found == null || found.low === null || found.high === null ? null : [found.low, found.high];
        });
        expect(intervals).toEqual(told);
      }
      const ends = series.flatMap(({ intervals = [] }) => intervals.flatMap((one) => one ?? []));
      const scale = chartConfig(spec, LOOK).options!.scales!['x']!;
      if (ends.length > 0) expect('suggestedMax' in scale && scale.suggestedMax).toBe(Math.max(...ends));
    }),
    { numRuns: 30 },
  );
});
