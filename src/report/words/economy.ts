import { counted } from './counted.ts';
import type { Phrase } from './phrase.ts';

export interface UseWords {
  readonly title: string;
  readonly utilisation: string;
  readonly reserve: string;
  readonly serving: Phrase;
  readonly load: Phrase;
  readonly mean: Phrase;
  /** How long, for which share of the users, who come in where. */
  readonly worst: Phrase<3>;
  /** Of a comparison: the mean latency of a workload. */
  readonly latency: string;
}

export interface CostWords {
  readonly title: string;
  readonly perMonth: string;
  readonly once: string;
  readonly staff: string;
  readonly build: string;
  readonly downtime: string;
  /** All that is paid in so many years. */
  readonly total: Phrase;
  readonly downtimeAYear: string;
  readonly withDowntime: Phrase;
  readonly aYear: Phrase;
  readonly atLeast: Phrase;
  /** (Downtime cost avoided − extra cost) ÷ extra cost. */
  readonly return: string;
}

export const USE_EN: UseWords = {
  title: 'WHILE ALL IS WELL',
  utilisation: 'utilisation',
  reserve: 'in reserve',
  serving: (share) => `${share} of the paid capacity serves`,
  load: (share) => `load ${share} of it`,
  mean: (span) => `network ${span} a request`,
  worst: (span, share, group) => `${span} for the ${share} who come in by ${group}`,
  latency: 'network a request',
};

export const COST_EN: CostWords = {
  title: 'COST',
  perMonth: 'a month',
  once: 'once',
  staff: 'staff',
  build: 'build time',
  downtime: 'downtime',
  downtimeAYear: 'downtime a year',
  total: (years) => `total in ${counted(years, 'year')}`,
  aYear: (amount) => `${amount} a year`,
  withDowntime: (amount) => `${amount}, downtime included`,
  atLeast: (amount) => `at least ${amount}`,
  return: 'return on extra cost',
};

export const USE_ZH: UseWords = {
  title: '一切正常时',
  utilisation: '资源利用率',
  reserve: '预留资源',
  serving: (share) => `付费容量的 ${share} 在服务`,
  load: (share) => `负载占 ${share}`,
  mean: (span) => `每次请求的网络时延 ${span}`,
  worst: (span, share, group) => `经 ${group} 进入的 ${share} 用户为 ${span}`,
  latency: '请求的网络时延',
};

export const COST_ZH: CostWords = {
  title: '成本',
  perMonth: '每月',
  once: '一次性投入',
  staff: '人力',
  build: '建设时间',
  downtime: '停机损失',
  downtimeAYear: '每年停机损失',
  total: (years) => `${years} 年总成本`,
  aYear: (amount) => `每年 ${amount}`,
  withDowntime: (amount) => `${amount}，含停机损失`,
  atLeast: (amount) => `至少 ${amount}`,
  return: '追加投入的回报',
};
