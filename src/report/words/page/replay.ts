import { counted } from '../counted.ts';
/** What a replay says. */
export const REPLAY = {
  about: {
    en: 'Pick an incident or a drill and play it on the drawing: truth (what is broken), belief (what observers think) and role (who is primary) change; downtime lives in the gaps between them. Shares on the ways are what gets through, of all demand; retries come on top.',
    zh: '选择一次中断或演练，在架构图上播放：实情（坏了什么）、判断（观测者认为如何）和角色（谁是主）逐步变化；停机就发生在三者的空隙里。线上的比例是实际通过的请求占全部需求的份额，重试另计在内。',
  },
  /** Of so many faults that users noticed so many are played; what of incidents stands between. */
  drillsPlayed: {
    en: (faults: string, ofFaults: string, incidents: string) =>
      ` Here are drills of ${faults} of ${counted(ofFaults, 'fault')} that users noticed, the worst of each class${incidents === '' ? '' : `, and ${incidents}`}; hasim drill --fault NAME --timelines tells any other fault.`,
    zh: (faults: string, ofFaults: string, incidents: string) =>
      `此处有用户察觉的 ${ofFaults} 种故障中 ${faults} 种的演练（每类中最差的）${incidents === '' ? '' : `，以及 ${incidents}`}；其余故障见 hasim drill --fault 名称 --timelines。`,
  },
  ofIncidents: {
    en: (incidents: string, ofIncidents: string) => `${incidents} of ${counted(ofIncidents, 'incident')}`,
    zh: (incidents: string, ofIncidents: string) => `${ofIncidents} 次中断中的 ${incidents} 次`,
  },
  incidentsPlayed: {
    en: (incidents: string) => ` Here are ${incidents}.`,
    zh: (incidents: string) => `此处有 ${incidents}。`,
  },
  pick: { en: 'What to play', zh: '选择播放内容' },
  play: { en: 'Play', zh: '播放' },
  pause: { en: 'Pause', zh: '暂停' },
  back: { en: 'One step back', zh: '上一步' },
  forward: { en: 'One step on', zh: '下一步' },
  time: { en: 'Moment', zh: '时刻' },
  served: { en: 'Requests served', zh: '得到服务的请求' },
  exposed: { en: 'RPO if the disaster came now', zh: '若灾难此刻发生的 RPO' },
  lanes: { en: 'Who was waiting for what', zh: '谁在等什么' },
  lanesAbout: {
    en: 'Time is logarithmic: the first seconds have as much room as the hours after them.',
    zh: '时间为对数刻度：最初几秒与之后的几小时同样清楚。',
  },
  runbook: { en: 'Runbook', zh: '时间线' },
  when: { en: 'when', zh: '时间' },
  who: { en: 'who', zh: '谁' },
  what: { en: 'what', zh: '发生了什么' },
  drill: { en: (fault: string) => `Drill: ${fault}`, zh: (fault: string) => `演练：${fault}` },
  incident: { en: (trigger: string) => `Incident: ${trigger}`, zh: (trigger: string) => `中断事件：${trigger}` },
  whose: {
    en: (workload: string, which: string) => `${workload}, ${which}: `,
    zh: (workload: string, which: string) => `${workload}，${which}：`,
  },
  which: { typical: { en: 'typical', zh: '典型' }, worst: { en: 'worst', zh: '最差' } },
  lost: { en: (time: string) => `down ${time}`, zh: (time: string) => `停机 ${time}` },
  masked: { en: 'users noticed nothing', zh: '用户无感' },
  never: { en: 'not back', zh: '未恢复' },
  left: {
    en: (count: string) => `${counted(count, 'more line is', 'more lines are')} left out.`,
    zh: (count: string) => `另有 ${count} 行未列出。`,
  },
  users: { en: (workload: string) => `users of ${workload}`, zh: (workload: string) => `${workload} 的用户` },
  plan: { en: (plan: string) => `plan ${plan}`, zh: (plan: string) => `预案 ${plan}` },
  switches: { en: (thing: string) => `${thing} switches`, zh: (thing: string) => `${thing} 切换` },
  broken: { en: (thing: string) => `${thing} broken`, zh: (thing: string) => `${thing} 已坏` },
  some: {
    en: (broken: string, all: string) => `✕ ${broken} of ${all} broken`,
    zh: (broken: string, all: string) => `✕ ${all} 个中坏 ${broken} 个`,
  },
  all: { en: '✕ broken', zh: '✕ 已坏' },
  believed: { en: '? believed bad', zh: '? 被认为已坏' },
  states: {
    switching: { en: 'switching over', zh: '切换中' },
    fenced: { en: 'fenced', zh: '已隔离' },
    'writes-stopped': { en: 'writes stopped', zh: '已停写' },
    restoring: { en: 'restoring', zh: '恢复数据中' },
    'fallen-back': { en: 'async now', zh: '退为异步' },
    damaged: { en: 'wrong data', zh: '数据有误' },
    gone: { en: 'data gone', zh: '数据丢失' },
  },
  uses: { en: (store: string) => `uses ${store}`, zh: (store: string) => `使用 ${store}` },
} as const;
