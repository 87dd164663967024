import { counted } from './counted.ts';
/** What is said of bundles of evidence. */
export interface EvidenceWords {
  /** So many files, in a folder. */
  readonly kept: (files: string, folder: string) => string;
  readonly findings: Readonly<
    Record<'unreadable' | 'irregular' | 'twice' | 'missing' | 'changed' | 'unlisted' | 'differs', string>
  >;
  /** What made a bundle, and what looks at it now. */
  readonly madeBy: (made: string, now: string) => string;
  readonly not: string;
  readonly identical: (files: string) => string;
  readonly intact: (files: string) => string;
  /** Of a bundle that holds what was finished of a command when it was interrupted. */
  readonly partial: string;
}

export const EVIDENCE_EN: EvidenceWords = {
  kept: (files, folder) => `${counted(files, 'file')} of evidence in ${folder}; check them: hasim verify ${folder}`,
  findings: {
    unreadable: 'damaged, or no manifest',
    irregular: 'no regular file of this bundle (a link, a pipe, a device or a folder)',
    twice: 'listed more than once in the manifest',
    missing: 'missing',
    changed: 'changed: its SHA-256 is not that of the manifest',
    unlisted: 'not in the manifest',
    differs: 'measured again, it differs: ',
  },
  madeBy: (made, now) =>
    `made by ${made}; this is ${now}. The same bytes are promised only by one version on one major version of Node.`,
  not: 'NOT identical',
  identical: (files) => `identical: ${counted(files, 'file')} unchanged, and measured again they come out the same`,
  intact: (files) => `unchanged: ${counted(files, 'file')} as in the manifest (nothing was measured again)`,
  partial:
    'It holds what was finished of a command that was interrupted: no command asks for just that, so it is not made again.',
};

export const EVIDENCE_ZH: EvidenceWords = {
  kept: (files, folder) => `证据 ${files} 个文件，在 ${folder}；核验：hasim verify ${folder}`,
  findings: {
    unreadable: '已损坏，或不是清单',
    irregular: '不是证据包内的普通文件（而是链接、管道、设备或文件夹）',
    twice: '在清单中列出不止一次',
    missing: '缺失',
    changed: '已改动：SHA-256 与清单不符',
    unlisted: '不在清单中',
    differs: '重新测量后不同：',
  },
  madeBy: (made, now) => `由 ${made} 生成；当前是 ${now}。只有同一版本在同一 Node 主版本上才保证字节一致。`,
  not: '不一致',
  identical: (files) => `一致：${files} 个文件未改动，重新测量结果相同`,
  intact: (files) => `未改动：${files} 个文件与清单一致（未重新测量）`,
  partial: '其中是命令被中断时已完成的部分：没有命令恰好要求这些，因此不重新生成。',
};
