import type { PhaseName } from '../../../experiment/index.ts';
import type { Texts } from '../../../visual/index.ts';
import { counted } from '../counted.ts';

type By<A extends readonly string[]> = { readonly en: (...args: A) => string; readonly zh: (...args: A) => string };

/** What helps against a phase of downtime. */
export const ADVICE: Readonly<Record<PhaseName, Texts>> = {
  detect: { en: 'look sooner: shorter checks, fewer misses needed', zh: '更早发现：缩短检查间隔，减少判定次数' },
  decide: { en: 'decide by rule or in advance, so that nobody is waited for', zh: '事先授权或自动决策，不再等人' },
  switch: { en: 'make the switch itself shorter or automatic', zh: '缩短切换本身，或改为自动' },
  start: { en: 'keep the standby running', zh: '让备用资源保持运行' },
  restore: {
    en: 'keep a live copy; against wrong data, which copies take over, restore less at a time or faster',
    zh: '保持在线副本；副本会带走错误数据，对此要缩小或加快恢复',
  },
  propagate: { en: 'shorten the TTL, or keep the address when roles move', zh: '缩短 TTL，或切换角色时保持地址不变' },
  overload: { en: 'give what is left enough capacity for everybody', zh: '让剩余部分有足够容量承接全部请求' },
  repair: {
    en: 'let something take over: a second one, and a check or a plan that moves users to it',
    zh: '让别的资源接管：增加冗余，并由检查或预案把用户切过去',
  },
};

/** The same where nothing is broken any more, and a step of a plan keeps what could serve from it. */
export const LET_IN: Texts = {
  en: 'what users need could serve, and a plan keeps it out: let the plan act only on a loss that is sure, seen from more than one place, and give it a way back',
  zh: '所需资源本可服务，却被预案隔离：只在确知失去时（从多处观察）才执行，并给出回切办法',
};

