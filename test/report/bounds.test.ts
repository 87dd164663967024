import { describe, expect, it } from 'vitest';
import { htmlReport, markdownReport, runTables, wordsOf } from '../../src/index.ts';
import { boundsBeside, quantileText } from '../../src/report/spans.ts';
import { RESULT } from './fixture.ts';

const EN = wordsOf('en');
/** The text of a page's part, English alone. */
const textOf = (html: string): string =>
  html
    .replace(/<span class="zh"[^>]*>.*?<\/span>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('what lies about a quantile', () => {
  it('is told in its unit, with no more digits than it deserves', () => {
    expect(boundsBeside(7_200, { low: 6_480, high: 14_760 })).toBe(' (1.8–4.1)');
    expect(boundsBeside(30_600, { low: 28_800, high: 36_000 })).toBe(' (8.0–10)');
    expect(boundsBeside(7_200, { low: 6_480, high: null })).toBe(' (≥ 1.8)');
    expect(boundsBeside(7_200, { low: null, high: 14_760 })).toBe(' (≤ 4.1)');
  });

  it('is left out where all that was seen is one value, or nothing is known', () => {
    expect(boundsBeside(0, { low: 0, high: 0 })).toBe('');
    expect(boundsBeside(9, { low: null, high: null })).toBe('');
    expect(boundsBeside(20.3, { low: 20.1, high: 20.4 })).toBe('');
  });

  it('belongs to the quantile that is asked for', () => {
    const [row] = RESULT.stores['orders-b']!.rpoSeconds;
    expect((['p50', 'p95', 'p99'] as const).map((p) => quantileText(row!, p, EN))).toEqual([
      '940 ms (800–1,100)',
      '3.4 s (2.9–5.3)',
      '5.3 s (≥ 3.4)',
    ]);
    expect(quantileText({ p50: null, p50Low: null, p50High: null }, 'p50', EN)).toBe('–');
  });
});

describe('every quantile has its bounds', () => {
  it('in the tables of a page, and a maximum what may yet be worse', () => {
    const page = textOf(htmlReport({ run: RESULT }));
    for (const told of ['2.0 h (1.9–2.1)', '8.5 h (8.0–10)', '940 ms (800–1,100)', '3.4 s (2.9–5.3)', '5.3 s (≥ 3.4)'])
      expect(page).toContain(told);
    expect(page).toContain('worst seen');
    expect(page).toContain('≤ 3.7 % worse');
  });

  it('in CSV', () => {
    const { content } = runTables(RESULT).find(({ file }) => file === 'recoveries.csv')!;
    const [head, ...rows] = content
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const of = (row: readonly string[]) => Object.fromEntries(head!.map((name, i) => [name, row[i]]));
    expect(rows.map(of)).toContainEqual(
      expect.objectContaining({
        of: 'orders-b',
        'p50 seconds low': '0.8',
        'p50 seconds high': '1.1',
        'p99 seconds low': '3.4',
        'p99 seconds high': '',
        'beyond worst share': '0.037',
      }),
    );
  });

  it('in the objectives of Markdown and on the first screen of a page', () => {
    const markdown = markdownReport({ run: RESULT });
    expect(markdown).toContain('p95 1.7 h (1.5–2.1) of 177');
    expect(markdown).toContain('99.9510 % (99.9480–99.9540)');
    const shown = htmlReport({ run: RESULT })
      .split('<ul class="goals">')[1]!
      .replace(/<[^>]*>/g, '');
    expect(shown).toContain('p95 1.7\u00a0h (1.5–2.1) of 177');
    expect(shown).toContain('99.9510\u00a0% (99.9480–99.9540)');
  });
});
