import { counted } from './counted.ts';
import type { Phrase } from './phrase.ts';

export interface CompareWords {
  readonly title: string;
  /** What makes differences sure. */
  readonly paired: string;
  /** Fewer than 30 replications stand behind some of the intervals. */
  readonly rough: string;
  /** Of a row of differences to the first scenario. */
  readonly against: string;
  /** Where no run differs. */
  readonly same: string;
  /** A difference of two percentages. */
  readonly points: Phrase;
  readonly downtimeAYear: string;
  /** The 95 % quantile of the worst domain of a class. */
  readonly rto: Phrase;
  readonly rpo: Phrase;
  /** Capacity ÷ load after the worst loss of a place. */
  /** How many recoveries a quantile is of. */
  readonly seen: (count: string) => string;
  readonly leastHeadroom: string;
  readonly writesLostAYear: string;
  readonly splitBrainAYear: string;
}

export const COMPARE_EN: CompareWords = {
  title: 'COMPARED UNDER THE SAME DISASTERS',
  paired: 'differences are paired by run',
  rough: 'Fewer than 30 runs saw, or show, some of this: those intervals are rough; result.json and --json note which.',
  against: 'against A',
  same: 'no difference seen',
  points: (figure) => counted(figure, 'point'),
  downtimeAYear: 'downtime a year',
  rto: (kind) => `RTO ${kind} p95`,
  seen: (count) => `of ${counted(count, 'recovery', 'recoveries')}`,
  rpo: (kind) => `RPO ${kind} p95`,
  leastHeadroom: 'capacity/load, a place lost',
  writesLostAYear: 'writes lost a year',
  splitBrainAYear: 'split brain a year',
};

export const COMPARE_ZH: CompareWords = {
  title: '同样灾难下的对比',
  paired: '差值按每次运行配对',
  rough: '部分数字所依据的运行（见到其事或显出差别者）不足 30 次，其区间较为粗略；result.json 与 --json 中有注明。',
  against: '与 A 之差',
  same: '未见差别',
  points: (figure) => `${figure} 个百分点`,
  downtimeAYear: '每年停机',
  rto: (kind) => `${kind} RTO p95`,
  seen: (count) => `共 ${count} 次恢复`,
  rpo: (kind) => `${kind} RPO p95`,
  leastHeadroom: '失去一处后的容量/负载',
  writesLostAYear: '每年丢失写入',
  splitBrainAYear: '每年双主',
};
