import { Help } from 'commander';

/** No line of help is longer, in columns. */
const WIDEST = 80;

/** How wide help may be: as the terminal, and never more than {@link WIDEST}. */
export const helpWidth = (): number => Math.min(WIDEST, process.stdout.columns ?? WIDEST);

/** A text in lines of so many columns. A longer word, such as a path, is left whole. */
export const wrapped = (text: string, width: number): string =>
  isWide(text)
    ? text
        .split('\n')
        .map((line) => foldedWide(line, width))
        .join('\n')
    : new Help().boxWrap(text, width);

/** What commander complains of, in lines of 80 columns. */
export const complaint = (text: string): string => wrapped(text, WIDEST);

const WIDE = /[\u2e80-\u9fff\uff00-\uff60]/;
/** A space; or a character that fills two columns, or a word, each with the stops that may not begin a line. */
const PIECES =
  / |(?:[\u2e80-\u9fff\uff00-\uff60]|[^ \u2e80-\u9fff\uff00-\uff60]+)[\u3001\u3002\uff01\uff09\uff0c\uff1a\uff1b\uff1f]*/g;

/** Whether a text holds characters that fill two columns. */
export const isWide = (text: string): boolean => WIDE.test(text);

/** How many columns a text fills on a terminal. */
export const columnsOf = (text: string): number => [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);

/** A line in which Chinese stands, in lines of so many columns; it may break before every character of it. */
function foldedWide(line: string, widest: number): string {
  const lines = [''];
  let width = 0;
  for (const piece of line.match(PIECES) ?? []) {
    const wide = columnsOf(piece);
    if (width + wide > widest) {
      lines.push('');
      width = 0;
    }
    if (width === 0 && piece === ' ') continue;
    lines[lines.length - 1] += piece;
    width += wide;
  }
  return lines.map((one) => one.trimEnd()).join('\n');
}

const ROOM_FOR_BACKSLASH = 2;

/** An example of a command, indented; a long one is folded before its options, as a shell takes it. */
export function folded(command: string): string {
  const [first = '', ...parts] = command.split(/ (?=--)/);
  const lines = [`  ${first}`];
  for (const part of parts) {
    const line = `${lines.pop()} ${part}`;
    if (line.length <= WIDEST - ROOM_FOR_BACKSLASH) lines.push(line);
    else lines.push(line.slice(0, -part.length - 1), `      ${part}`);
  }
  return lines.join(' \\\n');
}
