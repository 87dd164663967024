import { counted } from './counted.ts';
/** The sentence on top of a comparison or a sweep. */
export interface VerdictWords {
  /** Joins the parts of one sentence. */
  readonly join: string;
  readonly end: string;
  /** Between sentences. */
  readonly gap: string;
  readonly aYear: (figure: string) => string;
  /** Which workload, where there are so many. */
  readonly ofWorkloads: (workload: string, all: string) => string;
  readonly noWorkload: string;
  readonly noDowntime: (workload: string) => string;
  readonly sameDowntime: (workload: string, figure: string) => string;
  readonly leastDowntime: (who: string, workload: string, figure: string) => string;
  /** Of nobody else it is sure to have less. */
  readonly unsureDowntime: (who: string, workload: string, figure: string) => string;
  readonly against: (who: string, difference: string) => string;
  readonly close: (list: string) => string;
  /** The worst RTO or RPO of the variant where it is best, and where it is worst. */
  readonly worstRto: (who: string, figure: string) => string;
  readonly worstRpo: (who: string, figure: string) => string;
  readonly sameRto: (figure: string) => string;
  readonly sameRpo: (figure: string) => string;
  readonly longest: (who: string, figure: string) => string;
  /** Of whom no recovery was seen. */
  readonly noneOf: (list: string) => string;
  readonly best: (at: string, measure: string, figure: string, more: boolean) => string;
  readonly unsureBest: (at: string, measure: string, figure: string, more: boolean) => string;
  /** A point by its number and settings. */
  readonly at: (point: string, settings: string) => string;
  readonly alike: (close: string, others: string) => string;
  readonly front: (measures: string, points: string) => string;
  readonly someOf: (some: string, all: string) => string;
  readonly moves: (parameter: string, change: string, effect: string) => string;
  /** Said of an effect where there are others. */
  readonly averaged: string;
  readonly movesNothing: string;
}

export const VERDICT_EN: VerdictWords = {
  join: '; ',
  end: '.',
  gap: ' ',
  aYear: (figure) => `${figure} a year`,
  ofWorkloads: (workload, all) => `${workload} (of ${counted(all, 'workload')} the one down longest)`,
  noWorkload: 'No workload is in all of them: their downtime cannot be compared.',
  noDowntime: (workload) => `No downtime of ${workload} was seen in any of them: which has the least is not known`,
  sameDowntime: (workload, figure) => `No difference in downtime of ${workload} was seen: ${figure} in each`,
  leastDowntime: (who, workload, figure) => `${who} has the least downtime of ${workload}: ${figure}`,
  unsureDowntime: (who, workload, figure) =>
    `Which has the least downtime of ${workload} cannot be told: least was seen in ${who}, ${figure}`,
  against: (who, difference) => `${who} against A ${difference}, paired by run`,
  close: (list) => `not told apart from it: ${list}`,
  worstRto: (who, figure) => `Worst RTO p95 seen: shortest in ${who}, ${figure}`,
  worstRpo: (who, figure) => `Worst RPO p95 seen: shortest in ${who}, ${figure}`,
  sameRto: (figure) => `Worst RTO p95 seen: ${figure} in each`,
  sameRpo: (figure) => `Worst RPO p95 seen: ${figure} in each`,
  longest: (who, figure) => `longest in ${who}, ${figure}`,
  noneOf: (list) => `no recovery seen in ${list}`,
  best: (at, measure, figure, more) => `${at} has the ${more ? 'most' : 'least'} ${measure}: ${figure}`,
  unsureBest: (at, measure, figure, more) =>
    `${at} shows the ${more ? 'most' : 'least'} ${measure}, ${figure}, but no other can be told from it`,
  at: (point, settings) => `Point ${point} (${settings})`,
  alike: (close, others) => `not told apart from ${close} of ${counted(others, 'other point')}`,
  front: (measures, points) => `on the front of ${measures}: ${points}`,
  someOf: (some, all) => `${some} of ${counted(all, 'point')}`,
  moves: (parameter, change, effect) => `Of what surely moves it, ${parameter} moves it most: ${change}, ${effect}`,
  averaged: 'averaged over the other parameters',
  movesNothing: 'No parameter surely moves it: the interval of every effect holds 0',
};

export const VERDICT_ZH: VerdictWords = {
  join: '；',
  end: '。',
  gap: '',
  aYear: (figure) => `每年 ${figure}`,
  ofWorkloads: (workload, all) => `${workload}（${all} 个负载中停机最久者）`,
  noWorkload: '没有一个负载为各方所共有：停机无从比较。',
  noDowntime: (workload) => `各方均未见 ${workload} 停机：何者最少不得而知`,
  sameDowntime: (workload, figure) => `${workload} 的停机未见差别：各方均为${figure}`,
  leastDowntime: (who, workload, figure) => `${workload} 停机最少的是 ${who}：${figure}`,
  unsureDowntime: (who, workload, figure) => `${workload} 停机何者最少无法区分：所见最少的是 ${who}，${figure}`,
  against: (who, difference) => `${who} 与 A 之差 ${difference}，按每次运行配对`,
  close: (list) => `与其无法区分：${list}`,
  worstRto: (who, figure) => `所见最差 RTO p95：最短的是 ${who}，${figure}`,
  worstRpo: (who, figure) => `所见最差 RPO p95：最短的是 ${who}，${figure}`,
  sameRto: (figure) => `所见最差 RTO p95：各方均为 ${figure}`,
  sameRpo: (figure) => `所见最差 RPO p95：各方均为 ${figure}`,
  longest: (who, figure) => `最长的是 ${who}，${figure}`,
  noneOf: (list) => `${list} 未见恢复`,
  best: (at, measure, figure, more) => `${at}的${measure}${more ? '最高' : '最低'}：${figure}`,
  unsureBest: (at, measure, figure, more) =>
    `所见${measure}${more ? '最高' : '最低'}的是${at}，${figure}，但与其余各点均无法区分`,
  at: (point, settings) => `第 ${point} 点（${settings}）`,
  alike: (close, others) => `其余 ${others} 点中有 ${close} 点与其无法区分`,
  front: (measures, points) => `${measures} 的前沿：${points}`,
  someOf: (some, all) => `${all} 点中的 ${some} 点`,
  moves: (parameter, change, effect) => `确有影响者中影响最大的是 ${parameter}：${change}，${effect}`,
  averaged: '对其余参数取平均',
  movesNothing: '没有参数确有影响：每个影响的区间都含 0',
};
