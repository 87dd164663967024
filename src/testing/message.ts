import type { Found } from '../experiment/index.ts';
import { breachText, wordsOf } from '../report/index.ts';

/** Faults that break what was asserted. */
export class FaultsFound extends Error {
  /** The smallest schedule, what it breaks, and the YAML that replays it; undefined where no schedule shows it. */
  readonly found: Found | undefined;

  constructor(message: string, found?: Found) {
    super(message);
    this.name = 'FaultsFound';
    this.found = found;
  }
}

export interface Replaying {
  readonly tried: number;
  readonly times: number;
  readonly seed: string;
  readonly file: string;
}

/** What was violated and by how much, the smallest schedule, and how to replay it. */
export function foundMessage(name: string, found: Found, { tried, times, seed, file }: Replaying): string {
  const words = wordsOf('en');
  return [
    `${name} does not hold:`,
    ...found.breaks.map((row) => `  ${breachText(row, words)}`),
    '',
    found.faults.length === 0
      ? 'No fault is needed for it:'
      : `The smallest schedule of faults that does it (${tried} tried, seed ${seed}):`,
    found.yaml,
    'To replay it, put those lines into found.yaml, then',
    replayOf(found, { times, seed, file }),
  ].join('\n');
}

export const replayOf = ({ years }: Found, { times, seed, file }: Omit<Replaying, 'tried'>): string =>
  `  hasim explain ${file} --faults found.yaml --runs ${times} --years ${years} --seed ${quoted(seed)}`;

const quoted = (word: string): string => (/^[\w.-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
