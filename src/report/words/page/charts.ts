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
  phasesAbout: { en: 'What users were waiting for.', zh: '用户当时在等什么。' },
  causes: {
    en: (workload: string) => `Downtime of ${workload} by cause`,
    zh: (workload: string) => `${workload} 的停机按原因`,
  },
  causesAbout: {
    en: 'All that was broken at that moment; the ten that cost the most.',
    zh: '当时的全部故障；列出代价最大的十项。',
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
    en: 'Share of time in which the next disaster would cost data.',
    zh: '下一次灾难会丢数据的时间所占比例。',
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
  compareAbout: {
    en: 'Under the same disasters; the intervals stand in the table below.',
    zh: '面对相同的灾难；区间见下表。',
  },
  downtime: { en: 'Downtime a year', zh: '每年停机' },
  interval: { en: '95 % interval', zh: '95 % 区间' },
  costs: { en: 'Cost against downtime', zh: '成本与停机' },
  costsAbout: {
    en: 'Each dot is an architecture: further left costs less, further down is down less.',
    zh: '每个点是一个架构：越靠左越便宜，越靠下停机越少。',
  },
  total: {
    en: (years: string) => `cost in ${years} years, without downtime`,
    zh: (years: string) => `${years} 年成本（不含停机）`,
  },
} as const;
