import type { Phrase } from './phrase.ts';

export interface HeadroomWords {
  readonly title: string;
  readonly loss: string;
  readonly atOnce: string;
  readonly settled: string;
  readonly component: string;
  readonly share: string;
  readonly remark: string;
  readonly gone: string;
  readonly overloaded: string;
  readonly tight: string;
  readonly ample: string;
}

export interface SlaWords {
  readonly title: string;
  readonly workload: string;
  readonly product: string;
  readonly infrastructure: string;
  readonly measured: string;
  /** The components with their figures. */
  readonly multiplied: Phrase;
  /** SLAs that nobody states: the components. */
  readonly unknownFor: Phrase;
  /** The measured figure is lower, for these workloads: share of downtime spent on finding out and moving, share on waiting for repair. */
  readonly lower: Phrase<3>;
  readonly higher: Phrase;
  /** What people brought about: the workload, the share of its downtime. */
  readonly changed: Phrase<2>;
}

export const HEADROOM_EN: HeadroomWords = {
  title: 'HEADROOM AFTER ONE LOSS',
  loss: 'lost',
  atOnce: 'served at once',
  settled: 'settled',
  component: 'tightest',
  share: 'cap./load',
  remark: '',
  gone: 'gone until repair',
  overloaded: 'overloaded',
  tight: 'under 10 % spare',
  ample: 'no limit stated',
};

export const SLA_EN: SlaWords = {
  title: 'BESIDE THE SLAS',
  workload: 'workload',
  product: 'SLAs multiplied',
  infrastructure: 'infrastructure',
  changed: (workloads, share) =>
    `${workloads}: ${share} of the downtime began with a change or a mistake of people, which no SLA counts and no second copy masks: a release reaches all copies at once. Infrastructure is what is left without it.`,
  measured: 'measured by time',
  multiplied: (parts) => `Multiplied along the way: ${parts}.`,
  unknownFor: (names) => `No SLA is stated for ${names}, so there is no product.`,
  lower: (workloads, moving, repair) =>
    `${workloads} measured lower: an SLA counts a part as up the moment it is; users also wait for detection, decisions and switching (${moving} of the downtime here) and for repair (${repair}), and shared faults take parts together.`,
  higher: (workloads) =>
    `${workloads} measured higher: an SLA is the point from which a vendor pays back, no failure rate, and most of what fails here is masked by another copy or back within seconds.`,
};

export const HEADROOM_ZH: HeadroomWords = {
  title: '失去其一后的余量',
  loss: '失去',
  atOnce: '当时服务',
  settled: '稳定后',
  component: '最紧的资源池',
  share: '容量/负载',
  remark: '',
  gone: '通路中断，直到修复',
  overloaded: '过载',
  tight: '余量不足 10 %',
  ample: '未设上限',
};

export const SLA_ZH: SlaWords = {
  title: '与 SLA 对照',
  workload: '业务',
  product: 'SLA 之积',
  infrastructure: '基础设施',
  changed: (workloads, share) =>
    `${workloads}：停机的 ${share} 始于变更或人为失误；任何 SLA 都不计这一部分，副本也掩盖不了，因为一次发布同时到达所有副本。“基础设施”是去掉这部分后的可用性。`,
  measured: '按时间实测',
  multiplied: (parts) => `沿途相乘：${parts}。`,
  unknownFor: (names) => `${names} 没有声明的 SLA，故无乘积。`,
  lower: (workloads, moving, repair) =>
    `${workloads} 实测较低：SLA 在部件恢复的那一刻就算可用；用户还要等待探测、决策与切换（占停机的 ${moving}）和修复（占 ${repair}），而且共因故障会同时带走几个部件。`,
  higher: (workloads) =>
    `${workloads} 实测较高：SLA 是厂商开始赔付的界线，不是故障率；这里多数故障由其他副本掩盖，或数秒内恢复。`,
};
