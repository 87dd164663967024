import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asMeant } from '../../src/cli/voice.ts';
import { hasim, SMALL } from './hasim.ts';

const folder = mkdtempSync(join(tmpdir(), 'hasim-kindly-'));

/** What a command is refused with, in English and in Chinese. */
async function refused(args: readonly string[]): Promise<readonly [string, string]> {
  const told: string[] = [];
  for (const language of ['en', 'zh']) {
    const { code, stdout, stderr } = await hasim([...args, '--lang', language], { input: SMALL, folder });
    expect([code, stdout]).toEqual([2, '']);
    told.push(stderr);
  }
  return told as [string, string];
}

describe('a command that cannot be meant so', () => {
  it.each<[readonly string[], string, string]>([
    [['run', '-', '--out', ''], 'The name of a file or a folder is needed.', '应为文件或文件夹的名称。'],
    [['compare', '-', '-', '--out', ''], 'The name of a file or a folder is needed.', '应为文件或文件夹的名称。'],
    [['check', '-', '--junit', '.'], '.: this is a directory; name a file', '.：这是目录；请写文件名'],
    [['check', '-', '--junit', 'no/x.xml'], 'there is no such folder to write it into', '没有可写入的文件夹'],
    [['run', ''], "'': there is no such file", "''：没有这个文件"],
    [['init', '.'], '.: this is a directory; name a file', '.：这是目录；请写文件名'],
    [['init', ''], "'': there is no such folder", "''：没有可写入的文件夹"],
    [['drill', '-', '--fault', ''], "is called ''; there is", "没有名为 '' 的可演练对象"],
    [['drill', '-', '--runs', '9'], 'each fault is injected is --times', '每种故障注入多少次用 --times'],
    [['run', '-', '--workers', '0'], 'from 1 to 1,024 such as 4', '应为 1 到 1,024 的整数，例如 4'],
    [['run', '-', '--runs', '9999999999'], 'from 1 to 1,000,000,000 such as 1000', '应为 1 到 1,000,000,000 的整数'],
  ])('%j is told why, in both languages', async (args, english, chinese) => {
    const [en, zh] = await refused(args);
    expect(en.replace(/\s+/g, ' ')).toContain(english);
    expect(zh.replace(/\s+/g, '')).toContain(chinese.replace(/\s+/g, ''));
  });

  it('leaves no file behind where the verdicts could be written', async () => {
    await hasim(['check', 'missing.yaml', '--junit', 'verdicts.xml'], { folder });
    expect(readdirSync(folder)).not.toContain('verdicts.xml');
  });

  it('says of a profile that is a folder that it is one', async () => {
    mkdirSync(join(folder, 'rules'));
    const [en, zh] = await refused(['drill', '-', '--profile', 'rules']);
    expect(en).toContain('rules: this is a directory; a profile is a file of YAML');
    expect(zh).toContain('rules：这是目录；规则应为 YAML 文件');
  });
});

describe('words before the command', () => {
  const meant = (...words: string[]) => asMeant(words, ['help', 'run']).join(' ');

  it('are taken behind it; a language alone asks for help', () => {
    expect(meant('--lang', 'zh')).toBe('--help --lang zh');
    expect(meant('--lang=zh', 'run', 'x.yaml')).toBe('run --lang=zh x.yaml');
    expect(meant('--lang', 'zh', 'run', 'x.yaml')).toBe('run --lang zh x.yaml');
    expect(meant('run', '--lang', 'zh')).toBe('run --lang zh');
    expect(meant('help', 'nothing')).toBe('nothing');
    expect(meant('help', 'run')).toBe('help run');
  });

  it('are answered', async () => {
    expect(await hasim(['--lang', 'zh'])).toMatchObject({ code: 0, stdout: expect.stringContaining('用法：') });
    expect(await hasim(['schema', '--lang', 'zh'])).toMatchObject({ code: 0, stderr: '' });
    const none = await hasim(['help', 'nothing']);
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining("unknown command 'nothing'") });
    const { stdout } = await hasim(['--help']);
    expect(stdout).toContain('run [options] <scenario>');
  });
});
