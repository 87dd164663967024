import { counted } from './counted.ts';
import type { Phrase } from './phrase.ts';

/** What is said of a check beside its objectives. */
export interface CheckWords {
  readonly drills: Phrase;
  readonly verdicts: Readonly<Record<'met' | 'missed' | 'undecided', string>>;
  readonly interrupted: string;
}

export const CHECK_EN: CheckWords = {
  drills: (times) => `${counted(times, 'drill')} of each loss`,
  verdicts: {
    met: 'All objectives are met.',
    missed: 'An objective is missed.',
    undecided: 'Undecided: the bounds hold a target; more --runs or --times narrow them.',
  },
  interrupted: 'Interrupted: a check that is not whole says nothing.',
};

export const CHECK_ZH: CheckWords = {
  drills: (times) => `每种损失演练 ${times} 次`,
  verdicts: {
    met: '全部目标达成。',
    missed: '有目标未达成。',
    undecided: '尚不能判定：目标落在置信界之间；加大 --runs 或 --times。',
  },
  interrupted: '已中断：未完成的检查不作结论。',
};
