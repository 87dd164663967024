import type { LimitKind } from '../../experiment/index.ts';
import { counted } from './counted.ts';

/** What is said of a search for faults that break the objectives. */
export interface FalsifyWords {
  /** So many faults. */
  readonly broken: (faults: number) => string;
  /** With no fault at all. */
  readonly brokenByNothing: string;
  readonly held: (faults: string) => string;
  readonly interrupted: string;
  readonly smallest: string;
  readonly breaks: string;
  readonly others: (count: number) => string;
  readonly allowed: string;
  /** Above: against the loss of what an objective is stated. */
  readonly against: string;
  readonly anything: string;
  readonly manners: Readonly<Record<'exit' | 'hang', string>>;
  readonly measured: string;
  readonly times: string;
  readonly kinds: Readonly<Record<LimitKind, string>>;
  readonly searched: string;
  readonly set: (faults: number, sets: string, of: string) => string;
  /** Schedules tried, replications of each. */
  readonly tried: (tried: string, times: string) => string;
  readonly lasts: (span: string) => string;
  readonly leftOut: string;
  readonly leftOutHint: string;
  readonly save: (file: string) => string;
  readonly notProof: string;
}

export const FALSIFY_EN: FalsifyWords = {
  broken: (faults) => `BROKEN by ${counted(String(faults), 'fault')}`,
  brokenByNothing: 'BROKEN without any fault',
  held: (faults) => `Nothing found: no set of up to ${counted(faults, 'fault')} that was tried breaks an objective.`,
  interrupted: 'Interrupted: this is what was found until then.',
  smallest: 'THE SMALLEST SET OF FAULTS FOUND',
  breaks: 'WHAT IT BREAKS',
  others: (count) => `${counted(String(count), 'OTHER SET', 'OTHER SETS')} OF AS MANY FAULTS`,
  allowed: 'allowed',
  against: 'against',
  anything: 'anything',
  manners: { exit: 'refuses at once', hang: 'accepts, never answers' },
  measured: 'measured p95',
  times: 'broken in',
  kinds: {
    unserved: 'time without service (a year’s budget)',
    rto: 'time to recover',
    rpo: 'age of the data',
    'writes-lost': 'writes left behind',
    served: 'share served at the least',
    'split-brain': 'time with two primaries',
  },
  searched: 'WHAT WAS TRIED',
  set: (faults, sets, of) => `${counted(String(faults), 'fault')}: ${sets} of ${counted(of, 'set')}`,
  tried: (tried, times) =>
    `${counted(tried, 'schedule')}, ${counted(times, 'time')} each under other phases and delays`,
  lasts: (span) => `each fault was tried for ${span}; what was found is as short as still breaks it`,
  leftOut: 'left out',
  leftOutHint: 'no objective is about their loss, or they are whole pools at once; --only strikes them too',
  save: (file) => `replay: put those lines into ${file}, then`,
  notProof: 'What was not tried may still break them: this is a search, not a proof.',
};

export const FALSIFY_ZH: FalsifyWords = {
  broken: (faults) => `被 ${faults} 个故障打破`,
  brokenByNothing: '没有任何故障也达不到',
  held: (faults) => `未找到：试过的至多 ${faults} 个故障的组合都没有打破目标。`,
  interrupted: '已中断：以下是此前找到的。',
  smallest: '找到的最小故障组合',
  breaks: '打破了什么',
  others: (count) => `另有 ${count} 个同样大小的组合`,
  allowed: '允许',
  against: '针对',
  anything: '任何故障',
  manners: { exit: '立即拒绝', hang: '接受而不应答' },
  measured: '实测 p95',
  times: '打破次数',
  kinds: {
    unserved: '无服务时间（一年的预算）',
    rto: '恢复时间',
    rpo: '数据的陈旧程度',
    'writes-lost': '遗留的写',
    served: '最低服务比例',
    'split-brain': '双主时间',
  },
  searched: '试过什么',
  set: (faults, sets, of) => `${faults} 个故障：${of} 组中的 ${sets} 组`,
  tried: (tried, times) => `${tried} 个日程，各 ${times} 次，相位与时延不同`,
  lasts: (span) => `每个故障先按持续 ${span}试；找到的已缩到仍能打破目标的最短`,
  leftOut: '未包括',
  leftOutHint: '没有目标针对它们，或是整个资源池；--only 可以包括',
  save: (file) => `重放：把上面几行存为 ${file}，然后`,
  notProof: '没有试过的仍可能打破目标：这是搜索，不是证明。',
};
