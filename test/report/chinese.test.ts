import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenario, runReport, SECTORS, SPECIMEN, wordsOf } from '../../src/index.ts';
import { faultName } from '../../src/report/html/names.ts';
import { EDITION_DATA } from '../../src/standards/editions/index.ts';
import { RESULT } from './fixture.ts';

const CHINESE = /\p{Script=Han}/u;
const scenarios = readdirSync('scenarios').map((file) => readFileSync(join('scenarios', file), 'utf8'));
const assumed = [SPECIMEN, ...scenarios].flatMap((text) => readScenario(text, 'x').scenario?.assumptions ?? []);

/** Reasons of defaults as the source says them, also of those that no scenario at hand takes. */
function written(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('report'),
  );
  const literal = /(?<quote>['"`])(?<text>assumption: (?:(?!\k<quote>)[^\n$…])+)\k<quote>/g;
  return files.flatMap((file) =>
    [...readFileSync(join('src', file), 'utf8').matchAll(literal)].map(({ groups }) => groups!.text!),
  );
}

const { names } = wordsOf('zh');

describe('the Chinese report', () => {
  it('says where every default comes from in Chinese; a new default needs a line in src/report/words/zh-sources.ts', () => {
    const sources = [...new Set([...assumed.map(({ source }) => source), ...written()])];
    expect(sources.length).toBeGreaterThan(80);
    expect(sources.filter((text) => !CHINESE.test(names.source(text).replace('假设', '')))).toEqual([]);
  });

  it('says where the editions of the standard and the profiles of sectors come from', () => {
    const sources = [...Object.values(EDITION_DATA), ...SECTORS].map(({ source }) => source);
    expect(sources.length).toBeGreaterThan(9);
    expect(sources.filter((text) => names.source(text) === text)).toEqual([]);
  });

  it('names every fault of the catalogue; a new one needs a line in src/report/words/zh-names.ts', () => {
    const faults = assumed.flatMap(({ path }) => /\bfaults\.([^.]+)\.mtbf$/.exec(path)?.[1] ?? []);
    expect(faults).toContain('crash');
    expect(faults.filter((name) => !CHINESE.test(names.fault(`thing ${name}`)))).toEqual([]);
  });

  it('keeps what it does not know, and names of things', () => {
    expect(names.source('assumption: as my uncle says')).toBe('假设：as my uncle says');
    expect(names.fault('app-a/3 crash')).toBe('app-a/3 进程崩溃');
    expect(names.fault('app-a host ×2')).toBe('app-a 主机故障 ×2');
    expect(names.fault('app-a constructor')).toBe('app-a constructor');
    expect(names.fault('plan move')).toBe('预案 move');
    expect(names.observer('alarm dark')).toBe('告警 dark');
    expect(names.observer('slb-a')).toBe('slb-a');
  });

  it('names what a drill injects on a page as the report for a terminal does', () => {
    const zh = wordsOf('zh');
    expect(faultName({ domain: 'app-a/3', fault: 'crash' }, zh)).toBe('app-a/3 进程崩溃');
    expect(faultName({ domain: 'app-a', fault: 'constructor' }, zh)).toBe('app-a constructor');
    expect(faultName({ domain: 'app-a', fault: 'crash' }, wordsOf('en'))).toBe('app-a crash');
  });

  it('uses them', () => {
    const report = runReport(RESULT, { language: 'zh' });
    expect(report).toContain('假设：');
    expect(report).not.toContain('assumption:');
    expect(report).not.toMatch(/\b(crash|host|cut)\b(?!\.)/);
  });
});