/** The first screen. */
export const TOP: {
  readonly [K in
    | 'objectives'
    | 'none'
    | 'perClass'
    | 'class'
    | 'rto'
    | 'rpo'
    | 'worst'
    | 'right'
    | 'fix'
    | 'failed'
    | 'tier'
    | 'noTier'
    | 'standard'
    | 'bySeen'
    | 'byDrill'
    | 'unmeasured'
    | 'nothing'
    | 'onlyDrill']: Texts;
} & {
  readonly cause: By<[cause: string, share: string, minutes: string, workload: string]>;
  readonly pair: By<[causes: string, share: string, minutes: string, workload: string]>;
  /** Causes that cost alike, named one after the other. */
  readonly twins: By<[causes: string, share: string, minutes: string, workload: string]>;
  readonly both: By<[first: string, last: string]>;
  readonly others: By<[names: string, more: string]>;
  readonly rightAnswers: By<[workload: string, share: string]>;
  readonly phase: By<[phase: string, share: string]>;
  /** What the scenario says of it, by path. */
  readonly settings: By<[paths: string]>;
  readonly missed: By<[loss: string, span: string, target: string]>;
  readonly notBackAtAll: By<[loss: string, target: string]>;
  readonly more: By<[count: string]>;
  readonly mostly: By<[phase: string, span: string]>;
  readonly hopeless: By<[fault: string]>;
  readonly against: By<[tier: string, scope: string]>;
  readonly minutes: By<[figure: string]>;
  readonly workloads: By<[count: string]>;
  readonly notBack: By<[share: string]>;
  /** Of so many nobody knows yet: dark at the end. */
  readonly open: By<[share: string]>;
  readonly lostFor: By<[span: string]>;
  readonly discarded: By<[stores: string]>;
  readonly writes: By<[store: string, writes: string]>;
} = {
  objectives: { en: 'Objectives', zh: '目标' },
  none: { en: 'The scenario states no objective.', zh: '场景没有写明目标。' },
  perClass: { en: 'The worst recovery of each kind of disaster', zh: '各类灾难中最差的恢复' },
  class: { en: 'disaster', zh: '灾难' },
  rto: { en: 'RTO p95 (95 % sure)', zh: '恢复时间 p95（95 % 把握）' },
  rpo: { en: 'RPO p95 (95 % sure)', zh: '恢复点 p95（95 % 把握）' },
  worst: { en: 'what broke', zh: '故障对象' },
  fix: { en: 'Fix first', zh: '最先要改进的' },
  right: { en: 'Right answers', zh: '正确应答' },
  rightAnswers: {
    en: (workload: string, share: string) => `${workload}: only ${share} of all; the rest is wrong data, or no answer`,
    zh: (workload: string, share: string) => `${workload}：仅占全部的 ${share}；其余为错误数据或没有应答`,
  },
  failed: { en: 'not back', zh: '未恢复' },
  tier: { en: 'Tier', zh: '等级' },
  noTier: { en: 'no tier', zh: '不到任何等级' },
  standard: { en: 'standard', zh: '标准' },
  bySeen: { en: 'as chance struck in the simulated years', zh: '模拟年份中偶然发生的' },
  byDrill: { en: 'injected on purpose', zh: '演练中有意注入的' },
  unmeasured: { en: 'not measured here', zh: '此处未测' },
  nothing: {
    en: 'Nothing stands out: no downtime was seen. Look at the assumptions before you believe it.',
    zh: '没有突出的问题：未见停机。相信之前请先看假设。',
  },
  onlyDrill: {
    en: 'Availability is measured by hasim run; this page tells of drills.',
    zh: '可用性由 hasim run 测量；本页只讲演练。',
  },
  cause: {
    en: (cause, share, minutes, workload) =>
      `${cause} alone causes ${share} of the downtime of ${workload}, ${minutes} a year.`,
    zh: (cause, share, minutes, workload) => `仅“${cause}”一项就占 ${workload} 停机的 ${share}，每年 ${minutes}。`,
  },
  pair: {
    en: (causes, share, minutes, workload) =>
      `${causes} together cause ${share} of the downtime of ${workload}, ${minutes} a year.`,
    zh: (causes, share, minutes, workload) => `${causes} 同时故障占 ${workload} 停机的 ${share}，每年 ${minutes}。`,
  },
  twins: {
    en: (causes, share, minutes, workload) =>
      `${causes}, alike as far as was measured, together cause ${share} of the downtime of ${workload}, ${minutes} a year.`,
    zh: (causes, share, minutes, workload) =>
      `${causes}按测得的结果不分高下，合计占 ${workload} 停机的 ${share}，每年 ${minutes}。`,
  },
  both: { en: (first, last) => `${first} and ${last}`, zh: (first, last) => `${first}与${last}` },
  others: {
    en: (names, more) => `${names} and ${more} more of the kind`,
    zh: (names, more) => `${names}及另外 ${more} 项同类`,
  },
  phase: {
    en: (phase, share) => `${share} of that goes to “${phase}”: `,
    zh: (phase, share) => `其中 ${share} 花在“${phase}”：`,
  },
  settings: {
    en: (paths) => ` (set by ${paths})`,
    zh: (paths) => `（由 ${paths} 决定）`,
  },
  missed: {
    en: (loss, span, target) => `Losing ${loss} takes ${span} at p95; ${target} was asked for.`,
    zh: (loss, span, target) => `失去 ${loss} 时 p95 为 ${span}，要求 ${target}。`,
  },
  notBackAtAll: {
    en: (loss, target) => `After losing ${loss} too many drills end without service; ${target} was asked for.`,
    zh: (loss, target) => `失去 ${loss} 后，太多次演练到结束仍未恢复，要求 ${target}。`,
  },
  more: { en: (count) => `${count} more below`, zh: (count) => `另有 ${count} 项见下文` },
  mostly: {
    en: (phase, span) => `Most of it, ${span} on average, goes to “${phase}”: `,
    zh: (phase, span) => `其中最多的是“${phase}”，平均 ${span}：`,
  },
  hopeless: {
    en: (fault) => `After ${fault} nothing but repair helps: no plan and no copy brings service back.`,
    zh: (fault) => `${fault} 之后只能等修复：没有预案也没有副本能恢复服务。`,
  },
  against: {
    en: (tier, scope) => `tier ${tier} against the loss of one ${scope}`,
    zh: (tier, scope) => `失去一个${scope}时：第 ${tier} 级`,
  },
  minutes: { en: (figure) => `${figure} down a year`, zh: (figure) => `每年停机 ${figure}` },
  workloads: {
    en: (count) => `the worst of ${counted(count, 'workload')}`,
    zh: (count) => `${count} 项业务中最差的`,
  },
  lostFor: { en: (span) => `what is lost stays lost ${span}`, zh: (span) => `失去者 ${span}内不恢复` },
  discarded: {
    en: (stores) =>
      `The RPO of damaged data counts back from the damage; good writes thrown away since, mean of a drill: ${stores}.`,
    zh: (stores) => `损坏数据的 RPO 从损坏时刻向前计；此后因回退而丢弃的正确写入（每次演练平均）：${stores}。`,
  },
  writes: {
    en: (store, writes) => `${store} ${counted(writes, 'write')}`,
    zh: (store, writes) => `${store} ${writes} 笔`,
  },
  notBack: { en: (share) => `${share} not back`, zh: (share) => `${share} 未恢复` },
  open: { en: (share) => `${share} still dark`, zh: (share) => `${share} 仍不可用` },
};
