import { counted } from './counted.ts';
import type { Phrase } from './phrase.ts';

export interface StoreWords {
  readonly title: string;
  readonly recoveries: string;
  /** Recoveries, how many were clean, their share. */
  readonly clean: Phrase<3>;
  readonly writesLost: string;
  readonly orphaned: string;
  readonly delivered: string;
  readonly merged: string;
  readonly splitBrain: string;
  /** How often, how long a year. */
  readonly split: Phrase<2>;
  /** The share that began because fencing had not worked. */
  readonly unfenced: Phrase;
  readonly conflicting: Phrase;
  readonly noneConflicting: string;
  readonly lostForGood: string;
  readonly restores: string;
  readonly wrongData: string;
  readonly apart: string;
  /** Length, good writes thrown away. */
  readonly wrongFor: Phrase<2>;
  readonly exposure: string;
  readonly withoutStandby: Phrase;
  readonly withoutCopy: Phrase;
  readonly fallenBack: Phrase;
  readonly lagAboveTarget: Phrase;
  readonly readAge: string;
  readonly seenBehind: Phrase;
  readonly staleReads: string;
  /** How long a year, how far behind at most. */
  readonly readStale: Phrase<2>;
}

export interface CountWords {
  readonly title: string;
  /** By what is counted, after the name of a component. */
  readonly what: Readonly<Record<string, string>>;
}

export const STORES_EN: StoreWords = {
  title: 'DATA',
  recoveries: 'recoveries',
  clean: (all, clean, share) => `${all}; ${clean} (${share}) left no acknowledged write behind`,
  writesLost: 'writes lost',
  orphaned: 'left on old disk',
  delivered: 'arrived later',
  merged: 'merged conflicts',
  splitBrain: 'split brain',
  split: (often, long) => `${often}, ${long} a year`,
  unfenced: (share) => `${share} because fencing (fencing.works) had failed`,
  conflicting: (writes) => `${counted(writes, 'write')} a year in conflict`,
  noneConflicting: 'no write in conflict seen',
  lostForGood: 'lost for good',
  restores: 'restores',
  wrongData: 'wrong data',
  apart: 'disks apart',
  wrongFor: (long, writes) =>
    `written on for ${long} a year; ${counted(writes, 'good write')} a year thrown away with them`,
  exposure: 'exposure',
  withoutCopy: (long) => `no copy elsewhere receives its writes ${long} a year`,
  withoutStandby: (share) => `without a standby ${share} of the time`,
  fallenBack: (share) => `fallen back to asynchronous ${share}`,
  lagAboveTarget: (share) => `lag above the RPO target ${share}`,
  readAge: 'readers see',
  seenBehind: (age) => `data that are ${age} old on average: this store is a copy`,
  staleReads: 'stale reads',
  readStale: (long, behind) => `read-only nodes alone answer ${long} a year, at most ${behind} behind`,
};

export const COUNTS_EN: CountWords = {
  title: 'COUNTED BESIDE',
  what: { 'sessions-lost': 'sessions lost' },
};

export const STORES_ZH: StoreWords = {
  title: '数据',
  recoveries: '恢复次数',
  clean: (all, clean, share) => `${all}；其中 ${clean} 次（${share}）没有丢下已确认的写入`,
  writesLost: '丢失的写入',
  orphaned: '滞留旧主库',
  delivered: '后来补到',
  merged: '合并的冲突写入',
  splitBrain: '双主（脑裂）',
  split: (often, long) => `${often}，每年 ${long}`,
  unfenced: (share) => `其中 ${share} 因隔离未成功（fencing.works）`,
  conflicting: (writes) => `每年冲突写入 ${writes} 笔`,
  noneConflicting: '未见冲突写入',
  lostForGood: '永久丢失',
  restores: '恢复备份',
  wrongData: '错误数据',
  apart: '各盘时点相差',
  wrongFor: (long, writes) => `每年继续写入 ${long}；随之丢弃正确写入 ${writes} 笔`,
  exposure: '暴露',
  withoutCopy: (long) => `别处的副本收不到写入的时间每年 ${long}`,
  withoutStandby: (share) => `没有备库的时间占 ${share}`,
  fallenBack: (share) => `退化为异步复制占 ${share}`,
  lagAboveTarget: (share) => `延迟超过 RPO 目标占 ${share}`,
  readAge: '读者所见',
  seenBehind: (age) => `平均滞后 ${age}：该存储是副本`,
  staleReads: '陈旧读',
  readStale: (long, behind) => `每年有 ${long}仅由只读节点应答，最多落后 ${behind}`,
};

export const COUNTS_ZH: CountWords = {
  title: '另计',
  what: { 'sessions-lost': '丢失会话' },
};
