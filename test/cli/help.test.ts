import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { speakAs } from '../../src/cli/terminal.ts';
import { ENGLISH, voiceOf } from '../../src/cli/voice.ts';
import { columnsOf } from '../../src/cli/widths.ts';

const names = ['', ...buildProgram(() => {}).commands.map((command) => command.name())];

/** The help of a command, in the voice of this process. */
function helpOf(name: string): string {
  let told = '';
  const program = buildProgram(() => {}).configureOutput({
    writeOut: (text) => {
      told += text;
    },
  });
  const command = program.commands.find((one) => one.name() === name) ?? program;
  command.configureOutput(program.configureOutput());
  expect(() => program.parse([...(name === '' ? [] : [name]), '--help'], { from: 'user' })).toThrow();
  return told;
}

/** Without commands to type, options, what stands in a place for another word, and names. */
const prose = (help: string): string =>
  help
    .replaceAll(/^ {2}(?:\S+=\S+ )?(?:hasim|cat) .*(?:\n {6}--.*)*$/gm, '')
    .replaceAll(/\bhasim(?: (?:init|sweep|merge|verify|\[\S+\]|--help --lang zh))*/g, '')
    .replaceAll(/--?[a-z-]+|<[^>]+>|\[[^\]]+\]|"[^"]*"|`[^`]*`|[\w.:/-]*[.:/,-][\w.:/-]*/g, '')
    .replaceAll(/\b(?:JSON|JSONL|YAML|CSV|XML|JUnit|Markdown|Schema|Redis|TLS|GB|RTO|RPO|HASIM_REDIS)\b/g, '');

describe('the help under --lang zh', () => {
  beforeAll(async () => speakAs(await voiceOf(['--lang', 'zh'])));
  afterAll(() => speakAs(ENGLISH));

  it.each(names)('of hasim %s has no English sentence left', (name) => {
    const help = helpOf(name);
    expect(help).toMatch(/^用法：/);
    expect(prose(help)).not.toMatch(/[A-Za-z]{2,} +[A-Za-z]{2,}/);
    // A line that says what something is for says it in Chinese.
    const silent = help
      .split('\n')
      .filter((line) => /^ {2}(?!hasim|cat|HASIM)\S.* {2}\S/.test(line) && !/\p{Script=Han}/u.test(line));
    expect(silent).toEqual([]);
  });

  it.each(names)('of hasim %s names every option, argument and command', (name) => {
    const help = helpOf(name);
    const program = buildProgram(() => {});
    const command = program.commands.find((one) => one.name() === name) ?? program;
    const asked = [
      ...command.options.filter(({ hidden }) => !hidden).map(({ flags }) => flags),
      ...command.registeredArguments.map((argument) => argument.name()),
      ...command.commands.map((one) => one.name()),
    ];
    expect(asked.filter((one) => !help.includes(one))).toEqual([]);
  });

  it.each(names)('of hasim %s fits 80 columns, its descriptions below each other', (name) => {
    const lines = helpOf(name).split('\n');
    expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([]);
    const described = lines.flatMap((line) => /^ {2}\S.*? {2,}(?=\S)/.exec(line) ?? []);
    expect(described.length).toBeGreaterThan(0);
    expect(new Set(described.map(columnsOf)).size).toBe(1);
  });
});

describe('the help', () => {
  it('is English where nothing else is said, and tells how to have it in Chinese', () => {
    expect(helpOf('')).toMatch(/^Usage: hasim \[options\] \[command\]/);
    expect(helpOf('')).toContain('hasim --help --lang zh');
    expect(helpOf('worker')).toContain('(default: 30s)');
  });
});
