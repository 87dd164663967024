import type { RareWarning } from '../../experiment/index.ts';

/** What the report of a run by failure biasing says, in one language. */
export interface RareWords {
  readonly title: string;
  /** Windows, and how many clocks of failures are drawn from another law. */
  readonly method: (windows: string, clocks: string) => string;
  /** The share of time in which all is good, events in all. */
  readonly paths: (calm: string, events: string) => string;
  readonly oneIn: (years: string) => string;
  readonly rests: string;
  /** Effective sample size, windows that lost anything, share of the largest. */
  readonly restsOn: (effective: string, windows: string, largest: string) => string;
  readonly gain: string;
  readonly times: (times: string) => string;
  readonly noGain: (times: string) => string;
  readonly ordinary: string;
  readonly warnings: Readonly<Record<RareWarning, string>>;
  readonly causes: string;
  readonly broken: string;
}

export const rareEnglish: RareWords = {
  title: 'RARE EVENTS',
  method: (windows, clocks) =>
    `failure biasing: ${windows} windows, ${clocks} clocks of failures drawn from another law`,
  paths: (calm, events) => `nothing broken and nothing going on in ${calm} of the time; ${events} events in all`,
  oneIn: (years) => `1 in ${years} years`,
  rests: 'rests on',
  restsOn: (effective, windows, largest) =>
    `as many as ${effective} windows of equal weight (${windows} lost something, the largest makes ${largest})`,
  gain: 'gain',
  times: (times) => `an ordinary run needs ${times} times the events for this interval of downtime`,
  noGain: (times) => `none: an ordinary run needs ${times} of the events for this interval of downtime`,
  ordinary: 'seen unweighted',
  warnings: {
    'none-seen':
      'No window has lost anything: more --runs, or this workload cannot be lost by the failures of the scenario.',
    few: 'Few windows carry these figures: the intervals are rough. More --runs make them sure.',
    dominated: 'One window makes a tenth of the downtime or more: the interval may be too narrow. More --runs tell.',
    disagrees:
      'The paths themselves have seen another downtime, further off than chance allows: trust an ordinary run.',
    'no-gain': 'What is lost here is not rare: an ordinary run is the better tool.',
  },
  causes: 'BY WHAT WAS BROKEN',
  broken: 'broken when it began',
};

export const rareChinese: RareWords = {
  title: '罕见事件',
  method: (windows, clocks) => `故障偏置：${windows} 个窗口，${clocks} 个故障时钟按另一分布抽取`,
  paths: (calm, events) => `${calm} 的时间里无故障、无进行中的动作；共 ${events} 个事件`,
  oneIn: (years) => `每 ${years} 年 1 次`,
  rests: '依据',
  restsOn: (effective, windows, largest) =>
    `相当于 ${effective} 个等权窗口（${windows} 个窗口有损失，最大的一个占 ${largest}）`,
  gain: '增益',
  times: (times) => `普通运行要达到同样的停机区间，需 ${times} 倍的事件`,
  noGain: (times) => `无：普通运行只需 ${times} 的事件即可达到同样的停机区间`,
  ordinary: '未加权所见',
  warnings: {
    'none-seen': '没有窗口出现损失：请增大 --runs，或该业务不会因场景中的故障而中断。',
    few: '支撑这些数字的窗口很少：区间粗略。增大 --runs 可使其可靠。',
    dominated: '单个窗口占停机的十分之一以上：区间可能过窄。增大 --runs 可知。',
    disagrees: '路径本身所见的停机与此不符，超出偶然：请以普通运行为准。',
    'no-gain': '此处的损失并不罕见：普通运行更合适。',
  },
  causes: '按当时的故障',
  broken: '中断开始时的故障',
};
