import { byNumber, counted } from './counted.ts';
import type { Phrase } from './phrase.ts';

export interface DrillWords {
  /** Faults, drills of each. */
  readonly times: Phrase<2>;
  readonly lostFor: Phrase;
  readonly points: Readonly<Record<'title' | 'about' | 'whole' | 'lost' | 'open', string>> & { readonly more: Phrase };
  readonly worst: string;
  readonly bounds: string;
  readonly recovery: string;
  readonly injected: string;
  readonly faults: Readonly<
    Record<'lost' | 'cut' | 'damaged' | 'disk-lost' | 'disks-lost' | 'backups-lost' | 'bad-change', string>
  >;
  readonly failed: string;
  readonly least: string;
  readonly by: string;
  readonly people: string;
  readonly automation: string;
  readonly itself: string;
  readonly notBack: string;
  /** So many faults were never noticed by users. */
  readonly masked: Phrase;
  readonly store: string;
  /** What became of writes, the mean of a drill. */
  readonly writes: string;
  readonly writesLost: string;
  readonly orphaned: string;
  readonly discarded: string;
  readonly gone: string;
  readonly wrong: string;
  readonly mean: string;
  /** The p95 with and without a phase. */
  readonly without: string;
  readonly ifPerfect: string;
  readonly single: string;
  readonly singleAbout: string;
  /** Nothing but repair helps after these; these stop it until something takes over; these do sometimes. */
  readonly fatal: string;
  readonly stops: string;
  readonly seldom: string;
  readonly pairs: string;
  readonly pairsAbout: string;
  /** Pairs drilled, of so many, drills of each. */
  readonly pairsDone: Phrase<3>;
  /** The second strikes so long after the first, from and to. */
  readonly secondAfter: Phrase<2>;
  readonly noPairs: string;
  readonly implied: Phrase;
  readonly and: string;
  readonly comesOfIt: string;
  readonly harms: Readonly<Record<'never-back' | 'stops' | 'lost-for-good' | 'left-wrong', string>>;
  readonly runbook: string;
  readonly moreRunbooks: Phrase;
  /** Cut short: so many faults were drilled, of so many of them drills are told step by step. */
  readonly interrupted: Phrase;
  readonly interruptedTelling: Phrase<2>;
  /** So many faults of so many were drilled. */
  readonly undrilled: Phrase<2>;
  /** Of so many faults, of so many, drills are told step by step. */
  readonly untold: Phrase<2>;
  /** The number of a drill. */
  readonly number: Phrase;
  readonly unhurt: string;
  readonly backAfter: Phrase;
}

export const DRILL_EN: DrillWords = {
  times: (faults, times) => `${counted(faults, 'fault')} drilled, ${counted(times, 'time')} each at random moments`,
  lostFor: (long) => `a drill ends ${long} after its strike; what is lost stays lost till then`,
  points: {
    title: 'WHAT BECAME OF THE DATA',
    about:
      'of the drills, those in which a store that users are served from had all its data and nothing took over (whole), was gone, wrong or left behind for a store that nothing feeds from it at the end (lost), or was dark with nothing in its place (open); p95: the recovery point',
    whole: 'whole',
    lost: 'lost',
    open: 'open',
    more: (n) => `${n} more with --json`,
  },
  worst: 'worst domain of each',
  bounds: '95 % sure',
  recovery: 'recovery time (RTO) of the drills that came back',
  injected: 'injected',
  faults: {
    lost: 'lost',
    cut: 'cut',
    damaged: 'damaged',
    'disk-lost': 'disk lost',
    'disks-lost': 'all disks lost',
    'backups-lost': 'backups lost',
    'bad-change': 'bad change',
  },
  failed: 'not back',
  least: 'served ≥',
  by: 'by',
  people: 'people',
  automation: 'plan',
  itself: 'itself',
  notBack: 'not back',
  masked: (faults) => `${counted(faults, 'more fault was', 'more faults were')} never noticed by its users.`,
  store: 'store',
  writes: 'writes, mean of a drill; data gone or wrong, share of the drills',
  writesLost: 'lost',
  orphaned: 'left',
  discarded: 'undone',
  gone: 'for good',
  wrong: 'left wrong',
  mean: 'mean',
  without: 'p95 → without it',
  ifPerfect: 'and if a step took no time',
  single: 'SINGLE POINTS OF FAILURE',
  singleAbout: 'one fault, service below its level',
  fatal: 'nothing but repair helps after',
  stops: 'longer than a blip, until something takes over or it is repaired',
  seldom: 'only in some of the drills',
  pairs: 'PAIRS OF FAULTS',
  pairsAbout: 'that hurt beyond either alone',
  pairsDone: (done, asked, times) => `${done} of ${counted(asked, 'pair')}, ${counted(times, 'time')} each`,
  secondAfter: (from, to) => `the second ${from} to ${to} after the first`,
  noPairs: 'No two of them hurt more than the worse of the two.',
  implied: (n) => `${counted(n, 'more pair contains', 'more pairs contain')} one of these.`,
  and: 'and',
  comesOfIt: 'then',
  harms: {
    'never-back': 'not back',
    stops: 'stops',
    'lost-for-good': 'lost for good',
    'left-wrong': 'left wrong',
  },
  runbook: 'RUNBOOK',
  moreRunbooks: (n) => `${counted(n, 'more fault is', 'more faults are')} told with --fault or --json.`,
  interrupted: (done) => `Interrupted: this is what ${counted(done, 'fault')} came to; of the others nothing is told.`,
  interruptedTelling: (done, told) =>
    `Interrupted: this is what ${counted(done, 'fault')} came to, of which drills of ${told} are told step by step.`,
  undrilled: (done, all) =>
    `INTERRUPTED: ${done} of ${counted(all, 'fault')} ${byNumber(done, 'was', 'were')} drilled. Nothing is known of the others, and nothing that asks about them is met.`,
  untold: (told, all) =>
    `Told step by step: drills of ${told} out of ${counted(all, 'fault')}, the worst of each class. Of any other: hasim drill --fault NAME --timelines`,
  number: (n) => `drill ${n}`,
  unhurt: 'not hurt',
  backAfter: (long) => `back after ${long}`,
};

