import { describe, expect, it } from 'vitest';
import { htmlReport, runReport, wordsOf } from '../../src/index.ts';
import { injected } from '../../src/report/standard/injected.ts';
import { ORDER, RESULT } from './fixture.ts';

const EN = wordsOf('en');

describe('a component and a part of it that break under one name', () => {
  const [part] = ORDER.rtoSeconds.filter(({ class: size }) => size === 'instance');
  const whole = { ...part!, class: 'component' as const };
  const report = (rtoSeconds: typeof ORDER.rtoSeconds) => ({
    ...RESULT,
    workloads: { order: { ...ORDER, rtoSeconds } },
  });

  it('are told apart where both did, in the terminal and on a page', () => {
    expect(runReport(report([part!, whole]))).toMatch(/instance +one of app-a +98,000[\s\S]*component +app-a +98,000/);
    expect(runReport(report([part!, whole]), { language: 'zh' })).toMatch(/实例 +app-a 之一 +98,000/);
    expect(htmlReport({ run: report([part!, whole]) })).toContain('one of app-a');
  });

  it('keep their name where only one of them did', () => {
    expect(runReport(report([part!]))).toMatch(/instance +app-a +98,000/);
    expect(htmlReport({ run: report([whole]) })).not.toContain('one of app-a');
  });
});

describe('what a standard is held against', () => {
  const lost = { class: 'part-lost', domain: 'lb', fault: 'lost' } as const;
  const own = { ...lost, fault: 'instance' } as const;
  const other = { class: 'part-lost', domain: 'db', fault: 'lost' } as const;

  it('is told with its fault where the same thing broke in two ways', () => {
    const all = [lost, own, other];
    expect(all.map((one) => injected(one, all, EN))).toEqual(['lb lost', 'lb instance', 'db']);
  });
});
