/** What the sections of a page say beyond the words of every report. */
export const PARTS = {
  workload: { en: 'workload', zh: '业务' },
  nines: { en: 'nines', zh: '几个 9' },
  interval: { en: '95 % interval', zh: '95 % 区间' },
  aYear: { en: 'down a year', zh: '每年停机' },
  incidents: { en: 'incidents a year', zh: '每年中断次数' },
  lengths: { en: 'how long an incident lasts', zh: '每次持续多久' },
  remark: { en: 'remark', zh: '说明' },
  together: { en: 'broken at that moment', zh: '当时的故障' },
  source: { en: 'source', zh: '来源' },
  value: { en: 'value', zh: '取值' },
  of: { en: 'of', zh: '所属' },
  setting: { en: 'setting', zh: '设置' },
  store: { en: 'store', zh: '存储' },
  pool: { en: 'pool', zh: '服务器组' },
  place: { en: 'place', zh: '位置' },
  servers: { en: 'servers', zh: '台数' },
  load: { en: 'load', zh: '负载' },
  serves: { en: 'serves', zh: '在服务' },
  lost: { en: 'writes lost', zh: '丢失的写' },
  left: { en: 'left on old disk', zh: '留在旧盘' },
  discarded: { en: 'good writes undone', zh: '回退丢弃' },
  gone: { en: 'lost for good', zh: '永久丢失' },
  seen: { en: 'seen', zh: '次数' },
  availability: {
    title: { en: 'Availability', zh: '可用性' },
    about: {
      en: 'By time: the share of moments in which a workload is at its level. By requests: the share of all requests that are served.',
      zh: '按时间：业务达到其水平的时刻所占比例。按请求：得到服务的请求所占比例。',
    },
  },
  recovery: {
    about: {
      en: 'By what broke, never pooled: a server that dies often must not hide a zone that is lost seldom. Times run from the loss of service to its return.',
      zh: '按故障对象分列，绝不合并：常坏的一台服务器不能掩盖少见的可用区失效。时间从失去服务算到恢复服务。',
    },
    rto: { en: 'Recovery time (RTO)', zh: '恢复时间（RTA，对照 RTO）' },
    rpo: { en: 'Recovery point (RPO)', zh: '恢复点（RPA，对照 RPO）' },
  },
  downtime: {
    about: {
      en: 'Every lost minute is booked once by the phase that users were waiting for, and once by what broke.',
      zh: '每一分钟停机按用户当时等待的阶段记一次，按故障原因记一次。',
    },
    phases: { en: 'By phase', zh: '按阶段' },
    causes: { en: 'By cause', zh: '按原因' },
  },
  data: {
    about: {
      en: 'What stores lost when something took over, and how long they stood unprotected.',
      zh: '接管时存储丢失了什么，以及有多久处于无保护状态。',
    },
  },
  capacity: {
    about: {
      en: 'What is left after each single loss, at the worst moment after recovery: capacity that still serves ÷ demand. Below 1 it is overloaded. Before it, the share of requests served at the instant of the loss, and when all have done what they do.',
      zh: '失去任何一处之后、恢复后最差时刻还剩多少：仍在服务的容量 ÷ 需求。低于 1 即过载。其前两列：失去当时与一切稳定后获得服务的请求比例。',
    },
  },
  sla: {
    about: {
      en: 'The vendors’ figures multiplied along the way of a request, beside what was measured.',
      zh: '沿请求路径相乘的厂商承诺值，与实测并列。',
    },
  },
  cost: { about: { en: 'Of all that states a price.', zh: '只含写明价格的部分。' } },
  assumptions: {
    about: {
      en: 'Defaults that were filled in because the scenario does not state them: check the first of them first.',
      zh: '场景未写明而由默认值填入的项：请先核对排在最前的。',
    },
  },
  standard: {
    tiers: { en: 'The tier of each scope', zh: '各范围的等级' },
    disasters: { en: 'Disasters against the limits', zh: '各类灾难与限值' },
    elements: { en: 'The seven elements', zh: '七个要素' },
    element: { en: 'element', zh: '要素' },
    missing: { en: 'what the next tier asks for', zh: '下一级的要求' },
    documented: { en: 'What documents promise, and what was measured', zh: '文档与实测' },
    promise: { en: 'what', zh: '指标' },
    promised: { en: 'documented', zh: '文档' },
    source: { en: 'document', zh: '出处' },
  },
  drills: {
    about: {
      en: 'Each fault injected on purpose at many random moments. “Not back”: service did not return while the fault lasted.',
      zh: '在许多随机时刻有意注入每种故障。“未恢复”：故障持续期间服务没有恢复。',
    },
    heat: {
      en: 'Recovery time p95 by fault and workload, of the drills that came back',
      zh: '各故障、各业务的恢复时间 p95（已恢复的演练）',
    },
    masked: { en: (share: string) => `not noticed in ${share}`, zh: (share: string) => `无感 ${share}` },
    fatal: { en: 'Nothing but repair helps after', zh: '以下故障之后只能等修复' },
    data: { en: 'Data left behind', zh: '未带走的数据' },
    points: { en: 'What became of the data', zh: '数据的结局' },
  },
  fault: { en: 'injected', zh: '注入的故障' },
  least: { en: 'served at least', zh: '最低服务比例' },
} as const;
