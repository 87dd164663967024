import type { PhaseName } from '../../experiment/index.ts';
import type { Phrase } from './phrase.ts';

export interface RecoveryWords {
  readonly title: string;
  readonly rto: string;
  readonly rpo: string;
  readonly class: string;
  readonly domain: string;
  /** A machine or a copy of a component, where the component as a whole stands beside it. */
  readonly oneOf: Phrase;
  readonly count: string;
  readonly open: string;
  /** Recoveries after which users found nothing of what they had written: how many, and what is told in place of their age. */
  readonly leftBehind: string;
  readonly everything: string;
  /** The worst that was seen: no quantile. */
  readonly max: string;
  /** The share that may yet exceed it, in a cell. */
  readonly beyond: Phrase;
  /** The 95 % quantile with its bounds. */
  readonly p95: string;
  readonly boundsNote: string;
  readonly worstNote: string;
  readonly openNote: string;
  readonly leftNote: string;
  readonly none: string;
}

export interface PhaseWords {
  readonly title: string;
  readonly names: Readonly<Record<PhaseName | 'flap', string>>;
  /** What happens in it, in a few words. */
  readonly about: Readonly<Record<PhaseName | 'flap', string>>;
  readonly minutesPerYear: string;
  readonly share: string;
  readonly phase: string;
  readonly notSeen: Phrase;
}

export interface CauseWords {
  readonly title: string;
  readonly trigger: string;
  /** The phase on which most of it was lost. */
  readonly mostly: string;
  readonly minutesPerYear: string;
  readonly share: string;
  readonly incidentsPerYear: string;
  readonly together: Phrase;
  /** Whether one fault alone brings it about, or two together. */
  readonly faults: string;
  readonly single: string;
  readonly pair: string;
  readonly singles: string;
  readonly pairs: string;
  readonly noSingles: string;
  /** Single faults whose incidents are mostly blips. */
  readonly blipSingles: string;
  /** The trigger where nothing was broken: load alone, or a plan. */
  readonly nothingBroken: string;
  readonly others: Phrase;
}

export const RECOVERY_EN: RecoveryWords = {
  title: 'MEASURED RECOVERY BY WHAT BROKE',
  rto: 'recovery time (RTO)',
  rpo: 'recovery point (RPO), data left behind',
  class: 'class',
  domain: 'what broke',
  oneOf: (component) => `one of ${component}`,
  count: 'seen',
  open: 'open',
  leftBehind: 'found nothing',
  everything: 'everything',
  max: 'worst seen',
  beyond: (share) => `≤ ${share} worse`,
  p95: 'p95 (95 % sure)',
  boundsNote:
    'In brackets what a quantile lies between: each side is 95 % sure, as if recoveries were independent of each other.',
  worstNote: 'The worst seen is no bound: of n seen, up to 3/n of all may still be worse (95 % sure).',
  openNote: '≥ some were still open at the end of a run; they outlast all that ended.',
  leftNote:
    'Found nothing: users went on in another store that nothing feeds from this one; everything they had written was missing there, whatever came back later.',
  none: 'no recovery was seen',
};

export const PHASES_EN: PhaseWords = {
  title: 'WHERE THE TIME WENT',
  names: {
    detect: 'detect',
    decide: 'decide',
    switch: 'switch',
    start: 'start',
    restore: 'restore',
    propagate: 'propagate',
    overload: 'overload',
    repair: 'repair',
    flap: 'flap',
  },
  about: {
    detect: 'until somebody knew',
    decide: 'until somebody chose',
    switch: 'roles and addresses move',
    start: 'machines boot',
    restore: 'data comes back',
    propagate: 'caches keep old answers',
    overload: 'too little capacity',
    repair: 'nothing but repair helps',
    flap: 'up between two losses, no downtime',
  },
  minutesPerYear: 'min/year',
  share: 'share',
  phase: 'phase',
  notSeen: (phases) => `none seen: ${phases}`,
};

export const CAUSES_EN: CauseWords = {
  title: 'WHAT CAUSED IT',
  trigger: 'what struck last',
  mostly: 'mostly',
  minutesPerYear: 'min/year',
  share: 'share',
  incidentsPerYear: 'incidents/year',
  together: (others) => `while broken: ${others}`,
  faults: 'faults',
  single: 'single',
  pair: 'pair',
  singles: 'single points of failure',
  pairs: 'killing pairs',
  blipSingles: 'alone, but a blip',
  noSingles: 'none seen: no fault alone took it down for long',
  nothingBroken: 'nothing broken',
  others: (minutes) => `other causes: ${minutes} min/year`,
};

export const RECOVERY_ZH: RecoveryWords = {
  title: '实测恢复能力（按故障对象）',
  rto: '恢复时间（RTA，对照 RTO）',
  rpo: '恢复点（RPA，对照 RPO），未带走的数据',
  class: '类别',
  domain: '故障对象',
  oneOf: (component) => `${component} 之一`,
  count: '次数',
  open: '未恢复',
  leftBehind: '全无',
  everything: '全部',
  max: '所见最大',
  beyond: (share) => `更大者 ≤ ${share}`,
  p95: 'p95（95 % 把握）',
  boundsNote: '括号内为分位数所在的范围：上下限各有 95 % 把握，按各次恢复相互独立计算。',
  worstNote: '所见最大不是上限：见到 n 次时，全部之中仍可能有至多 3/n 更大（95 % 把握）。',
  openNote: '≥ 有些到一次模拟结束时仍未恢复，计为比所有已恢复的都长。',
  leftNote:
    '全无：用户转到另一个存储继续，而该存储从未得到此存储的数据；此前所写的在那里全都没有，不论之后什么恢复回来。',
  none: '未见恢复过程',
};

export const PHASES_ZH: PhaseWords = {
  title: '时间花在哪里',
  names: {
    detect: '探测',
    decide: '决策',
    switch: '切换',
    start: '启动',
    restore: '数据恢复',
    propagate: '生效传播',
    overload: '过载',
    repair: '修复',
    flap: '反复',
  },
  about: {
    detect: '直到有人知道',
    decide: '直到有人决定',
    switch: '角色与地址转移',
    start: '机器启动',
    restore: '数据找回',
    propagate: '缓存仍给旧解析',
    overload: '容量不足',
    repair: '只能等修复',
    flap: '两次损失之间可用，不计停机',
  },
  minutesPerYear: '分钟/年',
  share: '占比',
  phase: '阶段',
  notSeen: (phases) => `未出现：${phases}`,
};

export const CAUSES_ZH: CauseWords = {
  title: '中断原因',
  trigger: '最后发生的故障',
  mostly: '主要阶段',
  minutesPerYear: '分钟/年',
  share: '占比',
  incidentsPerYear: '次/年',
  together: (others) => `当时已坏：${others}`,
  faults: '故障数',
  single: '单点',
  pair: '双重',
  singles: '单点故障',
  pairs: '致命组合',
  blipSingles: '单一但只闪断',
  noSingles: '未出现：没有单一故障使其长时间中断',
  nothingBroken: '没有故障',
  others: (minutes) => `其他原因：${minutes} 分钟/年`,
};
