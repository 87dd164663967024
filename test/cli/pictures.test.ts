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
