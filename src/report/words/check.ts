import { counted } from './counted.ts';
import type { Phrase } from './phrase.ts';

/** What is said of a check beside its objectives. */
export interface CheckWords {
  readonly drills: Phrase;
  readonly verdicts: Readonly<Record<'met' | 'missed' | 'undecided', string>>;
  /** Before anything was finished. */
  readonly interrupted: string;
  /** How much was finished of what was asked for. */
  readonly cutRuns: Phrase<2>;
  readonly cutDrills: Phrase<2>;
  readonly and: string;
  readonly cut: Phrase;
}

export const CHECK_EN: CheckWords = {
  drills: (times) => `${counted(times, 'drill')} of each loss`,
  verdicts: {
    met: 'All objectives are met.',
    missed: 'An objective is missed.',
    undecided: 'Undecided: the bounds hold a target; more --runs or --times narrow them.',
  },
  interrupted: 'INTERRUPTED before anything was finished: there is nothing to judge.',
  cutRuns: (done, all) => `${done} of ${counted(all, 'run')}`,
  cutDrills: (done, all) => `drills of ${done} of ${counted(all, 'fault')}`,
  and: ' and ',
  cut: (finished) =>
    `INTERRUPTED: finished are ${finished}. What these miss is missed; the check as a whole is met only when all is done.`,
};

export const CHECK_ZH: CheckWords = {
  drills: (times) => `每种损失演练 ${times} 次`,
  verdicts: {
    met: '全部目标达成。',
    missed: '有目标未达成。',
    undecided: '尚不能判定：目标落在置信界之间；加大 --runs 或 --times。',
  },
  interrupted: '已中断：尚无任何部分完成，无从判定。',
  cutRuns: (done, all) => `${all} 次运行中的 ${done} 次`,
  cutDrills: (done, all) => `${all} 种故障中 ${done} 种的演练`,
  and: '、',
  cut: (finished) => `已中断：完成了${finished}。据此未达成的目标即为未达成；全部完成后检查才可能整体判为达成。`,
};