export const DRILL_ZH: DrillWords = {
  times: (faults, times) => `演练 ${faults} 种故障，每种在随机时刻 ${times} 次`,
  lostFor: (long) => `每次演练在故障发生 ${long}后结束，失去者至此不恢复`,
  points: {
    title: '数据的结局',
    about:
      '各次演练中，服务用户的存储：数据齐全且无接管（完整）、最终丢失、有误或被未同步的另一存储取代（丢失）、最终不可达且无替代（未定）的比例；p95 为恢复点',
    whole: '完整',
    lost: '丢失',
    open: '未定',
    more: (n) => `另有 ${n} 行见 --json`,
  },
  worst: '各取最差的故障域',
  bounds: '95 % 把握',
  recovery: '已恢复的演练的恢复时间 (RTO)',
  injected: '注入',
  faults: {
    lost: '失去',
    cut: '中断',
    damaged: '数据损坏',
    'disk-lost': '磁盘数据丢失',
    'disks-lost': '全部磁盘数据丢失',
    'backups-lost': '备份丢失',
    'bad-change': '错误变更',
  },
  failed: '未恢复',
  least: '最低服务',
  by: '由',
  people: '人员',
  automation: '预案',
  itself: '自身',
  notBack: '未恢复',
  masked: (faults) => `另有 ${faults} 种故障用户毫无察觉。`,
  store: '存储',
  writes: '写入（每次演练平均）；数据丢失或错误（占演练的比例）',
  writesLost: '丢失',
  orphaned: '滞留',
  discarded: '回退丢弃',
  gone: '永久丢失',
  wrong: '仍错误',
  mean: '平均',
  without: 'p95 → 去掉此步',
  ifPerfect: '以及若某一步不花时间',
  single: '单点故障',
  singleAbout: '单个故障即令服务低于水平',
  fatal: '以下故障之后只有修复才能恢复',
  stops: '中断超过闪断，直到有接替或修复',
  seldom: '仅在部分演练中发生',
  pairs: '故障组合',
  pairsAbout: '比其中任何一个单独发生更严重',
  pairsDone: (done, asked, times) => `${asked} 对中的 ${done} 对，每对 ${times} 次`,
  secondAfter: (from, to) => `第二个在第一个之后 ${from} 到 ${to}`,
  noPairs: '没有两个故障同时发生比其中较重者更严重。',
  implied: (n) => `另有 ${n} 对包含以上某一对。`,
  and: '加上',
  comesOfIt: '则',
  harms: {
    'never-back': '未恢复',
    stops: '中断',
    'lost-for-good': '永久丢失',
    'left-wrong': '数据仍错误',
  },
  runbook: '演练实录',
  moreRunbooks: (n) => `另有 ${n} 种故障，见 --fault 或 --json。`,
  interrupted: (done) => `已中断：以下是已完成的 ${done} 种故障的结果，其余不在此列。`,
  interruptedTelling: (done, told) => `已中断：以下是已完成的 ${done} 种故障的结果，其中 ${told} 种的演练逐步列出。`,
  undrilled: (done, all) => `已中断：${all} 种故障中演练了 ${done} 种。其余情况未知，涉及其余故障的目标不判为达到。`,
  untold: (told, all) =>
    `${all} 种故障中有 ${told} 种的演练逐步列出：每类中最差的。其余任何一种：hasim drill --fault 名称 --timelines`,
  number: (n) => `第 ${n} 次演练`,
  unhurt: '未受影响',
  backAfter: (long) => `${long}后恢复`,
};
