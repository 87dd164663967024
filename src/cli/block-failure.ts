import type { BlockFailed } from '../backend/index.ts';
import { replayCommand } from '../index.ts';
import { EXIT, Refusal } from './exits.ts';
import { isLimit } from './failures.ts';

interface Failing {
  /** The command that runs it; `run` unless said. */
  readonly command?: string;
  readonly file: string;
  readonly seed: string;
  readonly years: number;
}

const HOW: Readonly<Record<BlockFailed['how'], string>> = {
  error: 'failed',
  crashed: 'ended the thread that worked on it',
  stuck: 'hung',
};

/** `replication 316 of seed 1 hung: no sign of life for 60 s`. */
export const endedHow = ({ replication, how, message }: BlockFailed, seed: string): string =>
  `replication ${replication} of seed ${seed} ${HOW[how]}: ${message}`;

/** A replication that was not finished: which it is, of which seed, and the command that runs it again; and how many are reported, if any may be. */
export function blockRefusal(
  failed: BlockFailed,
  { command = 'run', file, seed, years }: Failing,
  done?: number,
): Refusal {
  const { replication, code } = failed;
  const again = replayCommand(command, { scenario: { file }, runs: replication + 1, yearsPerRun: years, seed });
  const limit = code !== undefined && isLimit(code);
  return new Refusal(
    [
      `hasim: ${limit ? '' : 'a fault of hasim itself: '}${endedHow(failed, seed)}`,
      ...reported(done),
      `  replay it with: ${again} --workers 1`,
    ].join('\n'),
    limit ? EXIT.usage : EXIT.internal,
  );
}

function reported(done: number | undefined): string[] {
  if (done === undefined) return [];
  return [
    done === 0
      ? '  no block before it was finished'
      : done === 1
        ? '  the 1 run before its block is reported'
        : `  the ${done} runs before its block are reported`,
  ];
}
