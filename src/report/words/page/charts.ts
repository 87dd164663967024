import { counted } from '../counted.ts';
/** What charts say. */
export const CHARTS = {
  rto: { en: 'Recovery time by what broke', zh: '各故障对象的恢复时间' },
  rtoAbout: {
    en: 'Half of the recoveries end within the first stretch, 95 % within the second, all that ended within the third. Time is logarithmic.',
    zh: '半数恢复在第一段内结束，95 % 在第二段内，所有已结束的在第三段内。时间为对数刻度。',
  },
  rpo: { en: 'Recovery point by what broke', zh: '各故障对象的恢复点' },
  rpoAbout: {
    en: 'Data left behind, in seconds of writes. What lost nothing stands at the left edge.',
    zh: '未带走的数据，以写入秒数计。无丢失的位于左端。',
  },
  upTo: { en: (p: string) => `up to ${p}`, zh: (p: string) => `至 ${p}` },
  longest: { en: 'longest', zh: '最长' },
  target: { en: (figure: string) => `asked for: ${figure}`, zh: (figure: string) => `要求 ${figure}` },
  limit: {
    en: (tier: string, figure: string) => `tier ${tier}: ${figure}`,
    zh: (tier: string, figure: string) => `第 ${tier} 级：${figure}`,
  },
  time: { en: 'time', zh: '时间' },
  phases: { en: 'Downtime by phase', zh: '停机按阶段' },
  phasesAbout: {
    en: 'What users were waiting for. Whiskers: what the time of each phase lies between, 95 % sure.',
    zh: '用户当时在等什么。须线：每个阶段时间所在的范围，95 % 把握。',
  },
  causes: {
    en: (workload: string) => `Downtime of ${workload} by cause`,
    zh: (workload: string) => `${workload} 的停机按原因`,
  },
  causesAbout: {
    en: 'All that was broken at that moment; the ten that cost the most. Whiskers: what each lies between, 95 % sure.',
    zh: '当时的全部故障；列出代价最大的十项。须线：各项所在的范围，95 % 把握。',
  },
  minutes: { en: 'downtime a year', zh: '每年停机' },
  budget: { en: (fault: string) => `RTO budget: ${fault}`, zh: (fault: string) => `RTO 预算：${fault}` },
  budgetAbout: {
    en: 'The p95 of the recovery time if one step took no time and all else were as it is. The shortest bar is the step to work on.',
    zh: '若某一步不花时间、其余不变，恢复时间 p95 会是多少。最短的一条就是最该改进的一步。',
  },
  asIs: { en: (figure: string) => `as it is: ${figure}`, zh: (figure: string) => `现状 ${figure}` },
  perfect: { en: 'p95 if this step were perfect', zh: '若此步完美时的 p95' },
  exposure: { en: 'Exposure', zh: '暴露' },
  exposureAbout: {
    en: 'Share of time in which the next disaster would cost data. Whiskers: what each lies between, 95 % sure.',
    zh: '下一次灾难会丢数据的时间所占比例。须线：各项所在的范围，95 % 把握。',
  },
  withoutStandby: { en: 'no standby in step', zh: '无同步的备机' },
  withoutCopy: { en: 'no copy elsewhere', zh: '异地无副本' },
  fallenBack: { en: 'fallen back to async', zh: '退为异步' },
  lagAboveTarget: { en: 'lag above the RPO target', zh: '延迟超过 RPO 目标' },
  share: { en: 'share of time', zh: '时间比例' },
  headroom: {
    en: (workload: string) => `What is left for ${workload} after each single loss`,
    zh: (workload: string) => `失去任何一处后 ${workload} 还剩多少`,
  },
  headroomAbout: {
    en: 'Capacity that still serves ÷ demand. Below 1 users are turned away; at 0 the way is gone until repair.',
    zh: '仍在服务的容量 ÷ 需求。低于 1 有用户被拒；为 0 则修复前无路可走。',
  },
  ratio: { en: 'capacity ÷ load', zh: '容量 ÷ 负载' },
  enough: { en: 'just enough', zh: '刚好够' },
  availability: { en: 'Unavailability', zh: '不可用度' },
  ended: { en: 'Share of recoveries that had ended by when', zh: '到何时已恢复的比例' },
  endedAbout: {
    en: 'Drills of the worst fault of each class that anything recovers from. A line that stays below 100 % has drills in which service never came back. Dashed: what is asked for, and the limits of the tiers.',
    zh: '每类中能恢复的最严重故障的演练。到不了 100 % 的线含有始终未恢复的演练。虚线为要求与各等级的限值。',
  },
  left: { en: 'Share of recoveries that left at most so much behind', zh: '丢失不超过某值的恢复比例' },
  leftAbout: {
    en: 'Drills in which something took over or was restored. What lost nothing stands at the left edge.',
    zh: '有接管或恢复发生的演练。无丢失的位于左端。',
  },
  drills: { en: 'share of drills', zh: '演练比例' },
  restored: {
    en: (fault: string) => `Users served again after ${fault}`,
    zh: (fault: string) => `“${fault}”之后恢复服务的用户`,
  },
  restoredAbout: {
    en: (workload: string) => `Mean of all drills; the band holds 90 % of them for ${workload}. Time is logarithmic.`,
    zh: (workload: string) => `全部演练的均值；色带含 ${workload} 90 % 的演练。时间为对数刻度。`,
  },
  band: { en: '5 % to 95 % of the drills', zh: '5 %–95 % 的演练' },
  since: { en: 'time since the loss', zh: '故障后经过的时间' },
  served: { en: 'share served', zh: '得到服务的比例' },
  spread: {
    en: (workload: string) => `Downtime of ${workload} over the runs`,
    zh: (workload: string) => `各次运行中 ${workload} 的停机`,
  },
  spreadAbout: {
    en: 'How many runs came to how much downtime a year. One future is one of these runs; the interval is that of their mean.',
    zh: '每年停机各为多少的运行有几次。未来只会是其中一次；区间是均值的区间。',
  },
  without: {
    en: (without: string, all: string) => ` ${without} of ${counted(all, 'run')} had none.`,
    zh: (without: string, all: string) => `${all} 次运行中 ${without} 次没有停机。`,
  },
  runs: { en: 'runs', zh: '运行次数' },
  mean: { en: (figure: string) => `mean ${figure}`, zh: (figure: string) => `均值 ${figure}` },
  estimate: { en: 'mean', zh: '均值' },
  convergence: {
    en: (workload: string) => `How the estimate for ${workload} settled`,
    zh: (workload: string) => `${workload} 的估计如何收敛`,
  },
  convergenceAbout: {
    en: 'Downtime a year with its 95 % interval after so many runs.',
    zh: '若干次运行之后每年停机的估计与 95 % 区间。',
  },
  compareAbout: {
    en: 'Under the same disasters, each with its 95 % interval.',
    zh: '面对相同的灾难；须线为 95 % 区间。',
  },
  downtime: { en: 'Downtime a year', zh: '每年停机' },
  interval: { en: '95 % interval', zh: '95 % 区间' },
  costs: { en: 'Cost against downtime', zh: '成本与停机' },
  costsAbout: {
    en: 'Each dot is an architecture: further left costs less, further down is down less.',
    zh: '每个点是一个架构：越靠左越便宜，越靠下停机越少。',
  },
  costParts: {
    en: (years: string) => `Cost against downtime: ${counted(years, 'year')}`,
    zh: (years: string) => `成本与停机：${years} 年`,
  },
  costPartsAbout: {
    en: 'What is paid, and what the mean downtime costs at the rate that the scenario states.',
    zh: '支付的费用，以及按场景所述费率计算的平均停机损失。',
  },
  amount: { en: 'amount', zh: '金额' },
  money: {
    once: { en: 'once', zh: '一次性' },
    running: { en: 'running', zh: '按月' },
    staff: { en: 'staff', zh: '人员' },
    down: { en: 'downtime', zh: '停机损失' },
  },
  total: {
    en: (years: string) => `cost in ${counted(years, 'year')}, without downtime`,
    zh: (years: string) => `${years} 年成本（不含停机）`,
  },
} as const;
