import pico from 'picocolors';
import type { Ink, Paint } from '../index.ts';
import { EXIT, Refusal } from './exits.ts';
import { ENGLISH, type Voice } from './voice.ts';

/** Colours belong on a terminal only, and not where NO_COLOR is set (no-color.org). */
const coloured = ({ isTTY }: { readonly isTTY?: boolean }): boolean =>
  isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';

/** Colours of a report on stdout. */
export function reportInk(): Ink {
  const { bold, dim, green, red, yellow } = pico.createColors(coloured(process.stdout));
  return { strong: bold, dim, good: green, bad: red, doubtful: yellow };
}

/** Colours of problems on stderr. */
export function problemPaint(): Paint {
  const { bold, dim, red, yellow } = pico.createColors(coloured(process.stderr));
  return { error: (text) => bold(red(text)), warning: (text) => bold(yellow(text)), dim };
}

/** Writes a result. What follows a `head` that has read enough is nobody's concern. */
export function print(text: string): void {
  process.stdout.write(text);
}

let voice: Voice = ENGLISH;

/** From now on everything beside the result is told in this voice. */
export function speakAs(one: Voice): void {
  voice = one;
}

/** A sentence in the voice of this process. */
export const said = (text: string): string => voice(text);

/** Says something beside the result. */
export function tell(text: string): void {
  const told = said(text);
  process.stderr.write(told.endsWith('\n') ? told : `${told}\n`);
}

/**
 * A reader that goes away ends the program quietly, as it does for other tools in a pipe; a stdout that takes nothing for
 * another reason is refused. What cannot be told on stderr is not told: the result is worth more. A stdout that was closed
 * before the start cannot be noticed: Node opens /dev/null in its place.
 */
export function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw new Refusal(`stdout cannot be written: ${outputReason(error)}`);
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
  });
}

const OUTPUT_REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'no space is left'],
  ['EDQUOT', 'the quota is used up'],
  ['EFBIG', 'the file would be too large'],
  ['EIO', 'the device fails'],
  ['EBADF', 'it is not open for writing'],
]);

function outputReason({ code, message }: NodeJS.ErrnoException): string {
  const reason = OUTPUT_REASONS.get(code ?? '');
  return reason === undefined ? message : `${reason} (${code})`;
}
