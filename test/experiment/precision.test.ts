import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Experiment, type PrecisionOf, type RunOptions } from '../../src/experiment/index.ts';
import { readScenario } from '../../src/scenario/index.ts';

const aa = readScenario(readFileSync('scenarios/a-a.yaml', 'utf8'), 'a-a').scenario!;

function stopping(options: Partial<RunOptions>, precisionOf: readonly PrecisionOf[]) {
  const experiment = new Experiment(aa, { runs: 1, years: 2, seed: 'sure', precisionOf, ...options });
  while (experiment.step());
  const { stopping: end, runs } = experiment.result({ file: 'x', sha256: 'y' });
  return { ...end, runs };
}

describe('a run until a precision', () => {
  it('goes on until every measure that was asked for is that sure, and tells which was the last', () => {
    const { reason, runs, measures, decidedBy } = stopping({ precision: 0.2, maxRuns: 4_000 }, [
      { measure: 'downtime' },
      { measure: 'rto', class: 'instance' },
    ]);
    expect(reason).toBe('precision');
    expect(measures!.map(({ measure, of, class: kind }) => [measure, of, kind])).toEqual([
      ['downtime', 'browse', null],
      ['downtime', 'order', null],
      ['rto', 'browse', 'instance'],
      ['rto', 'order', 'instance'],
    ]);
    expect(measures!.every(({ enough, reached }) => enough && reached! <= 0.2)).toBe(true);
    expect(decidedBy!.reached).toBe(Math.max(...measures!.map(({ reached }) => reached!)));
    // Sections of replications say how sure a p95 is: with fewer than eight of them, nothing does.
    expect(runs).toBeGreaterThanOrEqual(512);
  });

  it('ends undecided, with what it has seen, where too little happens', () => {
    const { reason, measures, decidedBy } = stopping({ precision: 0.05, maxRuns: 64, years: 0.1 }, [
      { measure: 'rpo', class: 'zone' },
    ]);
    expect(reason).toBe('max-runs');
    expect(decidedBy).toMatchObject({ measure: 'rpo', class: 'zone', enough: false, seen: 0, value: null });
    expect(decidedBy!.note).toMatch(/^none in 6.4 years: fewer than 1 in 2.1 years/);
    expect(measures!.every(({ class: kind }) => kind === 'zone')).toBe(true);
  });

  it('asks for downtime alone unless told otherwise', () => {
    const experiment = new Experiment(aa, { runs: 1, years: 1, seed: 's', precision: 0.9, maxRuns: 64 });
    while (experiment.step());
    const { measures } = experiment.result({ file: 'x', sha256: 'y' }).stopping;
    expect(measures!.map(({ measure }) => measure)).toEqual(['downtime', 'downtime']);
  });

  it.each([
    ['few', '2000d'],
    ['many', '100d'],
  ])('judges the very p95 that its table tells, %s incidents being open at the end', (_, host) => {
    const { scenario } = readScenario(openEnded(host), 'open');
    const experiment = new Experiment(scenario!, {
      ...{ runs: 1, years: 0.1, seed: 'open', precision: 0.2, maxRuns: 2_048 },
      precisionOf: [{ measure: 'rto' }],
    });
    while (experiment.step());
    const { stopping: end, workloads } = experiment.result({ file: 'x', sha256: 'y' });
    const [row, ...others] = workloads.page!.rtoSeconds;
    expect([row!.censored > 0, others]).toEqual([true, []]);
    expect(end.measures).toEqual([expect.objectContaining({ seen: row!.count, value: row!.p95 })]);
    // Where one in twenty is open, nothing bounds how long the 95 % quantile is.
    expect([end.reason, row!.p95 === null]).toEqual(host === '100d' ? ['max-runs', true] : ['precision', false]);
  });
});

const openEnded = (host: string): string => `hasim: 1
name: open
catalogue: none
places: {east: {a: {}}}
components:
  web: {kind: ecs, in: east/a, count: 1, boot: 0s,
        faults: {crash: {mtbf: 10d, repair: {lognormal: {median: 10m, p95: 1h}}}, host: {mtbf: ${host}, repair: 2y}}}
workloads:
  page: {entry: web, demand: 50/s}
`;
