import { describe, expect, it } from 'vitest';
import { STARTER_ZH } from '../../src/cli/chinese/starter.ts';
import { STARTER } from '../../src/cli/starter.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { hasim } from './hasim.ts';

/** The lines without what is explained and how it is named. */
const bare = (text: string): string[] =>
  text.split('\n').map((line) => line.replace(/ *# .*/, '').replace(/^(name: | {2}(?=\S+ ?\S* ?.*[.。]$)).*/, '$1'));

describe('the scenario that hasim init writes', () => {
  it.each([
    ['en', STARTER],
    ['zh', STARTER_ZH],
  ])('in %s is printed, and has nothing wrong or unwise in it', async (lang, text) => {
    expect((await hasim(['init', '-', '--lang', lang])).stdout).toBe(text);
    expect(readScenario(text, 'starter').problems).toEqual([]);
  });

  it('is the same in both languages but for its name, its description and its comments', () => {
    const [english, chinese] = [STARTER, STARTER_ZH].map((text) => {
      const { name, about, ...rest } = readScenario(text, 'starter').scenario!;
      expect([name, about]).not.toContain(undefined);
      return rest;
    });
    expect(chinese).toEqual(english);
    expect(bare(STARTER_ZH)).toEqual(bare(STARTER));
  });

  it('explains in Chinese every line that it explains in English', () => {
    const comments = (text: string): string[] => text.split('\n').flatMap((line) => /# (.*)/.exec(line)?.[1] ?? []);
    expect(comments(STARTER_ZH).length).toBe(comments(STARTER).length);
    const silent = comments(STARTER_ZH).filter((line) => !/\p{Script=Han}/u.test(line));
    expect(silent).toEqual(['  faults: {crash: {mtbf: 90d, repair: 2m}}']);
  });
});
