import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { penForCharts } from '../../src/cli/pages/pictures.ts';
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
