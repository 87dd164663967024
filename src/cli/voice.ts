/** Says in the user's language what a command tells beside its result. */
export type Voice = (text: string) => string;

export const ENGLISH: Voice = (text) => text;

/** The voice of a command line: Chinese where `--lang zh` stands in it, whatever else is wrong with it. */
export async function voiceOf(words: readonly string[]): Promise<Voice> {
  return speaksChinese(words) ? (await import('./chinese/index.ts')).inChinese : ENGLISH;
}

/** The last one counts, as it does for every option. */
function speaksChinese(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  const options = end < 0 ? words : words.slice(0, end);
  const said = options.flatMap((word, i) =>
    word === '--lang' ? [options[i + 1]] : word.startsWith('--lang=') ? [word.slice('--lang='.length)] : [],
  );
  return said.at(-1) === 'zh';
}

/**
 * Words that a person may well write, as the commands take them: a language before the command goes behind it, one alone
 * asks for the help, and help on no command is that command, so that it is told that there is none.
 */
export function asMeant(words: readonly string[], commands: readonly string[]): readonly string[] {
  const [first = '', second = '', ...rest] = words;
  if (first === 'help' && second !== '' && !second.startsWith('-') && !commands.includes(second)) return words.slice(1);
  if (first.startsWith('--lang=')) return behind([first], words.slice(1));
  return first === '--lang' ? behind([first, second], rest) : words;
}

function behind(language: readonly string[], [command, ...rest]: readonly string[]): readonly string[] {
  return command === undefined ? ['--help', ...language] : [command, ...language, ...rest];
}
