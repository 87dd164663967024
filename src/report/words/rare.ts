import type { RareResult, RareWarning } from '../../experiment/index.ts';
import { counted } from './counted.ts';

/** What is said of one way to see rare events. */
export interface RareMethodWords {
  /** Windows or copies, and how many clocks are drawn from another law or how many copies one start has at the most. */
  readonly method: (made: string, most: string) => string;
  /** Effective sample size, windows or clusters of copies that lost anything, share of the largest. */
  readonly restsOn: (effective: string, windows: string, largest: string) => string;
  readonly warnings: Readonly<Record<RareWarning, string>>;
}

/** What the report of a run for rare events says, in one language. */
export interface RareWords {
  readonly title: string;
  readonly methods: Readonly<Record<RareResult['rare']['method'], RareMethodWords>>;
  /** The share of time in which all is good, events in all. */
  readonly paths: (calm: string, events: string) => string;
  readonly oneIn: (years: string) => string;
  readonly rests: string;
  readonly gain: string;
  readonly times: (times: string) => string;
  readonly noGain: (times: string) => string;
  readonly ordinary: string;
  readonly causes: string;
  readonly broken: string;
  /** Of splitting: the ladder by how many faults hold something down. */
  readonly rungs: {
    readonly title: string;
    readonly broken: string;
    readonly something: string;
    readonly rungs: string;
    readonly copies: string;
    readonly seen: string;
    readonly perYear: string;
  };
}

const doubtsEnglish = {
  disagrees: 'The paths themselves have seen another downtime, further off than chance allows: trust an ordinary run.',
};

const biasingEnglish: RareMethodWords = {
  method: (windows, clocks) =>
    `failure biasing: ${counted(windows, 'window')}, ${counted(clocks, 'clock')} of failures drawn from another law`,
  restsOn: (effective, windows, largest) =>
    `as many as ${counted(effective, 'window')} of equal weight (${windows} lost something, the largest makes ${largest})`,
  warnings: {
    'none-seen':
      'No window has lost anything: more --runs, or this workload cannot be lost by the failures of the scenario.',
    few: 'Few windows carry these figures: the intervals are rough. More --runs make them sure.',
    dominated: 'One window makes a tenth of the downtime or more: the interval may be too narrow. More --runs tell.',
    ...doubtsEnglish,
    'no-gain': 'What is lost here is not rare: an ordinary run is the better tool.',
  },
};

const splittingEnglish: RareMethodWords = {
  method: (copies, most) =>
    `importance splitting: ${counted(copies, 'copy', 'copies')} of paths that came near a loss, up to ${most} of one start`,
  restsOn: (effective, clusters, largest) =>
    `as many as ${counted(effective, 'cluster')} of equal weight (${clusters} lost something, the largest makes ${largest})`,
  warnings: {
    'none-seen':
      'No copy has lost anything: more --runs, or this workload cannot be lost by what the scenario lets happen.',
    few: 'Few clusters of copies carry these figures: the intervals are rough. More --runs make them sure.',
    dominated:
      'One cluster of copies makes a tenth of the downtime or more: the interval may be too narrow. More --runs tell.',
    ...doubtsEnglish,
    'no-gain': 'Copies gain nothing here: an ordinary run, or --rare alone (failure biasing), is the better tool.',
  },
};

export const rareEnglish: RareWords = {
  title: 'RARE EVENTS',
  methods: { 'failure-biasing': biasingEnglish, 'importance-splitting': splittingEnglish },
  paths: (calm, events) =>
    `nothing broken and nothing going on in ${calm} of the time; ${counted(events, 'event')} in all`,
  oneIn: (years) => `1 in ${counted(years, 'year')}`,
  rests: 'rests on',
  gain: 'gain',
  times: (times) => `an ordinary run needs ${times} times the events for this interval of downtime`,
  noGain: (times) => `none: an ordinary run needs ${times} of the events for this interval of downtime`,
  ordinary: 'seen unweighted',
  causes: 'BY WHAT WAS BROKEN',
  broken: 'broken when it began',
  rungs: {
    title: 'HOW NEAR PATHS CAME',
    broken: 'broken at once',
    something: 'something goes on',
    rungs: 'rungs',
    copies: 'copies of a start',
    seen: 'seen',
    perYear: 'weighted',
  },
};

const doubtsChinese = {
  disagrees: '路径本身所见的停机与此不符，超出偶然：请以普通运行为准。',
};

const biasingChinese: RareMethodWords = {
  method: (windows, clocks) => `故障偏置：${windows} 个窗口，${clocks} 个故障时钟按另一分布抽取`,
  restsOn: (effective, windows, largest) =>
    `相当于 ${effective} 个等权窗口（${windows} 个窗口有损失，最大的一个占 ${largest}）`,
  warnings: {
    'none-seen': '没有窗口出现损失：请增大 --runs，或该业务不会因场景中的故障而中断。',
    few: '支撑这些数字的窗口很少：区间粗略。增大 --runs 可使其可靠。',
    dominated: '单个窗口占停机的十分之一以上：区间可能过窄。增大 --runs 可知。',
    ...doubtsChinese,
    'no-gain': '此处的损失并不罕见：普通运行更合适。',
  },
};

const splittingChinese: RareMethodWords = {
  method: (copies, most) => `重要性分裂：接近损失的路径共 ${copies} 个副本，同一起点最多 ${most} 个`,
  restsOn: (effective, clusters, largest) =>
    `相当于 ${effective} 个等权副本簇（${clusters} 个簇有损失，最大的一个占 ${largest}）`,
  warnings: {
    'none-seen': '没有副本出现损失：请增大 --runs，或该业务不会因场景中的事件而中断。',
    few: '支撑这些数字的副本簇很少：区间粗略。增大 --runs 可使其可靠。',
    dominated: '单个副本簇占停机的十分之一以上：区间可能过窄。增大 --runs 可知。',
    ...doubtsChinese,
    'no-gain': '副本在此没有增益：普通运行或单独的 --rare（故障偏置）更合适。',
  },
};

export const rareChinese: RareWords = {
  title: '罕见事件',
  methods: { 'failure-biasing': biasingChinese, 'importance-splitting': splittingChinese },
  paths: (calm, events) => `${calm} 的时间里无故障、无进行中的动作；共 ${events} 个事件`,
  oneIn: (years) => `每 ${years} 年 1 次`,
  rests: '依据',
  gain: '增益',
  times: (times) => `普通运行要达到同样的停机区间，需 ${times} 倍的事件`,
  noGain: (times) => `无：普通运行只需 ${times} 的事件即可达到同样的停机区间`,
  ordinary: '未加权所见',
  causes: '按当时的故障',
  broken: '中断开始时的故障',
  rungs: {
    title: '路径离损失多近',
    broken: '同时故障数',
    something: '有动作进行中',
    rungs: '级数',
    copies: '每个起点的副本',
    seen: '所见次数',
    perYear: '加权频率',
  },
};
