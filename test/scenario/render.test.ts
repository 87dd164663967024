import { describe, expect, it } from 'vitest';
import { COMPONENT_KINDS } from '../../src/components/index.ts';
import { readScenario, renderProblems } from '../../src/scenario/index.ts';

const rendered = (text: string, paint?: Parameters<typeof renderProblems>[3]): string =>
  renderProblems(readScenario(text, 'a.yaml').problems, text, 'a.yaml', paint);

const around = (component: string): string => `hasim: 1\nplaces: {华北: {甲: {}}}\ncomponents:\n${component}\n`;

describe('problems as a person reads them', () => {
  it('the mark stands under the exact word, Chinese counted two cells wide', () => {
    expect(rendered(around('  数据库: {kind: rsd, in: 华北/甲}'))).toBe(
      [
        'a.yaml:4:15: error: `rsd` is not a kind of component',
        '    数据库: {kind: rsd, in: 华北/甲}',
        '                   ^~~',
        `  expected one of ${COMPONENT_KINDS.map(({ kind }) => kind).join(', ')}`,
        '  did you mean `rds`?',
        '',
      ].join('\n'),
    );
  });

  it('the mark is as wide as the word', () => {
    expect(rendered(around('  db: {kind: rds, in: 华北/乙}')).split('\n').slice(1, 3)).toEqual([
      '    db: {kind: rds, in: 华北/乙}',
      '                        ^~~~~~~',
    ]);
  });

  it('tabs are kept, so that the mark lands where the terminal puts the word', () => {
    expect(rendered(around('  db: {kind: rds,\tin:\t华北/乙}')).split('\n')[2]).toBe(
      `                   \t   \t^~~~~~~`,
    );
  });

  it('a long line is cut on both sides', () => {
    const [, line, mark] = rendered(
      around(`  db: {kind: rds, in: 华北/甲, ${' '.repeat(300)}sise: 3GB${' '.repeat(300)}}`),
    ).split('\n');
    expect(line!.startsWith('  …')).toBe(true);
    expect(line!.endsWith('…')).toBe(true);
    expect(line!.slice(mark!.indexOf('^'), mark!.lastIndexOf('~') + 1)).toBe('sise');
  });

  it('colours what it is given colours for', () => {
    const paint = {
      error: (text: string) => `<${text}>`,
      warning: (text: string) => `(${text})`,
      dim: (text: string) => text,
    };
    expect(rendered('hello', { paint })).toBe(
      'a.yaml:1:1: <error:> a scenario is a map\n  hello\n  <^>\n  expected a map that begins with `hasim: 1`\n',
    );
  });

  it('a problem without a place names the file', () => {
    expect(renderProblems([{ severity: 'warning', code: 'x', message: 'odd', path: '' }], '', 'b.yaml')).toBe(
      'b.yaml: warning: odd\n',
    );
  });
});
