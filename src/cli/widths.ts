import { Help } from 'commander';

/** No line of help is longer, in columns. */
const WIDEST = 80;

/** How wide help may be: as the terminal, and never more than {@link WIDEST}. */
export const helpWidth = (): number => Math.min(WIDEST, process.stdout.columns ?? WIDEST);

/** What commander complains of, in lines of 80 columns. A longer word, such as a path, is left whole. */
export const complaint = (text: string): string => new Help().boxWrap(text, WIDEST);

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
