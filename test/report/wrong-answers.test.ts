import { describe, expect, it } from 'vitest';
import { Experiment, htmlReport, type Result, runReport } from '../../src/index.ts';
import { read } from '../simulate.ts';

/** Half of all answers are wrong from the first day on; for one day nobody gets any. */
function measured(share: string): Result {
  const text = `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}}
components:
  web: {kind: ecs, in: r/a, count: 1, capacity-each: 10/s, boot: 0s, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a}
workloads: {order: {entry: web, demand: 1/s, reads: database}}
faults:
  - {at: 1d, damage: db, share: ${share}}
  - {at: 10d, lose: db, for: 1d}
`;
  const experiment = new Experiment(read(text), { runs: 1, years: 1, seed: '1' });
  while (experiment.step());
  return experiment.result({ file: 'x', sha256: '0' });
}

const top = (result: Result, language: 'en' | 'zh'): string => runReport(result, { language }).split('\n\n')[1]!;

describe('answers that are mostly wrong', () => {
  const wrong = measured('50%');

  it('are told on top of the report, in both languages', () => {
    expect(top(wrong, 'en')).toMatch(/Right answers +order: only 50\.\d* % of all/);
    expect(top(wrong, 'zh')).toMatch(/正确应答\s+order：仅占全部的 50\.\d* %/);
  });

  it('are told on the first screen of the page', () => {
    expect(htmlReport({ run: wrong })).toContain('<div id="wrong">');
  });

  it('are left to their line where more is not answered at all', () => {
    const few = measured('0.1%');
    expect(few.workloads['order']!.availability.rightAnswers).not.toBeNull();
    expect(top(few, 'en')).not.toContain('Right answers');
    expect(htmlReport({ run: few })).not.toContain('<div id="wrong">');
  });
});
