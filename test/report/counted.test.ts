import { describe, expect, it } from 'vitest';
import { lead as pageLead } from '../../src/report/html/top/lead.ts';
import { PLAIN } from '../../src/report/ink.ts';
import { lead } from '../../src/report/sections/lead.ts';
import { wordsOf } from '../../src/report/words/index.ts';
import { CHARTS } from '../../src/report/words/page/charts.ts';
import { PARTS } from '../../src/report/words/page/parts.ts';
import { REPLAY } from '../../src/report/words/page/replay.ts';
import { SWEEP } from '../../src/report/words/page/sweep.ts';
import { TOP } from '../../src/report/words/page/top.ts';
import { RESULT } from './fixture.ts';

/** Every phrase in it with each of its figures told as `figure`. */
function phrases(words: unknown, figure: string): string[] {
  if (typeof words === 'function')
    return [String((words as (...figures: string[]) => string)(...Array.from({ length: words.length }, () => figure)))];
  if (typeof words === 'string') return [words];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, part]) => (key === 'zh' ? [] : phrases(part, figure)));
}

const english = (figure: string): string[] =>
  [wordsOf('en'), TOP, PARTS, SWEEP, REPLAY, CHARTS].flatMap((words) => phrases(words, figure));

const NOUNS =
  'runs(?! no| 1)|years|points|drills|faults|windows|clocks|copies|clusters|measures|lines|incidents|instances|files|schedules|times each|steps|pairs|sets|defaults|disasters|recoveries|events|writes|workloads|nines';
const KINDS = 'more|other|different|damaged|simulated|acknowledged|good';
/** The wrong number of a noun, or of the verb that follows a count. */
const MANY_OF_ONE = new RegExp(
  `\\b1 (?:(?:${KINDS}) )?(?:(?:${NOUNS})\\b|have|need\\b)|^1 more (?:are|were)\\b|\\b1 of 1 (?:[a-z ]+ )?(?:are|were|have)\\b`,
);
const ONE = 'run|year|point|drill|fault|line|incident|file|pair|set|default';
const ONE_OF_MANY = new RegExp(
  `\\b5 (?:(?:${KINDS}) )?(?:(?:${ONE})\\b|(?:${ONE})s (?:is|was|has|contains)\\b|needs\\b)`,
);

describe('what is counted', () => {
  it('is told as one where it is one, and as many where it is many', () => {
    const one = english('1').filter((text) => MANY_OF_ONE.test(text));
    expect(one).toEqual([]);
    expect(english('5').filter((text) => ONE_OF_MANY.test(text))).toEqual([]);
    expect(english('1')).toContain('1 run of 1 year = 1 simulated year');
    expect(english('5')).toContain('5 runs of 5 years = 5 simulated years');
  });

  it('says on top how many objectives need a drill', () => {
    const [row] = RESULT.objectives.filter(({ verdict }) => verdict === 'needs-drill');
    const of = (drills: number) => ({ ...RESULT, objectives: Array.from({ length: drills }, () => row!) });
    const told = (drills: number): string =>
      lead({ run: of(drills) }, { words: wordsOf('en'), ink: PLAIN }, 'en').join('\n');
    expect(told(1)).toContain('1 needs a drill');
    expect(told(5)).toContain('5 need a drill');
    expect(lead({ run: of(5) }, { words: wordsOf('zh'), ink: PLAIN }, 'zh').join()).toContain('5 项需要演练');
    const page = (drills: number): string => pageLead({ run: of(drills) }).markup;
    expect(page(1)).toContain('1 needs a drill');
    expect(page(5)).toContain('5 need a drill');
  });
});
