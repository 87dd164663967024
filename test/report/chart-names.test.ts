import { describe, expect, it } from 'vitest';
import { fitted, linesOf, widthOf } from '../../src/visual/charts/letters.ts';
import { namesHeight } from '../../src/visual/charts/names.ts';
import type { ChartSpec } from '../../src/visual/index.ts';

describe('names in charts', () => {
  it.each([
    'cn-beijing/a lost · browse',
    '北京可用区一的数据库全部磁盘数据丢失',
    'x',
  ])('%s is told whole where it has room, and has room always', (text) => {
    expect(fitted(text, widthOf(text))).toBe(text);
    for (let room = 60; room < widthOf(text); room += 7) {
      const shown = fitted(text, room);
      expect(widthOf(shown)).toBeLessThanOrEqual(room);
      expect(shown).toContain('…');
      const [head, tail] = shown.split('…');
      expect([text.startsWith(head!), text.endsWith(tail!)]).toEqual([true, true]);
    }
  });

  it('stand in two lines where one has no room for what broke and for whom', () => {
    const name = 'cn-beijing/a lost · browse';
    expect(linesOf(name, 300)).toEqual([name]);
    expect(linesOf(name, 130)).toEqual(['cn-beijing/a lost', 'browse']);
  });

  it('go on in a line of their own at a word, a sign or a Chinese letter, and are cut only after three', () => {
    expect(linesOf('orders-a-and-its-copy', 80)).toEqual(['orders-a-', 'and-its-', 'copy']);
    expect(linesOf('slb-a.health-check.interval: 2s → 30s', 143)).toEqual([
      'slb-a.health-check.',
      'interval: 2s → 30s',
    ]);
    expect(linesOf('orders-hq/1 磁盘数据丢失 · browse', 143)).toEqual(['orders-hq/1', '磁盘数据丢失', 'browse']);
    expect(linesOf('orders-a/1 disk lost · a-workload-with-a-long-name', 120)).toEqual([
      'orders-a/1 disk',
      'lost',
      fitted('a-workload-with-a-long-name', 120),
    ]);
    expect(linesOf('x'.repeat(60), 100)).toEqual([fitted('x'.repeat(60), 100)]);
    for (const name of ['北京可用区一的数据库全部磁盘数据丢失', 'cn-beijing/a lost in all of its zones at once']) {
      for (let room = 60; room < widthOf(name); room += 7) {
        const lines = linesOf(name, room);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(room);
        if (!lines.join('').includes('…')) expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
      }
    }
  });

  it('of Chinese are twice as wide', () => {
    expect(widthOf('恢复')).toBe(24);
    expect(widthOf('ab')).toBeLessThan(14);
  });

  const lines = (labels: readonly string[], edge = 0): ChartSpec => ({
    id: 'x',
    title: { en: '', zh: '' },
    about: { en: '', zh: '' },
    limits: [],
    body: {
      kind: 'lines',
      stepped: false,
      x: { title: { en: '', zh: '' }, measure: 'span' },
      y: { title: { en: '', zh: '' }, measure: 'share' },
      series: labels.map((label, i) => ({
        label: { en: label, zh: label },
        colour: 'blue',
        points: [],
        ...(i < edge && { edge: true }),
      })),
    },
  });

  it('stand below each other where they have no room beside each other, and the chart is that much higher', () => {
    const names = Array.from({ length: 6 }, () => 'orders-a/1 disk lost · browse');
    expect(namesHeight(lines(names), 'en', 2_000)).toBe(0);
    expect(namesHeight(lines(names), 'en', 300)).toBe(5 * 22);
    // The edges of bands have no name there.
    expect(namesHeight(lines(names, 4), 'en', 300)).toBe(22);
  });
});
