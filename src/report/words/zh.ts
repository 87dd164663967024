import { CHANGE_ZH } from './change.ts';
import { CHECK_ZH } from './check.ts';
import { COMPARE_ZH } from './compare.ts';
import { DRILL_ZH } from './drill.ts';
import { COST_ZH, USE_ZH } from './economy.ts';
import { EVIDENCE_ZH } from './evidence.ts';
import { FALSIFY_ZH } from './falsify.ts';
import { AVAILABILITY_ZH, OBJECTIVES_ZH } from './objectives.ts';
import { rareChinese } from './rare.ts';
import { CAUSES_ZH, PHASES_ZH, RECOVERY_ZH } from './recovery.ts';
import { HEADROOM_ZH, SLA_ZH } from './resilience.ts';
import { STANDARD_ZH } from './standard-zh.ts';
import { COUNTS_ZH, STORES_ZH } from './stores.ts';
import { sweepChinese } from './sweep.ts';
import { TIMELINE_ZH } from './timeline-zh.ts';
import { VERDICT_ZH } from './verdict.ts';
import type { Words } from './words.ts';
import { ZH_NAMES } from './zh-names.ts';

/** Terms as GB/T 20988 uses them where it has one: 灾难恢复, 恢复时间, 恢复点, 切换, 演练, 预案. */
export const ZH: Words = {
  units: {
    ms: (n) => `${n} 毫秒`,
    s: (n) => `${n} 秒`,
    min: (n) => `${n} 分钟`,
    h: (n) => `${n} 小时`,
    d: (n) => `${n} 天`,
    y: (n) => `${n} 年`,
  },
  range: (low, high) => `${low} 至 ${high}`,
  listSeparator: '、',
  more: (n) => `另有 ${n} 项，见 --json`,
  noneSeen: '未出现',
  neverSeen: (seen, atMost, confidence) => `${seen} 年内未出现：少于每 ${atMost} 年 1 次（${confidence}）`,
  perYear: (n) => `每年 ${n} 次`,
  onceIn: (years) => `${years} 年 1 次`,
  notKnown: '未知',
  work: {
    repaired: (file, lines) => `${file}：日志中有 ${lines} 行已损坏，略去并重新计算。`,
    notKept: '失败的运行不写入证据包。',
    keeping: '已中断：正在写入已完成部分的证据包；再按一次 Ctrl-C 则放弃。',
    partlyKept: '已中断：证据包保存已完成的部分，清单中已注明。',
    notFinished: '已中断：尚无任何部分完成，不写入证据包。',
    keptOf: {
      'max-time': (runs) => `时间已到：证据包保存已完成的部分，与 --runs ${runs} 所得一致。`,
      interrupted: (runs) => `已中断：证据包保存已完成的部分，与 --runs ${runs} 所得一致。`,
    },
  },
  header: {
    simulated: (runs, years, total) => `${runs} 次 × ${years} 年 = 模拟 ${total} 年`,
    seed: (seed) => `种子 ${seed}`,
    interrupted: (done, asked) => `已中断：完成 ${asked} 次中的 ${done} 次，以下数字只含已完成的部分。`,
    timeUp: (done, asked) =>
      `时间已到：完成 ${asked} 次中的 ${done} 次，以下数字只含已完成的部分；用 --runs ${done} 可得到同样的结果。`,
    failed: (done, asked) => `失败：完成 ${asked} 次中的 ${done} 次，以下数字只含已完成的部分。`,
    nothingDone: '已中断：前 64 次尚未完成，没有可报告的结果。',
    precisionReached: (what, reached, asked) =>
      `要求的各项精度均达到 ± ${asked} 后停止；最后达到的是${what}（± ${reached}）。`,
    precisionMissed: (what, reached, asked) => `未定：${what}的精度只有 ± ${reached}（要求 ${asked}）。`,
    tooFew: (what, known) => `未定：${what}的样本太少：${known}。`,
    seenOnly: (n) => `只见到 ${n} 次`,
    seenEndless: (n) => `见到 ${n} 次，其中超过 5 % 到结束时未恢复，或数据被留下`,
    moreUnsure: (n) => `另有 ${n} 项精度不足：见 --json。可增大 --max-runs 或 --years。`,
    ofWorkload: (name) => `${name} 的停机时间`,
    recoveryTime: (name, kind) => `${name === '' ? '' : `${name} `}${kind === '' ? '' : `在${kind}后`}的 RTO（p95）`,
    recoveryPoint: (name, kind) => `${name === '' ? '' : `${name} `}${kind === '' ? '' : `在${kind}后`}的 RPO（p95）`,
  },
  availability: AVAILABILITY_ZH,
  objectives: OBJECTIVES_ZH,
  recovery: RECOVERY_ZH,
  phases: PHASES_ZH,
  causes: CAUSES_ZH,
  stores: STORES_ZH,
  counts: COUNTS_ZH,
  headroom: HEADROOM_ZH,
  sla: SLA_ZH,
  assumptions: {
    title: '假设',
    about: (unsourced, all) => `${all} 项默认值中 ${unsourced} 项没有公开出处`,
    more: (n) => `另有 ${n} 项，见 --json`,
    byDowntime: '与停机关系最大的在前：停机时已坏的，以及其间所等待的；相同时没有公开出处的在前。',
    bySource: '没有公开出处的在前。',
  },
  names: ZH_NAMES,
  foot: { replay: '重现', trace: '踪迹' },
  classes: {
    instance: '实例',
    component: '组件',
    rack: '机架',
    service: '服务',
    zone: '可用区',
    region: '地域',
    idc: '机房',
    area: '区域灾害',
    link: '链路',
    domain: '故障域',
    damage: '数据损坏',
    copy: '数据副本',
    mistake: '人为错误',
    control: '管控面',
    plan: '预案',
  },
  timeline: TIMELINE_ZH,
  sweep: sweepChinese,
  verdict: VERDICT_ZH,
  rare: rareChinese,
  progress: {
    runs: (done, asked) => `第 ${done} 次，共 ${asked} 次`,
    rate: (perSecond) => `每秒 ${perSecond} 次`,
    left: (span) => `还需 ${span}`,
  },
  compare: COMPARE_ZH,
  drill: DRILL_ZH,
  use: USE_ZH,
  cost: COST_ZH,
  standard: STANDARD_ZH,
  check: CHECK_ZH,
  evidence: EVIDENCE_ZH,
  falsify: FALSIFY_ZH,
  change: CHANGE_ZH,
};
