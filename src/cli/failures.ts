import { CommanderError } from 'commander';
import { EXIT, type ExitCode, Refusal } from './exits.ts';
import { complaint, isWide } from './widths.ts';

/** How a command failed: what to say on stderr, and the exit code. */
export interface Failure {
  readonly message: string;
  readonly exitCode: ExitCode;
}

/** Limits that a scenario or an option has hit; its user can do something about them. */
const LIMIT_CODES = new Set([
  'too-many-events-at-an-instant',
  'too-many-events',
  'horizon-too-long',
  'too-many-slots',
  'nothing-to-bias',
  'never-calm',
]);

/**
 * What to say about an error. Anything that was not foreseen is a fault of hasim itself, told with the command that
 * replays it.
 * @param words the command line as it was given
 * @param debug adds the stack
 */
export function failureOf(error: unknown, words: readonly string[], debug: boolean): Failure {
  if (error instanceof CommanderError) return { message: '', exitCode: error.exitCode === 0 ? EXIT.done : EXIT.usage };
  if (error instanceof Refusal) return { message: `${hasimSays(error.message)}\n`, exitCode: error.exitCode };
  const message = error instanceof Error ? error.message : String(error);
  if (hitsLimit(error)) return { message: `hasim: ${message}\n`, exitCode: EXIT.usage };
  return { message: internal(message, error, words, debug), exitCode: EXIT.internal };
}

/** Problems of a scenario name their file themselves. */
const hasimSays = (message: string): string => (message.includes('\n') ? message : `hasim: ${message}`);

const WIDEST = 80;

/** A message of one line in lines of at most 80 columns; one of several is laid out already. A longer word is left whole. */
export function fitted(message: string): string {
  const line = message.trimEnd();
  if (line.includes('\n')) return message;
  if (isWide(line)) return `${complaint(line)}\n`;
  return `${line.replaceAll(LONG, '$1\n')}\n`;
}

/** As much as fits before a space. */
const LONG = new RegExp(`(?=.{${WIDEST + 1}})(.{1,${WIDEST}}|\\S+) `, 'g');

/** Whether a code is that of a limit. */
export const isLimit = (code: string): boolean => LIMIT_CODES.has(code);

const hitsLimit = (error: unknown): boolean =>
  error instanceof Error && error.name === 'HasimError' && 'code' in error && isLimit(String(error.code));

/** As the report quotes; kept here too, so that telling a failure loads nothing. */
const PLAIN_WORD = /^[\w./:@%+=,-]+$/;
const quoted = (word: string): string => (PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** An address of a Redis may hold a password. */
const withoutSecrets = (word: string): string => word.replace(/(rediss?:\/\/).*@/g, '$1***@');

function internal(message: string, error: unknown, words: readonly string[], debug: boolean): string {
  const stack = debug && error instanceof Error ? `${error.stack}\n` : '';
  return [
    `hasim: a fault of hasim itself: ${message}`,
    `  replay it with: hasim ${words.map(withoutSecrets).map(quoted).join(' ')}`,
    '  please report it with that command and the scenario; HASIM_DEBUG=1 shows where it happened',
    stack,
  ].join('\n');
}
