import { describe, expect, it } from 'vitest';
import { type Result, runReport } from '../../src/index.ts';
import { estimate, ORDER, RESULT, STORE } from './fixture.ts';

const named = <T>(count: number, name: string, one: (i: number) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${name}-${String(i).padStart(2, '0')}`, one(i)]));

/** A system of 40 workloads, the later ones worse, and 60 stores likewise; a request passes 30 components. */
const LARGE: Result = {
  ...RESULT,
  workloads: named(40, 'job', (i) => ({
    ...ORDER,
    downtimeMinutesPerYear: estimate(10 + i, 1),
    slaParts: Array.from({ length: 30 }, (_, k) => ({ component: `part-${k}`, sla: 0.9999 - k * 1e-5, source: '' })),
  })),
  stores: named(60, 'rows', (i) => ({ ...STORE, writesLostPerYear: i })),
};
const text = runReport(LARGE, { quiet: true });
const section = (title: string): string => text.split('\n\n').find((block) => block.startsWith(title)) ?? '';

describe('the report of a large system for a terminal', () => {
  it('stays a few hundred lines', () => expect(text.split('\n').length).toBeLessThan(720));

  it.each([
    'AVAILABILITY',
    'MEASURED RECOVERY',
    'WHERE THE TIME WENT',
    'WHAT CAUSED IT',
    'BESIDE THE SLAS',
  ])('tells under %s the ten workloads that were down for longest', (title) => {
    expect(section(title)).toContain('job-39');
    expect(section(title)).toContain('job-30');
    expect(section(title)).not.toContain('job-29');
    expect(section(title)).toContain('30 more with --json');
  });

  it('tells the ten stores that lost the most', () => {
    const told = section('DATA').match(/rows-\d\d/g);
    expect(told).toEqual([59, 58, 57, 56, 55, 54, 53, 52, 51, 50].map((i) => `rows-${i}`));
    expect(section('DATA')).toContain('50 more with --json');
  });

  it('writes out the lowest factors of a long product', () => {
    const told = section('BESIDE THE SLAS').replaceAll(/\s+/g, ' ');
    expect(told).toContain('part-29 99.961 % × part-28 99.962 %');
    expect(told).toContain('× … (18 more with --json)');
    expect(told).not.toContain('part-17 ');
  });

  it('leaves ten or fewer as they stand', () => {
    const ten = runReport({ ...LARGE, stores: named(10, 'rows', (i) => ({ ...STORE, writesLostPerYear: i })) });
    const data = ten.split('\n\n').find((block) => block.startsWith('DATA'))!;
    expect(data.match(/rows-\d\d/g)).toEqual(Array.from({ length: 10 }, (_, i) => `rows-0${i}`));
    expect(data).not.toContain('with --json');
  });
});
