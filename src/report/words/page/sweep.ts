import { counted } from '../counted.ts';
/** What the page of a sweep says. */
export const SWEEP = {
  front: { en: 'Front', zh: '前沿' },
  moves: { en: 'What moves what', zh: '何者影响何者' },
  curves: { en: 'Curves', zh: '曲线' },
  points: { en: 'Points', zh: '各点' },
  best: { en: (measure: string) => `Least: ${measure}`, zh: (measure: string) => `最低：${measure}` },
  most: { en: (measure: string) => `Most: ${measure}`, zh: (measure: string) => `最高：${measure}` },
  at: { en: (point: string) => `Point ${point}`, zh: (point: string) => `第 ${point} 点` },
  fromTo: { en: 'from → to', zh: '从 → 到' },
  strongest: { en: 'What moves it most', zh: '影响最大的参数' },
  onFrontOf: {
    en: (on: string, all: string) => `${on} of ${counted(all, 'point')}`,
    zh: (on: string, all: string) => `${all} 点中的 ${on} 点`,
  },
  frontTitle: { en: 'On the Pareto front', zh: '帕累托前沿' },
  sure: { en: 'the interval leaves out 0', zh: '区间不含 0' },
  unsure: { en: 'the interval holds 0: it may do nothing', zh: '区间含 0：可能并无影响' },
  along: {
    en: (measure: string, parameter: string) => `${upper(measure)} along ${parameter}`,
    zh: (measure: string, parameter: string) => `${measure}随 ${parameter} 的变化`,
  },
  bandsAbout: {
    en: 'Bands are 95 % intervals; every point met the same disasters.',
    zh: '色带为 95 % 区间；各点面对相同的灾难。',
  },
  held: { en: (settings: string) => ` Held: ${settings}.`, zh: (settings: string) => `固定：${settings}。` },
  dotsAbout: {
    en: 'A dot is a point of the sample with its 95 % interval; the other parameters differ from dot to dot.',
    zh: '每个点为一个样本及其 95 % 区间；其余参数各点不同。',
  },
  eachPoint: { en: 'points of the sample', zh: '样本点' },
  frontOf: {
    en: (up: string, across: string) => `${upper(up)} against ${across}`,
    zh: (up: string, across: string) => `${up}与${across}`,
  },
  frontAbout: {
    en: 'Nearer to the lower left corner is better in both. Numbers are those of the points in the table; lines through dots are 95 % intervals.',
    zh: '越靠左下角，两者越好。编号与下表各点一致；穿过点的竖线为 95 % 区间。',
  },
  beaten: { en: 'another is both cheaper and down less', zh: '另有既更便宜、停机又更少者' },
  unbeaten: { en: 'none is both cheaper and down less', zh: '没有既更便宜、停机又更少者' },
  dominated: { en: 'another point is better', zh: '有更好的点' },
  onFront: { en: 'on the front', zh: '在前沿上' },
  base: { en: 'the base', zh: '基准' },
  baseOnFront: { en: 'the base (on the front)', zh: '基准（在前沿上）' },
  tornado: { en: (measure: string) => `What moves ${measure}`, zh: (measure: string) => `何者影响${measure}` },
  tornadoAbout: {
    en: 'From the first setting to the one that moves it furthest, averaged over the other parameters, with the 95 % interval of each.',
    zh: '从第一个取值到影响最大的取值，对其余参数取平均；须线为 95 % 区间。',
  },
  lowers: { en: 'lowers it', zh: '降低' },
  raises: { en: 'raises it', zh: '升高' },
  change: { en: (measure: string) => `change of ${measure}`, zh: (measure: string) => `${measure}的变化` },
  varied: { en: 'Varied', zh: '变化的参数' },
  architecture: { en: 'As the scenario is written.', zh: '按场景原样。' },
  isFront: { en: 'front', zh: '前沿' },
} as const;

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
