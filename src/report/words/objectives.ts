import type { ObjectiveVerdict } from '../../experiment/index.ts';
import type { CostItem } from '../../service/index.ts';
import { counted } from './counted.ts';
import type { Phrase } from './phrase.ts';

export interface AvailabilityWords {
  readonly title: string;
  /** The confidence of the intervals. */
  readonly intervals: Phrase;
  readonly byRequests: string;
  readonly rightAnswers: string;
  readonly byTime: string;
  readonly downtime: string;
  readonly ofItPlanned: string;
  /** How much a year, and the availability without it. */
  readonly planned: Phrase<2>;
  readonly incidents: string;
  readonly typicalIncident: string;
  readonly nines: Phrase;
  readonly ninesAtLeast: Phrase;
  readonly atLeast: Phrase;
  readonly aYear: Phrase;
  /** How many a year are blips, and below which span. */
  readonly blips: Phrase<2>;
  readonly noBlips: Phrase;
  /** Median, 95th percentile, longest. */
  readonly incidentSpans: Phrase<3>;
  /** Beside an interval that rests on few runs. */
  readonly rough: string;
  /** The level below which a moment counts as down. */
  readonly upWhen: Phrase;
}

export interface ObjectiveWords {
  readonly title: string;
  readonly verdicts: Readonly<Record<ObjectiveVerdict, string>>;
  /** So many objectives with the same verdict. */
  readonly counted: Readonly<Record<ObjectiveVerdict, Phrase>>;
  /** Of each budget. */
  readonly cost: Readonly<Record<CostItem, string>>;
  readonly availability: string;
  readonly rto: string;
  readonly rpo: string;
  readonly rpoOfDamage: string;
  /** A store, and the good writes that went with its damage. */
  readonly discarded: (store: string, writes: string) => string;
  /** Users go on with another store, and what they wrote to the old one is not there. */
  readonly leftBehind: (store: string, domain: string) => string;
  readonly tier: string;
  readonly reserve: string;
  readonly target: string;
  readonly measured: string;
  readonly objective: string;
  readonly of: string;
  readonly verdict: string;
  readonly undecidedHint: string;
  readonly drillHint: string;
  /** A p95, and of how many losses. */
  readonly p95Of: Phrase<2>;
}

export const AVAILABILITY_EN: AvailabilityWords = {
  title: 'AVAILABILITY',
  intervals: (confidence) => `intervals: ${confidence}`,
  byRequests: 'by requests',
  rightAnswers: 'right answers',
  byTime: 'by time',
  downtime: 'downtime',
  ofItPlanned: 'of it planned',
  planned: (figure, without) => `${figure} a year; without it ${without}`,
  incidents: 'incidents',
  typicalIncident: 'how long',
  nines: (n) => counted(n, 'nine'),
  ninesAtLeast: (n) => `at least ${counted(n, 'nine')}`,
  atLeast: (figure) => `nothing lost was seen; at least ${figure} %`,
  aYear: (figure) => `${figure} a year`,
  blips: (blips, under) => `of them blips under ${under}: ${blips}`,
  noBlips: (under) => `no blip under ${under} was seen`,
  incidentSpans: (p50, p95, max) => `half within ${p50}, 95 % within ${p95}, longest seen ${max}`,
  rough: 'seen in few runs: rough',
  upWhen: (share) => `up when ${share} of the requests are served`,
};

