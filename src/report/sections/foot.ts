import type { Result } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { type Lines, labelled, type Page } from '../page.ts';
import { replayCommand } from '../replay.ts';

/** What it takes to get the same bytes again. */
export function foot(result: Result, page: Page): Lines {
  const { foot: say } = page.words;
  return [
    ...labelled(say.replay, replayCommand('run', result), page, 0),
    ...labelled(say.trace, result.traceHash, page, 0),
    page.ink.dim(`sha256 ${clean(result.scenario.sha256)}`),
  ];
}
