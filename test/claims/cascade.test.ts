import { describe, expect, it } from 'vitest';
import { calm, measured, unwatched } from './told.ts';

// CBRC guideline 银监发[2010]114, article 3, and Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 6.4: a third
// centre may follow the second one instead of production: a cascade. It then has what the second one has, and no more.

const HOUR = 3_600;
/** A third database that follows the second, and is promoted when the other two are lost. */
const cascade = (text: string) =>
  unwatched(text)
    .replace('cn-shanghai: {b: {}}}', 'cn-shanghai: {b: {}}, cn-shenzhen: {c: {}}}')
    .replace(
      'workloads:',
      `  third: {kind: rds, edition: high-availability, in: cn-shenzhen/c, size: 100GB}
  onward: {kind: dts, from: copy, to: third, class: small, rows-per-write: 6}

workloads:`,
    )
    .replace('from: cn-shanghai/b, interval', 'from: cn-shenzhen/c, interval')
    .replace(
      '{promote: copy}, {repoint: app, use: {database: copy}',
      '{promote: third}, {repoint: app, use: {database: third}',
    )
    .replace(/ {2}return-home:[\s\S]*?objectives:/, 'objectives:');
const DARK = '{at: 3d, lose: orders, for: 30d}, {at: 3d, lose: copy, for: 30d}';
const third = (faults: string, change = cascade) => measured(calm('product-dts', faults, change), 4).stores['third']!;
const behind = (faults: string, change = cascade) => third(faults, change).rpoSeconds[0]!.p50!;
/** Hours before both are lost. */
const cut = (task: string, from: number, hours: number) => `{at: ${72 - from}h, lose: ${task}, for: ${hours}h}`;

describe('the third database of a cascade', () => {
  it('lacks what is on both ways', () => {
    const fixed = (text: string) => cascade(text).replaceAll('kind: dts,', 'kind: dts, lag: 2s,');
    // 15 ms there and back are declared between the first two.
    expect(behind(DARK, fixed)).toBeCloseTo(4.0075, 6);
    const { orphanedPerYear, recoveries } = third(DARK, fixed);
    expect(recoveries).toBe(4);
    expect(orphanedPerYear * (20 / 365)).toBeCloseTo(300 * 4.0075, 3);
  });

  it('lacks what the second one lacks, and what has not come from there', () => {
    expect(behind(`${DARK}, ${cut('sync', 12, 12)}`) / HOUR).toBeCloseTo(12, 2);
    expect(behind(`${DARK}, ${cut('onward', 12, 12)}`) / HOUR).toBeCloseTo(12, 2);
    expect(behind(`${DARK}, ${cut('sync', 12, 12)}, ${cut('onward', 12, 12)}`) / HOUR).toBeCloseTo(12, 2);
  });

  it('lacks both, where the second way is cut when the first is back', () => {
    expect(behind(`${DARK}, ${cut('sync', 12, 6)}, ${cut('onward', 6, 6)}`) / HOUR).toBeCloseTo(12, 2);
  });

  it('catches up as fast as the slower of the two', () => {
    // Cut for 3 h, restarted 9 h before: a ninth of an hour an hour is gained; with twice the rows of the second way, no faster.
    const wide = (text: string) => cascade(text).replace('to: third, class: small', 'to: third, class: medium');
    const cutFor = `${DARK}, ${cut('sync', 12, 3)}`;
    expect(behind(cutFor) / HOUR).toBeCloseTo(2, 2);
    expect(behind(cutFor, wide) / HOUR).toBeCloseTo(2, 2);
    const thin = (text: string) => cascade(text).replace('to: third, class: small', 'to: third, max-rows: 1900/s');
    // It works off 1,900 of 1,800 rows a second, though more would come.
    expect(behind(cutFor, thin) / HOUR).toBeCloseTo(3 - 9 / 18, 2);
  });

  it('leaves on the first one whatever had not come to the second either', () => {
    const { orphanedPerYear } = third(`${DARK}, ${cut('sync', 12, 12)}`);
    expect((orphanedPerYear * (20 / 365)) / 300 / HOUR).toBeCloseTo(12, 2);
  });

  it('gets damage at second hand', () => {
    const reading = (text: string) => cascade(text).replace('writes: database', 'reads: database, writes: database');
    const wrong = (faults: string) =>
      measured(calm('product-dts', `${DARK}, {at: 2d, damage: orders, noticed: 30d}${faults}`, reading)).workloads[
        'order'
      ]!.availability.servedWrong!.mean! * 20;
    expect(wrong('')).toBeGreaterThan(17);
    expect(wrong(`, ${cut('onward', 30, 30)}`)).toBeCloseTo(1, 6);
    expect(wrong(`, ${cut('sync', 30, 30)}`)).toBeCloseTo(1, 6);
  });

  it('is a second primary when the first one comes back and was not fenced', () => {
    const split = (text: string) =>
      cascade(text)
        .replace('{fence: orders}, ', '')
        .replace('workloads:', 'workloads:\n  stock: {entry: till, demand: 10/s, writes: database}')
        .replace('  app:    ', '  till: {kind: ecs, in: cn-beijing/a, count: 3, uses: {database: orders}}\n  app:    ');
    const { splitBrain } = measured(calm('product-dts', DARK.replaceAll('30d', '12h'), split)).stores['orders']!;
    expect(splitBrain.minutesPerYear * (20 / 365)).toBeCloseTo(16.5 * 24 * 60, -1);
  });
});
