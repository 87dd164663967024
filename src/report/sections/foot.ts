import type { Result } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { type Lines, labelled, type Page } from '../page.ts';
import { replayCommand, shellLines } from '../replay.ts';

/** What it takes to get the same bytes again. */
export function foot(result: Result, page: Page): Lines {
  const { foot: say } = page.words;
  return [
    ...replay('run', result, page),
    ...labelled(say.trace, clean(result.traceHash), page, 0),
    ...labelled('sha256', clean(result.scenario.sha256), page, 0, 8),
  ];
}

/** The command that replays something, on lines of its own, to be copied. */
export const replay = (command: string, replayed: Parameters<typeof replayCommand>[1], { words, ink }: Page): Lines => [
  ink.dim(words.foot.replay),
  ...shellLines(replayCommand(command, replayed)),
];
