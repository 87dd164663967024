import { describe, expect, it, test } from 'vitest';
import {
  htmlSweep,
  markdownSweep,
  readOrder,
  readScenario,
  Sweep,
  type SweepResult,
  sweepCharts,
  topologyOf,
} from '../../src/index.ts';
import { chartConfig } from '../../src/visual/index.ts';
import { shopNamed } from './fixture.ts';

const NAME = '<script>alert(1)</script> "店" 🦊';
const SHOP = shopNamed(NAME);

function sweepOf(sets: readonly string[], sample?: number): SweepResult {
  const options = { runs: 12, years: 1, seed: '1', ...(sample !== undefined && { sample }) };
  const scenario = { text: SHOP, name: 'shop.yaml', file: 'shop.yaml', sha256: '0'.repeat(64) };
  const ready = readOrder({ scenario, sets, sweep: null, options });
  if (!('plan' in ready)) throw new Error(JSON.stringify(ready));
  const sweep = new Sweep(ready.plan, ready.variants);
  while (sweep.step());
  return sweep.result(undefined);
}

const grid = sweepOf(['web.faults.crash.repair=5m,10m,20m', 'web.count=1,2']);
const DOWNTIME = 'downtime:page';

const chart = (result: SweepResult, id: string) => {
  const spec = sweepCharts(result).find((one) => one.id === id)!;
  if (spec === undefined || spec.body.kind === 'heat') throw new Error(`no ${id}`);
  return { ...spec, body: spec.body };
};
const lines = (result: SweepResult, id: string) => {
  const { body } = chart(result, id);
  if (body.kind !== 'lines') throw new Error('no lines');
  return body;
};

