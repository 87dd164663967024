import { describe, expect, it } from 'vitest';
import type { JudgedObjective } from '../../src/experiment/index.ts';
import { cells, wrap } from '../../src/report/cells.ts';
import { PLAIN } from '../../src/report/ink.ts';
import { judgedTable } from '../../src/report/judged-table.ts';
import { blockerText } from '../../src/report/standard/phrases.ts';
import { wordsOf } from '../../src/report/words/index.ts';
import type { Blocker } from '../../src/standards/index.ts';

const LANGUAGES = ['en', 'zh'] as const;

const objective = (about: Partial<JudgedObjective>): JudgedObjective => ({
  objective: 'rto',
  workload: null,
  domain: null,
  scope: null,
  target: 14_400,
  unit: 'seconds',
  measured: 8_640,
  low: 7_200,
  high: 16_000,
  verdict: 'undecided',
  ...about,
});

describe('the objectives of a check', () => {
  const rows = [
    objective({
      objective: 'availability',
      workload: 'post',
      target: 0.9995,
      unit: 'share',
      measured: 0.9999991,
      low: 0.9999986,
      high: 0.9999996,
    }),
    objective({ domain: 'cn-beijing', workload: 'browse' }),
  ];

  it.each(LANGUAGES)('names in full what each is of, within 80 columns (%s)', (language) => {
    const lines = judgedTable(rows, { words: wordsOf(language), ink: PLAIN });
    const text = lines.join('\n');
    for (const name of ['cn-beijing', 'browse', 'post', '99.99986', '99.99996']) expect(text).toContain(name);
    expect(text).not.toContain('…');
    expect(lines.map((line) => line.trim())).not.toContain('%');
    expect(Math.max(...lines.map(cells))).toBeLessThanOrEqual(80);
  });

  it('breaks a word that is too long after a hyphen', () => {
    expect(wrap('cbrc-2010-114-large', 16)).toEqual(['cbrc-2010-114-', 'large']);
    expect(wrap('a-sixteencharacters', 10)).toEqual(['a-sixteenc', 'haracters']);
  });
});

describe('the to-do list', () => {
  const loss = (limit: number): Blocker => ({
    kind: 'disaster',
    scope: 'zone',
    tier: 6,
    class: 'site-lost',
    domain: 'east/a',
    what: 'data',
    low: null,
    high: null,
    verdict: 'fail',
    measured: 90,
    limit,
    needs: null,
  });

  it('calls the largest loss the largest, and a quantile a quantile', () => {
    expect(blockerText(loss(0), wordsOf('en'))).toContain('largest RPO of any drill is 1.5 min');
    expect(blockerText(loss(60), wordsOf('en'))).toContain('RPO p95 is 1.5 min');
    expect(blockerText(loss(0), wordsOf('zh'))).toContain('最大的 RPO');
    expect(blockerText(loss(60), wordsOf('zh'))).toContain('RPO p95');
  });
});
