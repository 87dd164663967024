import { describe, expect, it } from 'vitest';
import {
  htmlSweep,
  markdownSweep,
  readOrder,
  Sweep,
  type SweepResult,
  sweepCsv,
  sweepReport,
} from '../../src/index.ts';
import { cells } from '../../src/report/cells.ts';
import { sweepCharts } from '../../src/report/charts/sweep/charts.ts';
import { measuresOf } from '../../src/report/sweep/aims.ts';
import { boundedText, boundsText, changeText, measureText } from '../../src/report/sweep/figures.ts';
import { wordsOf } from '../../src/report/words/index.ts';
import { plainly } from './plain.ts';

/** A pool by any name of its own, that fails often and takes its time. */
const text = (name: string): string => `hasim: 1
currency: CNY
catalogue: none
places: {east: {a: {}}}
components:
  ${name}: {kind: ecs, in: east/a, count: 1, boot: 0s, faults: {crash: {mtbf: 20d, repair: {exponential: 30m}}}, price: {month: 100}}
workloads: {page: {entry: ${name}, demand: 50/s}}
`;

function swept(name: string, sets: readonly string[]): SweepResult {
  const scenario = { text: text(name), name: 'x.yaml', file: 'x.yaml', sha256: 'abc' };
  const order = readOrder({ scenario, sets, sweep: null, options: { runs: 12, years: 1, seed: '1' } });
  if (!('plan' in order)) throw new Error(JSON.stringify(order));
  const sweep = new Sweep(order.plan, order.variants);
  while (sweep.step());
  return sweep.result(['downtime', 'rto', 'cost']);
}

const LONG = 'a-pool-with-a-very-long-name';
const wide = swept(LONG, [
  'workloads.page.demand=40/s,50/s',
  `${LONG}.faults.crash.mtbf=20d,40d`,
  `${LONG}.count=1,2`,
  `${LONG}.boot=0s,1m`,
]);
/** The points alone, without what stands around them. */
const pointsOf = (report: string): string[] => report.split(/\n\n(?=POINTS|各点|WHAT MOVES|影响)/)[1]!.split('\n');

describe('a sweep in a terminal', () => {
  it.each(['en', 'zh'] as const)('cuts nothing and keeps within 80 columns (%s)', (language) => {
    const report = sweepReport(wide, { language });
    expect(report.split('\n').filter((line) => cells(line) > 80)).toEqual([]);
    expect(report).not.toContain('…');
    const unfolded = report.replace(/[\s-]+/g, '');
    for (const { name } of wide.parameters) expect(unfolded).toContain(name.replace(/-/g, ''));
  });

  it('tells every title whole, in as many lines as it takes', () => {
    const words = wordsOf('en');
    const told = pointsOf(sweepReport(wide)).join(' ');
    for (const measure of measuresOf(wide))
      for (const word of measureText(measure, wide, words).split(' ')) expect(told).toContain(word);
  });

  it('has beside the worst p95 of a point what it lies between', () => {
    const { measures } = wide.points[0]!;
    const rto = measures['rto:page']!;
    const told = boundedText('rto:page', rto, wordsOf('en'));
    expect(told).toMatch(/^\S+ (?:min|h) \((?:[\d.]+–[\d.]+|≥ [\d.]+)\)$/);
    expect(pointsOf(sweepReport(wide)).join(' ').replace(/\s+/g, ' ')).toContain(told.split(' (')[0]);
    expect(rto.low).toBeLessThan(rto.mean!);
    expect(boundsText('rto:page', { mean: 60, low: 50, high: null }, wordsOf('en'))).toBe('≥ 50 s');
  });

  it('has them in CSV too', () => {
    const [head, first] = sweepCsv(wide)
      .split('\r\n')
      .map((line) => line.split(','));
    const at = (name: string): string => first![head!.indexOf(name)]!;
    const { mean, low, high } = wide.points[0]!.measures['rto:page']!;
    expect([at('rto:page seconds'), at('rto:page seconds low'), at('rto:page seconds high')]).toEqual(
      [mean, low, high].map((x) => `${x ?? ''}`),
    );
    expect(at('rto:page seconds low')).not.toBe('');
  });
});

describe('the costs of a sweep', () => {
  const result = swept('pool', ['pool.boot=0s,1m', 'pool.count=1,2', 'pool.price.month=100,200']);

  it('have their currency wherever they are told', () => {
    expect(result.currency).toBe('CNY');
    for (const language of ['en', 'zh'] as const) {
      const name = { en: 'cost, 3 years (CNY)', zh: '三年成本 (CNY)' }[language];
      const flat = (told: string): string => told.replace(/\s+/g, ' ');
      expect(flat(sweepReport(result, { language }))).toContain(name);
      expect(markdownSweep(result, { language })).toContain(`| ${name} |`);
      expect(plainly(htmlSweep(result, undefined, { language }))).toContain(`>${name}</span>`);
    }
    const [head, first] = sweepCsv(result).split('\r\n');
    expect(first!.split(',')[head!.split(',').indexOf('currency')]).toBe('CNY');
    // What it is in was not said: that is not known, and not left out.
    const [, unstated] = sweepCsv({ ...result, currency: null }).split('\r\n');
    expect(unstated!.split(',')[head!.split(',').indexOf('currency')]).toBe('unstated currency');
    expect(head).toContain(',cost currency,cost currency low,cost currency high,');
    const titles = sweepCharts(result).flatMap(({ title: { en } }) => (/cost/.test(en) ? [en] : []));
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(title).toContain('(CNY)');
  });

  it('have no figures made of rounding beside them: points that fare alike leave the fit nothing to be wrong by', () => {
    const effect = result.sensitivity.find(({ measure }) => measure === 'rto:page')!.parameters[0]!.effect;
    expect(effect).toMatchObject({ low: null, high: null, note: expect.stringContaining('no interval') });
    expect(changeText('rto:page', effect, wordsOf('en'))).toMatch(/^[+-]\d\.\d\d min$/);
  });

  it('do not differ where they are the same: nobody needs to look', () => {
    const cost = result.sensitivity.find(({ measure }) => measure === 'cost')!;
    const boot = cost.parameters.find(({ parameter }) => parameter === 'pool.boot')!;
    expect(changeText('cost', boot.effect, wordsOf('en'))).toBe('no difference');
    expect(changeText('cost', boot.effect, wordsOf('zh'))).toBe('没有差别');
    expect(changeText('rto:page', { mean: 0, low: null, high: null }, wordsOf('en'))).toBe('no difference seen');
  });
});

describe('more columns than a page is wide', () => {
  it('make more tables, each with the numbers of the points', () => {
    const many = Array.from({ length: 10 }, (_, i) => `other-parameter-${i}`);
    const settings = Object.fromEntries(many.map((name) => [name, 'an-unbroken-value']));
    const points = wide.points.map((point) => ({ ...point, settings }));
    const parameters = many.map((name) => ({ ...wide.parameters[0]!, name }));
    const lines = pointsOf(sweepReport({ ...wide, points, parameters }));
    expect(lines.filter((line) => cells(line) > 80 || line.includes('…'))).toEqual([]);
    expect(lines.filter((line) => /^ +# /.test(line)).length).toBeGreaterThan(2);
    expect(lines.filter((line) => /^ +1\*? /.test(line)).length).toBeGreaterThan(2);
  });
});
