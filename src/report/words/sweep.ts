import type { MeasureKind } from '../../experiment/index.ts';
import { byNumber, counted } from './counted.ts';

/** What the report of a sweep says, in one language. */
export interface SweepWords {
  readonly title: string;
  /** Points, of which so many differ. */
  readonly grid: (points: string, distinct: string) => string;
  readonly sample: (points: string, distinct: string) => string;
  readonly eachOf: (runs: string, years: string) => string;
  readonly interrupted: (run: string, distinct: string) => string;
  readonly points: string;
  /** What the differences are to. */
  readonly againstPoint: (point: string) => string;
  readonly againstScenario: string;
  readonly against: string;
  /** So many points are shown of so many. */
  readonly onlyFront: (shown: string, all: string) => string;
  readonly front: (measures: string) => string;
  /** Of what a p95 is. */
  readonly worst: string;
  readonly sensitivity: string;
  readonly sensitivityAbout: string;
  readonly explained: (share: string) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly effect: string;
  /** Of what is known without a run. */
  readonly same: string;
  readonly interval: string;
  readonly rank: string;
  readonly parameter: string;
  readonly none: string;
  /** A measure of a workload or a store. */
  readonly measureOf: (measure: string, of: string) => string;
  readonly measures: Readonly<Record<MeasureKind, string>>;
  /** Where what is finished is kept. */
  readonly journal: (file: string) => string;
  readonly resumed: (done: string, all: string) => string;
  /** Nobody works at the Redis yet. */
  readonly noWorkers: string;
  /** A shard has ended. */
  readonly shardDone: (shard: string, file: string) => string;
}

export const sweepEnglish: SweepWords = {
  title: 'SWEEP',
  grid: (points, distinct) => `every combination: ${counted(points, 'point')}, ${distinct} of them different`,
  sample: (points, distinct) => `Latin hypercube: ${counted(points, 'point')}, ${distinct} of them different`,
  eachOf: (runs, years) =>
    `${counted(runs, 'run')} of ${counted(years, 'year')} at each point, the same disasters for all`,
  interrupted: (run, distinct) =>
    `INTERRUPTED: ${run} of ${counted(distinct, 'different point')} ${byNumber(run, 'is', 'are')} done; the rest is not shown.`,
  points: 'POINTS',
  againstPoint: (point) => `differences to point ${point}, paired by run`,
  againstScenario: 'differences to the scenario as it is written, paired by run',
  against: 'difference',
  onlyFront: (shown, all) =>
    `${shown} of ${counted(all, 'point')} ${byNumber(shown, 'is', 'are')} shown, those of the front first; --csv and --json hold all`,
  front: (measures) => `* on the Pareto front of ${measures}: none is as good in all and better in one`,
  worst:
    'a worst p95 is that of the store, class and domain that fare worst at its point; the note in --json names them; its bounds are 95 % sure each, as if recoveries were independent and it were known beforehand which is the worst',
  sensitivity: 'WHAT MOVES WHAT',
  sensitivityAbout: 'on average over the other parameters; 95 % intervals over the runs',
  explained: (share) => `together they explain ${share} of what differs between points`,
  fromTo: (from, to) => `${from} → ${to}`,
  effect: 'effect',
  same: 'no difference',
  interval: 'interval',
  rank: 'rank correlation',
  parameter: 'parameter',
  none: 'nothing moves it',
  measureOf: (measure, of) => `${measure}, ${of}`,
  measures: {
    downtime: 'downtime a year',
    availability: 'availability',
    incidents: 'incidents a year',
    planned: 'planned downtime a year',
    rto: 'worst RTO p95',
    rpo: 'worst RPO p95',
    'writes-lost': 'writes lost a year',
    'split-brain': 'split brain a year',
    cost: 'cost, 3 years',
    'downtime-cost': 'cost of downtime a year',
  },
  journal: (file) => `finished points are kept in ${file}`,
  resumed: (done, all) => `${done} of ${counted(all, 'different point')} ${byNumber(done, 'was', 'were')} done before`,
  noWorkers: 'No worker is there yet: start hasim worker --redis … on as many machines as are wanted.',
  shardDone: (shard, file) =>
    `Shard ${shard} is done: ${file}. When all are, hasim merge makes one result of their files.`,
};

export const sweepChinese: SweepWords = {
  title: '参数扫描',
  grid: (points, distinct) => `全部组合：${points} 个点，其中 ${distinct} 个互不相同`,
  sample: (points, distinct) => `拉丁超立方：${points} 个点，其中 ${distinct} 个互不相同`,
  eachOf: (runs, years) => `每点 ${runs} 次运行，每次 ${years} 年，各点灾难相同`,
  interrupted: (run, distinct) => `已中断：${distinct} 个不同的点中完成了 ${run} 个；其余不在此列。`,
  points: '各点',
  againstPoint: (point) => `与第 ${point} 点之差，按每次运行配对`,
  againstScenario: '与场景原样之差，按每次运行配对',
  against: '差值',
  onlyFront: (shown, all) => `共 ${all} 个点，此处列出 ${shown} 个，前沿上的在先；全部见 --csv 与 --json`,
  front: (measures) => `* 在 ${measures} 的帕累托前沿上：没有别的点样样不差且有一样更好`,
  worst:
    '最差 p95 取该点上最差的存储、灾难类别与范围；--json 中的 note 注明是哪些；其上下限各有 95 % 把握，按各次恢复相互独立、且事先已知何者最差计算',
  sensitivity: '何者影响何者',
  sensitivityAbout: '对其余参数取平均；95 % 区间按运行计算',
  explained: (share) => `合起来解释各点差异的 ${share}`,
  fromTo: (from, to) => `${from} → ${to}`,
  effect: '影响',
  same: '没有差别',
  interval: '区间',
  rank: '秩相关',
  parameter: '参数',
  none: '没有参数影响它',
  measureOf: (measure, of) => `${measure}（${of}）`,
  measures: {
    downtime: '每年停机',
    availability: '可用性',
    incidents: '每年事件',
    planned: '每年计划停机',
    rto: '最差 RTO p95',
    rpo: '最差 RPO p95',
    'writes-lost': '每年丢失写入',
    'split-brain': '每年双主',
    cost: '三年成本',
    'downtime-cost': '每年停机损失',
  },
  journal: (file) => `已完成的点保存在 ${file}`,
  resumed: (done, all) => `${all} 个不同的点中，先前已完成 ${done} 个`,
  noWorkers: '尚无工作进程：在任意多台机器上启动 hasim worker --redis …。',
  shardDone: (shard, file) => `第 ${shard} 份已完成：${file}。全部完成后用 hasim merge 合成一个结果。`,
};