export const OBJECTIVES_EN: ObjectiveWords = {
  title: 'OBJECTIVES',
  verdicts: { met: 'met', missed: 'MISSED', undecided: 'undecided', 'needs-drill': 'needs a drill' },
  counted: {
    met: (n) => `${n} met`,
    missed: (n) => `${n} MISSED`,
    undecided: (n) => `${n} undecided`,
    'needs-drill': (n) => counted(n, 'needs a drill', 'need a drill'),
  },
  availability: 'availability',
  rto: 'RTO',
  rpo: 'RPO',
  rpoOfDamage: 'RPO before damage',
  leftBehind: (store, domain) =>
    `without ${domain} users write on in a store that nothing feeds from \`${store}\`: all that they wrote there counts as lost`,
  discarded: (store, writes) =>
    `The RPO of damaged data counts back from the damage. Good writes that came after it and were thrown away by going back: ${store} ${writes} a drill.`,
  tier: 'tier',
  reserve: 'in reserve',
  cost: {
    month: 'cost a month',
    once: 'cost, once',
    'staff-year': 'staff a year',
    'downtime-year': 'downtime a year',
    'three-years': 'cost in 3 years',
  },
  target: 'target',
  measured: 'measured',
  objective: 'objective',
  of: 'of',
  verdict: 'verdict',
  undecidedHint: 'Undecided: the interval above holds the target; more --runs narrow it.',
  drillHint:
    'Needs a drill: beside it stands what this run has seen by chance, of the worst place; the verdict takes drills, in which the loss is injected at many moments: hasim check judges it so.',
  p95Of: (p95, losses) => `p95 ${p95} of ${losses}`,
};

export const AVAILABILITY_ZH: AvailabilityWords = {
  title: '可用性',
  intervals: (confidence) => `区间的置信度：${confidence}`,
  byRequests: '按请求',
  rightAnswers: '正确应答',
  byTime: '按时间',
  downtime: '停机时间',
  ofItPlanned: '其中计划内',
  planned: (figure, without) => `每年 ${figure}；不计它为 ${without}`,
  incidents: '中断事件',
  typicalIncident: '持续时间',
  nines: (n) => `${n} 个 9`,
  ninesAtLeast: (n) => `至少 ${n} 个 9`,
  atLeast: (figure) => `未见损失；至少 ${figure} %`,
  aYear: (figure) => `每年 ${figure}`,
  blips: (blips, under) => `其中短于 ${under}的闪断：${blips}`,
  noBlips: (under) => `未见短于 ${under}的闪断`,
  incidentSpans: (p50, p95, max) => `半数不超过 ${p50}，95 % 不超过 ${p95}，所见最长 ${max}`,
  rough: '出现次数少，区间粗略',
  upWhen: (share) => `${share} 的请求成功即为可用`,
};

export const OBJECTIVES_ZH: ObjectiveWords = {
  title: '目标',
  verdicts: { met: '达到', missed: '未达到', undecided: '未能判定', 'needs-drill': '需要演练' },
  counted: {
    met: (n) => `${n} 项达到`,
    missed: (n) => `${n} 项未达到`,
    undecided: (n) => `${n} 项未能判定`,
    'needs-drill': (n) => `${n} 项需要演练`,
  },
  availability: '可用性',
  rto: '恢复时间 RTO',
  rpo: '恢复点 RPO',
  rpoOfDamage: '损坏前的 RPO',
  leftBehind: (store, domain) =>
    `失去 ${domain} 后，用户在另一个未从 \`${store}\` 同步过数据的存储上继续写入：原先写入的全部按丢失计`,
  discarded: (store, writes) =>
    `损坏数据的 RPO 从损坏时刻向前计。损坏之后的正确写入因回退而丢弃：${store} 每次演练 ${writes} 笔。`,
  tier: '等级',
  reserve: '预留资源',
  cost: {
    month: '每月成本',
    once: '一次性投入',
    'staff-year': '每年人力',
    'downtime-year': '每年停机损失',
    'three-years': '3 年总成本',
  },
  target: '要求',
  measured: '实测',
  objective: '目标',
  of: '对象',
  verdict: '结论',
  undecidedHint: '未能判定：目标落在区间之内；增大 --runs 可缩小区间。',
  drillHint:
    '需要演练：旁边是本次模拟中偶然遇到的最坏处；结论须由演练得出，即在许多时刻注入这类灾难：hasim check 据此判定。',
  p95Of: (p95, losses) => `p95 ${p95}（${losses} 次）`,
};
