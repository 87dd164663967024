import { expect, test } from 'vitest';
import { cells, PAGE_CELLS } from '../../src/report/cells.ts';
import { PLAIN as ink } from '../../src/report/ink.ts';
import { type Column, table } from '../../src/report/table.ts';
import { wordsOf } from '../../src/report/words/index.ts';

const PLAIN = { ink, words: wordsOf('zh') };

test('heads of narrow Chinese columns stand in two lines at most where a column of text can give way', () => {
  const figure = (title: string): Column<string> => ({ title, align: 'right', cell: () => '1' });
  const text: Column<string> = { title: '注入的故障', align: 'left', cell: (row) => row, shrinks: true, wraps: true };
  const heads = [
    '业务受影响的次数',
    '最低服务比例',
    '未恢复的比例',
    '恢复时间的上限',
    '超过目标的次数',
    '其中计划内的部分',
  ];
  const lines = table(
    ['北京可用区一的数据库全部磁盘数据丢失而且两份副本都已经损坏'],
    [text, ...heads.map(figure)],
    PLAIN,
  );
  for (const line of lines) expect(cells(line)).toBeLessThanOrEqual(PAGE_CELLS);
  const first = lines.findIndex((line) => line.includes('1'));
  expect(first).toBe(2);
});

test('where nothing can give way, heads take as many lines as they need before a figure is cut', () => {
  const columns = Array.from(
    { length: 12 },
    (_, i): Column<number> => ({ title: '业务受影响的次数', align: 'right', cell: () => `${100 + i}` }),
  );
  const lines = table([1], columns, PLAIN);
  for (const line of lines) expect(cells(line)).toBeLessThanOrEqual(PAGE_CELLS);
  expect(lines.at(-1)!.trim().split(/ +/)).toEqual(columns.map(({ cell }) => cell(1)));
});
