/** What stands around a page: its switches, its sections, its foot. Each text beside its translation. */
export const FRAME = {
  skip: { en: 'Skip to the report', zh: '跳到报告正文' },
  sections: { en: 'Sections', zh: '章节' },
  theme: { en: 'Colours', zh: '配色' },
  themes: {
    auto: { en: 'as the system', zh: '跟随系统' },
    light: { en: 'light', zh: '浅色' },
    dark: { en: 'dark', zh: '深色' },
  },
  more: { en: 'Show all rows', zh: '显示全部' },
  noScript: {
    en: 'Scripts are off: the charts, the replay and the switches need them; every figure stands in the tables.',
    zh: '脚本已关闭：图表、回放和切换需要脚本；所有数字都在表格中。',
  },
  nav: {
    verdict: { en: 'Verdict', zh: '结论' },
    architecture: { en: 'Architecture', zh: '架构' },
    replay: { en: 'Replay', zh: '回放' },
    drills: { en: 'Drills', zh: '演练' },
    recovery: { en: 'Recovery', zh: '恢复' },
    downtime: { en: 'Downtime', zh: '停机' },
    data: { en: 'Data', zh: '数据' },
    capacity: { en: 'Capacity', zh: '容量' },
    cost: { en: 'Cost', zh: '成本' },
    sla: { en: 'SLAs', zh: 'SLA' },
    standard: { en: 'Standard', zh: '标准' },
    assumptions: { en: 'Assumptions', zh: '假设' },
    compare: { en: 'Side by side', zh: '对比' },
    change: { en: 'Since the baseline', zh: '与基线相比' },
  },
  footer: {
    version: { en: 'version', zh: '版本' },
    seed: { en: 'seed', zh: '种子' },
    scenario: { en: 'scenario (SHA-256)', zh: '场景（SHA-256）' },
    trace: { en: 'trace', zh: '轨迹' },
    replay: { en: 'The same figures again:', zh: '重现同样的数字：' },
    copy: { en: 'Copy', zh: '复制' },
    copied: { en: 'Copied', zh: '已复制' },
    colours: {
      en: 'Colours after M. Okabe and K. Ito, Color Universal Design (2008): readers with any colour vision can tell them apart.',
      zh: '配色取自 M. Okabe 与 K. Ito《Color Universal Design》(2008)，色觉不同的读者都能分辨。',
    },
    simulated: {
      en: 'Simulated, not observed: the figures are as good as the assumptions above.',
      zh: '数字由模拟得出，并非观测；其可信程度取决于上面的假设。',
    },
  },
} as const;