describe('the charts of a sweep', () => {
  it('draws a line for each number of servers along the repair, between the bounds of its intervals', () => {
    const { series, x } = lines(grid, 'lines-1-1');
    expect([x.measure, x.log ?? false]).toEqual(['span', false]);
    const drawn = series.filter(({ edge }) => edge !== true);
    expect(drawn.map(({ label }) => label.en)).toEqual(['web.count = 1', 'web.count = 2']);
    for (const [i, count] of ['1', '2'].entries()) {
      const own = grid.points
        .filter(({ settings }) => settings['web.count'] === count)
        .map(({ measures }) => measures[DOWNTIME]!);
      expect(drawn[i]!.points).toEqual([300, 600, 1200].map((at, k) => [at, own[k]!.mean]));
      expect(series[3 * i]!.points.map(([, y]) => y)).toEqual(own.map(({ high, mean }) => high ?? mean));
      expect(series[3 * i + 1]!.points.map(([, y]) => y)).toEqual(own.map(({ low, mean }) => low ?? mean));
    }
  });

  it('shows the front as it was found, each point at its cost and downtime, with its number', () => {
    const { series } = lines(grid, 'front-1');
    const on = series.filter(({ label }) => label.en.includes('front')).flatMap(({ points }) => points);
    const expected = grid.points
      .filter(({ front }) => front)
      .map(({ measures }) => [measures['cost']!.mean, measures[DOWNTIME]!.mean]);
    expect(expected.length).toBeGreaterThan(1);
    expect([...on].sort()).toEqual([...expected].sort());
    const names = series.flatMap(({ names = [] }) => names).join(' ');
    for (const { point, front } of grid.points) expect(names.includes(`#${point}`)).toBe(front);
  });

  it('has the effects in the tornado, the strongest first', () => {
    const { body } = chart(grid, 'tornado-1');
    if (body.kind !== 'bars') throw new Error('no bars');
    const told = grid.sensitivity.find(({ measure }) => measure === DOWNTIME)!.parameters;
    expect(body.categories.map(({ en }) => en)).toEqual(
      told.map(({ parameter, from, to }) => `${parameter}: ${from} → ${to}`),
    );
    const reach = body.categories.map((_, i) =>
      Math.max(...body.series.map(({ values }) => Math.abs(Number(values[i] ?? 0)))),
    );
    expect(reach).toEqual(told.map(({ effect }) => Math.abs(effect.mean!)));
    for (const [i, { effect }] of told.entries()) {
      const drawn = body.series.find(({ values }) => values[i] !== null)!.intervals![i];
      expect(drawn).toEqual([effect.low, effect.high]);
    }
  });

  it('draws each point of a sample as a dot with its interval', () => {
    const sample = sweepOf(['web.faults.crash.repair=log:1m..60m'], 6);
    const [dots] = lines(sample, 'lines-1-1').series;
    expect(dots!.points).toHaveLength(6);
    expect(
      dots!.intervals!.every(
        (ends, i) => ends === null || (ends[0] <= dots!.points[i]![1] && dots!.points[i]![1] <= ends[1]),
      ),
    ).toBe(true);
  });

  it('puts words that are no figures side by side, by their names', () => {
    const words = sweepOf(['web.faults.crash.repair=10m,{lognormal: {median: 30m, sigma: 1}}']);
    const { x, series } = lines(words, 'lines-1-1');
    expect(x.names!.map(({ en }) => en)).toEqual(words.parameters[0]!.values);
    expect(series.at(-1)!.points.map(([at]) => at)).toEqual([0, 1]);
  });

  it('can be drawn in both languages', () => {
    const units = {
      ms: { en: 'ms', zh: '毫秒' },
      s: { en: 's', zh: '秒' },
      min: { en: 'min', zh: '分钟' },
      h: { en: 'h', zh: '小时' },
      d: { en: 'd', zh: '天' },
      y: { en: 'y', zh: '年' },
    };
    for (const tongue of ['en', 'zh'] as const) {
      for (const spec of sweepCharts(grid)) {
        const { data } = chartConfig(spec, { tongue, ground: 'dark', units });
        expect(data.datasets.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('the page of a sweep', () => {
  const topology = topologyOf(readScenario(SHOP, 'shop.yaml').scenario!);
  const page = htmlSweep(grid, topology, { language: 'zh' });

  it('holds every point, what moves what, and the command; no name in it acts', () => {
    for (const { point } of grid.points) expect(page).toContain(`data-v="${point}">${point}<`);
    for (const id of ['front', 'moves', 'curves', 'points', 'architecture', 'assumptions'])
      expect(page).toContain(`<section id="${id}"`);
    expect(page).toContain('hasim sweep shop.yaml --set');
    expect(page).not.toContain('<script>alert');
    expect(page.match(/<script/g)).toHaveLength(1);
  });

  it('says the best point first in Markdown, in either language', () => {
    const best = [...grid.points].sort((a, b) => a.measures[DOWNTIME]!.mean! - b.measures[DOWNTIME]!.mean!)[0]!;
    const en = markdownSweep(grid, { pictures: [{ file: 'charts/front-1.png', title: 'x' }] });
    expect(en.split('\n')[4]).toContain(`Point ${best.point}`);
    expect(en).toContain('![x](charts/front-1.png)');
    expect(en).not.toContain('<script>');
    expect(markdownSweep(grid, { language: 'zh' })).toContain(`第 ${best.point} 点`);
  });
});

test('points that hardly differ stand near each other on the front', () => {
  const ends = (first: number, second: number) => {
    const means = [first, second];
    const points = grid.points.slice(0, 2).map((point, i) => ({
      ...point,
      measures: { ...point.measures, cost: { mean: means[i]!, low: null, high: null } },
    }));
    const { x } = lines({ ...grid, points: [{ ...points[0]!, front: true }, points[1]!] }, 'front-1');
    return [x.min, x.max];
  };
  const [low, high] = ends(100, 100.1);
  expect(low).toBeCloseTo(95, 1);
  expect(high).toBeCloseTo(105.1, 1);
  expect(ends(100, 110)).toEqual([undefined, undefined]);
});
