import type { BlockFailed } from '../backend/index.ts';
import { replayCommand } from '../index.ts';
import { EXIT, Refusal } from './exits.ts';
import { isLimit } from './failures.ts';

interface Failing {
  readonly file: string;
  readonly seed: string;
  readonly years: number;
}

const HOW: Readonly<Record<BlockFailed['how'], string>> = {
  error: 'failed',
  crashed: 'ended the thread that worked on it',
  stuck: 'hung',
};

/** A replication that was not finished: which it is, of which seed, and the command that runs it again. */
export function blockRefusal(
  { replication, how, message, code }: BlockFailed,
  { file, seed, years }: Failing,
  done: number,
): Refusal {
  const again = replayCommand('run', { scenario: { file }, runs: replication + 1, yearsPerRun: years, seed });
  const limit = code !== undefined && isLimit(code);
  return new Refusal(
    [
      `hasim: ${limit ? '' : 'a fault of hasim itself: '}replication ${replication} of seed ${seed} ${HOW[how]}: ${message}`,
      done === 0 ? '  no block before it was finished' : `  the ${done} runs before its block are reported`,
      `  replay it with: ${again} --workers 1`,
    ].join('\n'),
    limit ? EXIT.usage : EXIT.internal,
  );
}
