import type { Change } from '../../experiment/index.ts';

/** What is said of a result against an earlier one. */
export interface ChangeWords {
  readonly title: string;
  readonly nothing: string;
  /** Minutes of downtime a year: by how much, with an interval or none, from, to. */
  readonly downtime: (by: string, range: string, before: string, after: string) => string;
  readonly sameDowntime: string;
  readonly noLonger: (scope: string, before: string, after: string) => string;
  readonly reaches: (scope: string, after: string, before: string) => string;
  readonly noTier: string;
  readonly figures: Readonly<
    Record<Change['drills'][number]['what'], (of: string, before: string, after: string) => string>
  >;
  /** What a figure was and is, and by how much that differs. */
  readonly by: (said: string, difference: string) => string;
  readonly none: string;
  /** Made under other conditions: figures differ by chance too. */
  readonly differs: (flags: string) => string;
}

export const CHANGE_EN: ChangeWords = {
  title: 'SINCE THE BASELINE',
  nothing: 'Nothing that both have measured has changed.',
  downtime: (by, range, before, after) => `${by} min/year of downtime${range}: ${before} → ${after}`,
  sameDowntime: 'the same downtime',
  noLonger: (scope, before, after) => `${scope} loss: no longer tier ${before}, now ${after}`,
  reaches: (scope, after, before) => `${scope} loss: now tier ${after}, was ${before}`,
  noTier: 'none',
  figures: {
    rto: (of, before, after) => `RTO p95 of ${of} ${before} → ${after}`,
    rpo: (of, before, after) => `RPO p95 of ${of} ${before} → ${after}`,
    failed: (of, before, after) => `${of} not back in ${before} → ${after} of the drills`,
  },
  by: (said, difference) => `${said}: ${difference}`,
  none: 'none',
  differs: (flags) => `the baseline was made with other ${flags}: figures differ by chance too`,
};

export const CHANGE_ZH: ChangeWords = {
  title: '与基线相比',
  nothing: '两次都测量的内容没有变化。',
  downtime: (by, range, before, after) => `每年停机 ${by} 分钟${range}：${before} → ${after}`,
  sameDowntime: '停机时间相同',
  noLonger: (scope, before, after) => `失去${scope}：不再达到 ${before} 级，现为 ${after}`,
  reaches: (scope, after, before) => `失去${scope}：现达到 ${after} 级，原为 ${before}`,
  noTier: '无',
  figures: {
    rto: (of, before, after) => `${of} 的 RTO p95 ${before} → ${after}`,
    rpo: (of, before, after) => `${of} 的 RPO p95 ${before} → ${after}`,
    failed: (of, before, after) => `${of} 未恢复的演练占比 ${before} → ${after}`,
  },
  by: (said, difference) => `${said}：${difference}`,
  none: '无',
  differs: (flags) => `基线所用的 ${flags} 不同：数字的差异也含随机成分`,
};
