import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { inItsSigns } from '../../src/cli/pages/letters.ts';
import { penForCharts } from '../../src/cli/pages/pictures.ts';
import { CHARTS } from '../../src/report/words/page/charts.ts';
import type { ChartSpec } from '../../src/visual/index.ts';

const same = (text: string) => ({ en: text, zh: text });
const titled = (title: string): ChartSpec => ({
  id: 'probe',
  title: same(title),
  about: same(''),
  body: {
    kind: 'bars',
    lying: true,
    stacked: false,
    categories: [same('a')],
    series: [{ label: same('b'), colour: 'blue', values: [1] }],
    axis: { title: same('c'), measure: 'number', min: 0 },
  },
  limits: [],
});

test('Chinese is written in letters of its own: other characters are another picture', async () => {
  const draw = (await penForCharts())!;
  const [one, again, other] = ['恢复时间', '恢复时间', '灾难演练'].map((title) =>
    Buffer.from(draw(titled(title), 'zh')),
  );
  expect(one!.subarray(1, 4).toString()).toBe('PNG');
  expect(one!.equals(again!)).toBe(true);
  expect(one!.equals(other!)).toBe(false);
});

test('a letter that the font fills to a block is written with its boxes open', async () => {
  const draw = (await penForCharts())!;
  const image = await loadImage(Buffer.from(draw(titled('回'.repeat(12)), 'zh')));
  const canvas = createCanvas(image.width, 34);
  const ctx = canvas.getContext('2d');
  ctx.drawImage(image, 0, 0);
  const { data, width, height } = ctx.getImageData(0, 0, image.width, 34);
  const inked = Array.from({ length: width * height }, (_, i) => i).filter((i) => data[4 * i]! < 128);
  const [xs, ys] = [inked.map((i) => i % width), inked.map((i) => Math.floor(i / width))];
  const side = (values: readonly number[]): number => Math.max(...values) - Math.min(...values) + 1;
  expect(side(xs)).toBeGreaterThan(11 * side(ys));
  const share = inked.length / (side(xs) * side(ys));
  expect(share).toBeGreaterThan(0.15);
  expect(share).toBeLessThan(0.6);
});

/** Whether two pictures of one sign each are the same. */
async function sameSign(one: string, other: string): Promise<boolean> {
  const draw = (await penForCharts())!;
  const [a, b] = [one, other].map((sign) => Buffer.from(draw(titled(sign), 'zh')));
  return a!.equals(b!);
}

test('a sign that the font has not is written with others', async () => {
  expect(await sameSign('失去 · browse', '失去 – browse')).toBe(true);
  expect(await sameSign('≥ 5', '>= 5')).toBe(true);
});

test('no sign of the words of charts is a crossed box', async () => {
  await penForCharts();
  const said = (words: unknown): string =>
    typeof words === 'string'
      ? words
      : typeof words === 'function'
        ? String(words(...Array.from({ length: words.length }, () => '1')))
        : Object.values(words ?? {})
            .map(said)
            .join('');
  const signs = [...new Set(inItsSigns(said(CHARTS)))].filter((sign) => /\S/.test(sign));
  expect(signs.length).toBeGreaterThan(100);
  const drawn = (sign: string): string => {
    const canvas = createCanvas(40, 40);
    const ctx = canvas.getContext('2d');
    ctx.font = '24px hasim';
    ctx.fillText(sign, 4, 30);
    return canvas.toBuffer('image/png').toString('base64');
  };
  expect(signs.filter((sign) => drawn(sign) === drawn('\uffff'))).toEqual([]);
});
